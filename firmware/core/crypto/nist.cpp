// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/nist.h"

#include <nettle/dsa.h>
#include <nettle/ecc-curve.h>
#include <nettle/ecc.h>
#include <nettle/ecdsa.h>

#include "core/crypto/gmp.h"

namespace gokey::crypto::nist {
namespace {

const ecc_curve* library(Curve curve) {
  switch (curve) {
    case Curve::kNistP256:
      return nettle_get_secp_256r1();
    case Curve::kNistP384:
      return nettle_get_secp_384r1();
    default:
      return nettle_get_secp_521r1();
  }
}

class Point {
 public:
  explicit Point(Curve curve) {
    wipe_freed_numbers();
    ecc_point_init(&point_, library(curve));
  }
  ~Point() { ecc_point_clear(&point_); }
  Point(const Point&) = delete;
  Point& operator=(const Point&) = delete;

  // False unless the bytes are a point of the curve.
  bool set(Curve curve, CurveBytes bytes) {
    const std::size_t size = coordinate_size(curve);
    if (bytes.size() != 1 + 2 * size || bytes[0] != 0x04) return false;
    const Number x(bytes.subspan(1, size));
    const Number y(bytes.last(size));
    return ecc_point_set(&point_, x.get(), y.get()) != 0;
  }
  [[nodiscard]] ecc_point* get() { return &point_; }

 private:
  ecc_point point_;
};

class Scalar {
 public:
  explicit Scalar(Curve curve) {
    wipe_freed_numbers();
    ecc_scalar_init(&scalar_, library(curve));
  }
  ~Scalar() { ecc_scalar_clear(&scalar_); }
  Scalar(const Scalar&) = delete;
  Scalar& operator=(const Scalar&) = delete;

  bool set(CurveBytes bytes) {
    const Number value(bytes);
    return ecc_scalar_set(&scalar_, value.get()) != 0;
  }
  [[nodiscard]] ecc_scalar* get() { return &scalar_; }

 private:
  ecc_scalar scalar_;
};

}  // namespace

std::expected<std::vector<std::uint8_t>, CurveError> public_point(Curve curve, CurveBytes bytes) {
  Scalar scalar(curve);
  if (!scalar.set(bytes)) return std::unexpected(CurveError::kBadScalar);
  Point point(curve);
  ecc_point_mul_g(point.get(), scalar.get());
  Number x;
  Number y;
  ecc_point_get(point.get(), x.get(), y.get());
  const std::size_t size = coordinate_size(curve);
  std::vector<std::uint8_t> encoded(1 + 2 * size);
  encoded[0] = 0x04;
  write_number(x.get(), std::span(encoded).subspan(1, size));
  write_number(y.get(), std::span(encoded).last(size));
  return encoded;
}

std::expected<Secret, CurveError> sign(Curve curve, CurveBytes bytes, CurveBytes digest,
                                       hal::Random& random) {
  Scalar scalar(curve);
  if (!scalar.set(bytes)) return std::unexpected(CurveError::kBadScalar);
  dsa_signature signature;
  dsa_signature_init(&signature);
  nettle_ecdsa_sign(scalar.get(), &random, fill_random, digest.size(), digest.data(), &signature);
  const std::size_t size = coordinate_size(curve);
  Secret encoded(2 * size);
  write_number(signature.r, encoded.writable().first(size));
  write_number(signature.s, encoded.writable().last(size));
  dsa_signature_clear(&signature);
  return encoded;
}

std::expected<Secret, CurveError> shared(Curve curve, CurveBytes bytes, CurveBytes peer) {
  Scalar scalar(curve);
  if (!scalar.set(bytes)) return std::unexpected(CurveError::kBadScalar);
  Point point(curve);
  if (!point.set(curve, peer)) return std::unexpected(CurveError::kBadPoint);
  ecc_point_mul(point.get(), scalar.get(), point.get());
  Number x;
  Number y;
  ecc_point_get(point.get(), x.get(), y.get());
  Secret encoded(coordinate_size(curve));
  write_number(x.get(), encoded.writable());
  return encoded;
}

bool on_curve(Curve curve, CurveBytes bytes) { return Point(curve).set(curve, bytes); }

}  // namespace gokey::crypto::nist
