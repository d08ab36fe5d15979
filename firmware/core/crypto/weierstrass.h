// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// ECDSA and ECDH on the NIST and brainpool curves.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "core/crypto/secret.h"
#include "hal/random.h"

namespace gokey::crypto {

enum class Curve : std::uint8_t {
  kNistP256,
  kNistP384,
  kNistP521,
  kBrainpoolP256,
  kBrainpoolP384,
  kBrainpoolP512,
};

// Bytes of a coordinate.
[[nodiscard]] std::size_t coordinate_size(Curve curve);

enum class CurveError : std::uint8_t {
  kBadPoint,   // not 04 || X || Y, or not on the curve
  kBadScalar,  // zero, or not below the order
  kFailed,
};

using CurveBytes = std::span<const std::uint8_t>;

// 04 || X || Y of the key with this scalar (big-endian).
[[nodiscard]] std::expected<std::vector<std::uint8_t>, CurveError> ec_public(Curve curve,
                                                                             CurveBytes scalar,
                                                                             hal::Random& random);
// r || s, each as long as a coordinate.
[[nodiscard]] std::expected<Secret, CurveError> ecdsa_sign(Curve curve, CurveBytes scalar,
                                                           CurveBytes digest, hal::Random& random);
// The shared point's X, as long as a coordinate.
[[nodiscard]] std::expected<Secret, CurveError> ecdh_shared(Curve curve, CurveBytes scalar,
                                                            CurveBytes peer, hal::Random& random);
[[nodiscard]] bool on_curve(Curve curve, CurveBytes point);

}  // namespace gokey::crypto
