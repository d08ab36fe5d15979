// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// HMAC (RFC 2104) and HKDF (RFC 5869) with SHA-256.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

#include "core/crypto/secret.h"

namespace gokey::crypto {

inline constexpr std::size_t kHmacSize = 32;

// Over the pieces one after the other.
[[nodiscard]] Secret hmac_sha256(std::span<const std::uint8_t> key,
                                 std::initializer_list<std::span<const std::uint8_t>> pieces);
// 32 bytes of output keying material.
[[nodiscard]] Secret hkdf_sha256(std::span<const std::uint8_t> salt,
                                 std::span<const std::uint8_t> key,
                                 std::span<const std::uint8_t> info);

}  // namespace gokey::crypto
