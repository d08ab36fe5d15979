// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sealing of what lies in storage: XChaCha20-Poly1305, whose 24-byte nonces may be drawn at random.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/crypto/secret.h"
#include "hal/random.h"

namespace gokey::crypto {

inline constexpr std::size_t kAeadKeySize = 32;
inline constexpr std::size_t kAeadOverhead = 24 + 16;  // nonce before, tag behind

// nonce || ciphertext || tag. `associated` is bound to the result, not part of it.
[[nodiscard]] std::vector<std::uint8_t> seal(std::span<const std::uint8_t, kAeadKeySize> key,
                                             std::span<const std::uint8_t> associated,
                                             std::span<const std::uint8_t> plain,
                                             hal::Random& random);
// Nothing if the key, `associated` or any bit of `sealed` is not what it was.
[[nodiscard]] std::optional<Secret> open(std::span<const std::uint8_t, kAeadKeySize> key,
                                         std::span<const std::uint8_t> associated,
                                         std::span<const std::uint8_t> sealed);

}  // namespace gokey::crypto
