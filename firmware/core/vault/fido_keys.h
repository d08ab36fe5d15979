// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Credentials without storage: the id is a sealed note bound to the relying party, and from the id
// the private key is derived again.
#pragma once

#include <optional>
#include <string_view>

#include "core/crypto/secret.h"
#include "core/vault/fido_messages.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "wire/bytes.h"

namespace gokey::vault {

// What a credential id says, to its maker alone.
struct CredentialNote {
  FidoAlgorithm algorithm = FidoAlgorithm::kEs256;
  CredProtect protect = CredProtect::kOptional;
  bool resident = false;
  bool hmac_secret = false;
};

class FidoKeys {
 public:
  FidoKeys(const hal::DeviceKey& device, std::span<const std::uint8_t, 32> seed)
      : device_(device), seed_(seed) {}

  [[nodiscard]] CredentialId make_id(const FidoHash& rp, const CredentialNote& note,
                                     hal::Random& random) const;
  // Nothing if it is not from here, altered, or of another relying party.
  [[nodiscard]] std::optional<CredentialNote> open_id(const FidoHash& rp, wire::Bytes id) const;
  // A scalar for ES256, a seed for EdDSA.
  [[nodiscard]] crypto::Secret private_key(FidoAlgorithm algorithm, const FidoHash& rp,
                                           wire::Bytes id, hal::Random& random) const;
  // CredRandomWithUV and CredRandomWithoutUV, CTAP 2.1, 12.5.
  [[nodiscard]] crypto::Secret cred_random(const FidoHash& rp, wire::Bytes id,
                                           bool user_verified) const;

 private:
  [[nodiscard]] crypto::Secret root(std::string_view purpose) const;

  const hal::DeviceKey& device_;
  std::span<const std::uint8_t, 32> seed_;
};

// 04 || X || Y, or 32 bytes.
[[nodiscard]] std::vector<std::uint8_t> public_point(FidoAlgorithm algorithm, wire::Bytes key,
                                                     hal::Random& random);
// RFC 9052, 7, in CTAP2's form.
[[nodiscard]] std::vector<std::uint8_t> cose_key(FidoAlgorithm algorithm, wire::Bytes point);
// ES256: DER of RFC 3279, 2.2.3; EdDSA: R || S. Empty if it failed.
[[nodiscard]] crypto::Secret fido_sign(FidoAlgorithm algorithm, wire::Bytes key,
                                       wire::Bytes message, hal::Random& random);
// A new P-256 scalar. Empty if that failed.
[[nodiscard]] crypto::Secret random_p256_key(hal::Random& random);
// A certificate that a P-256 key signs for itself, of the form that WebAuthn level 2, 8.2.1, wants.
// Whoever sees it learns nothing but the key. Empty if it failed.
[[nodiscard]] std::vector<std::uint8_t> self_certificate(wire::Bytes key, hal::Random& random);

}  // namespace gokey::vault
