// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/crypto/secret.h"

namespace gokey::crypto {

inline constexpr std::size_t kAesBlock = 16;

// AES in CFB mode as OpenPGP protects secret keys, RFC 4880 5.5.3. The key is 16, 24 or 32 bytes;
// with any other length nothing comes back.
[[nodiscard]] Secret aes_cfb_decrypt(std::span<const std::uint8_t> key,
                                     std::span<const std::uint8_t, kAesBlock> iv,
                                     std::span<const std::uint8_t> ciphertext);

}  // namespace gokey::crypto
