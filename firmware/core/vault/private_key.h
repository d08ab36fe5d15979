// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A private key in clear: exists only while its key is unlocked, and wipes itself.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>

#include "core/crypto/secret.h"
#include "core/vault/keys.h"
#include "core/vault/record.h"
#include "hal/random.h"
#include "wire/bytes.h"

namespace gokey::vault {

enum class KeyError : std::uint8_t { kBadData, kFailed, kWrongAlgorithm };
using KeyResult = std::expected<crypto::Secret, KeyError>;

class PrivateKey {
 public:
  virtual ~PrivateKey() = default;
  // As messages.h says of Sign and Decipher.
  [[nodiscard]] virtual KeyResult sign(wire::Bytes data, hal::Random& random) const = 0;
  [[nodiscard]] virtual KeyResult decipher(wire::Bytes data, hal::Random& random) const = 0;
};

// What a passphrase yields under the key's own protection (RFC 4880 3.7), which takes its time;
// empty for a key without.
[[nodiscard]] crypto::Secret cipher_key_of(const ProtectedKey& key, wire::Bytes passphrase);
// Null if the cipher key is wrong. The numbers must also belong to the public key: a 16-bit
// checksum alone would take every 65536th wrong passphrase. Of a key without protection it is not
// looked at.
[[nodiscard]] std::unique_ptr<PrivateKey> open_key(const PublicKey& pub, const ProtectedKey& key,
                                                   wire::Bytes cipher_key, hal::Random& random);

}  // namespace gokey::vault
