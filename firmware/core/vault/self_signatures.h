// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Which keys of an OpenPGP key are valid, and what for, as its self-signatures say. They are not
// verified: the file is its owner's own.
#pragma once

#include <cstdint>
#include <optional>

#include "core/vault/keys.h"
#include "wire/openpgp_key.h"

namespace gokey::vault {

// RFC 4880 12.2. The key's public body must be known.
[[nodiscard]] Fingerprint fingerprint_of(const wire::OpenPgpSecretKey& key);

class Validity {
 public:
  // `file` outlives this. `now` in seconds since 1970 UTC; without it nothing is expired.
  Validity(const wire::OpenPgpTransferableKey& file, std::optional<std::uint32_t> now);

  [[nodiscard]] bool revoked() const;
  [[nodiscard]] bool expired() const;
  // The primary key, which is neither revoked nor expired, has the capability.
  [[nodiscard]] bool primary_serves(KeyUse use) const;
  // The subkey is bound, neither revoked nor expired, and has the capability.
  [[nodiscard]] bool serves(const wire::OpenPgpSubkey& subkey, KeyUse use) const;

 private:
  [[nodiscard]] bool is_self(const wire::OpenPgpSignature& signature) const;
  [[nodiscard]] bool has(const std::vector<wire::OpenPgpSignature>& signatures,
                         wire::OpenPgpSignatureType type) const;
  // The latest self-signature of these types, if it is not expired itself.
  [[nodiscard]] const wire::OpenPgpSignature* latest(
      const std::vector<wire::OpenPgpSignature>& signatures, wire::OpenPgpSignatureType first,
      wire::OpenPgpSignatureType last) const;
  [[nodiscard]] bool over(std::uint32_t from, std::uint32_t lifetime) const;

  const wire::OpenPgpTransferableKey& file_;
  std::optional<std::uint32_t> now_;
  std::array<std::uint8_t, 8> key_id_{};
  const wire::OpenPgpSignature* primary_signature_ = nullptr;
};

}  // namespace gokey::vault
