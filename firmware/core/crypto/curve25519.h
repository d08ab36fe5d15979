// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Ed25519 (RFC 8032) and X25519 (RFC 7748).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/crypto/secret.h"

namespace gokey::crypto {

inline constexpr std::size_t kCurve25519Size = 32;

[[nodiscard]] std::array<std::uint8_t, kCurve25519Size> ed25519_public(
    std::span<const std::uint8_t, kCurve25519Size> seed);
// R || S.
[[nodiscard]] Secret ed25519_sign(std::span<const std::uint8_t, kCurve25519Size> seed,
                                  std::span<const std::uint8_t> message);

[[nodiscard]] std::array<std::uint8_t, kCurve25519Size> x25519_public(
    std::span<const std::uint8_t, kCurve25519Size> scalar);
// Nothing when the peer's point has a small order, so that the shared secret would be zero (RFC
// 7748 6.1).
[[nodiscard]] std::optional<Secret> x25519_shared(
    std::span<const std::uint8_t, kCurve25519Size> scalar,
    std::span<const std::uint8_t, kCurve25519Size> peer);

}  // namespace gokey::crypto
