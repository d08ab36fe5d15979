// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hmac.h"

#include <nettle/hmac.h>

namespace gokey::crypto {

Secret hmac_sha256(std::span<const std::uint8_t> key,
                   std::initializer_list<std::span<const std::uint8_t>> pieces) {
  hmac_sha256_ctx context;
  hmac_sha256_set_key(&context, key.size(), key.data());
  for (const auto piece : pieces) hmac_sha256_update(&context, piece.size(), piece.data());
  Secret mac(kHmacSize);
  hmac_sha256_digest(&context, kHmacSize, mac.writable().data());
  wipe({reinterpret_cast<std::uint8_t*>(&context), sizeof context});
  return mac;
}

// One block of output is one HMAC: RFC 5869, 2.3.
Secret hkdf_sha256(std::span<const std::uint8_t> salt, std::span<const std::uint8_t> key,
                   std::span<const std::uint8_t> info) {
  static constexpr std::uint8_t kFirstBlock[] = {0x01};
  const Secret extracted = hmac_sha256(salt, {key});
  return hmac_sha256(extracted.bytes(), {info, kFirstBlock});
}

}  // namespace gokey::crypto
