// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The brainpool curves of weierstrass.h by Mbed TLS, whose big numbers do not take constant time:
// every multiplication is blinded.
#pragma once

#include "core/crypto/weierstrass.h"

namespace gokey::crypto::brainpool {

[[nodiscard]] std::expected<std::vector<std::uint8_t>, CurveError> public_point(
    Curve curve, CurveBytes scalar, hal::Random& random);
[[nodiscard]] std::expected<Secret, CurveError> sign(Curve curve, CurveBytes scalar,
                                                     CurveBytes digest, hal::Random& random);
[[nodiscard]] std::expected<Secret, CurveError> shared(Curve curve, CurveBytes scalar,
                                                       CurveBytes peer, hal::Random& random);
[[nodiscard]] bool on_curve(Curve curve, CurveBytes point);

}  // namespace gokey::crypto::brainpool
