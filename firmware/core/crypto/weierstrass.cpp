// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/weierstrass.h"

#include "core/crypto/brainpool.h"
#include "core/crypto/nist.h"

namespace gokey::crypto {
namespace {

bool is_nist(Curve curve) { return curve <= Curve::kNistP521; }

}  // namespace

std::size_t coordinate_size(Curve curve) {
  switch (curve) {
    case Curve::kNistP256:
    case Curve::kBrainpoolP256:
      return 32;
    case Curve::kNistP384:
    case Curve::kBrainpoolP384:
      return 48;
    case Curve::kBrainpoolP512:
      return 64;
    case Curve::kNistP521:
      return 66;
  }
  return 0;
}

std::expected<std::vector<std::uint8_t>, CurveError> ec_public(Curve curve, CurveBytes scalar,
                                                               hal::Random& random) {
  return is_nist(curve) ? nist::public_point(curve, scalar)
                        : brainpool::public_point(curve, scalar, random);
}

std::expected<Secret, CurveError> ecdsa_sign(Curve curve, CurveBytes scalar, CurveBytes digest,
                                             hal::Random& random) {
  return is_nist(curve) ? nist::sign(curve, scalar, digest, random)
                        : brainpool::sign(curve, scalar, digest, random);
}

std::expected<Secret, CurveError> ecdh_shared(Curve curve, CurveBytes scalar, CurveBytes peer,
                                              hal::Random& random) {
  return is_nist(curve) ? nist::shared(curve, scalar, peer)
                        : brainpool::shared(curve, scalar, peer, random);
}

bool on_curve(Curve curve, CurveBytes point) {
  return is_nist(curve) ? nist::on_curve(curve, point) : brainpool::on_curve(curve, point);
}

}  // namespace gokey::crypto
