// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// AES-256 in CBC mode without padding, as CTAP's PIN protocols use it.
#pragma once

#include <cstdint>
#include <span>

#include "core/crypto/cfb.h"
#include "core/crypto/secret.h"

namespace gokey::crypto {

inline constexpr std::size_t kAes256Key = 32;

// The data is a whole number of blocks; of any other length nothing comes back.
[[nodiscard]] Secret aes256_cbc_encrypt(std::span<const std::uint8_t, kAes256Key> key,
                                        std::span<const std::uint8_t, kAesBlock> iv,
                                        std::span<const std::uint8_t> plain);
[[nodiscard]] Secret aes256_cbc_decrypt(std::span<const std::uint8_t, kAes256Key> key,
                                        std::span<const std::uint8_t, kAesBlock> iv,
                                        std::span<const std::uint8_t> ciphertext);

}  // namespace gokey::crypto
