// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The NIST curves of weierstrass.h by nettle, whose scalar multiplication takes constant time.
#pragma once

#include "core/crypto/weierstrass.h"

namespace gokey::crypto::nist {

[[nodiscard]] std::expected<std::vector<std::uint8_t>, CurveError> public_point(Curve curve,
                                                                                CurveBytes scalar);
[[nodiscard]] std::expected<Secret, CurveError> sign(Curve curve, CurveBytes scalar,
                                                     CurveBytes digest, hal::Random& random);
[[nodiscard]] std::expected<Secret, CurveError> shared(Curve curve, CurveBytes scalar,
                                                       CurveBytes peer);
[[nodiscard]] bool on_curve(Curve curve, CurveBytes point);

}  // namespace gokey::crypto::nist
