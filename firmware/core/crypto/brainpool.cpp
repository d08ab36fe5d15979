// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/brainpool.h"

#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/ecp.h>

namespace gokey::crypto::brainpool {
namespace {

mbedtls_ecp_group_id library(Curve curve) {
  switch (curve) {
    case Curve::kBrainpoolP256:
      return MBEDTLS_ECP_DP_BP256R1;
    case Curve::kBrainpoolP384:
      return MBEDTLS_ECP_DP_BP384R1;
    default:
      return MBEDTLS_ECP_DP_BP512R1;
  }
}

int fill(void* random, unsigned char* out, std::size_t length) {
  static_cast<hal::Random*>(random)->fill({out, length});
  return 0;
}

// The library's numbers are wiped by mbedtls_mpi_free.
struct Number {
  Number() { mbedtls_mpi_init(&value); }
  ~Number() { mbedtls_mpi_free(&value); }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;
  mbedtls_mpi value;
};

struct Point {
  Point() { mbedtls_ecp_point_init(&value); }
  ~Point() { mbedtls_ecp_point_free(&value); }
  Point(const Point&) = delete;
  Point& operator=(const Point&) = delete;
  mbedtls_ecp_point value;
};

class Group {
 public:
  explicit Group(Curve curve) {
    mbedtls_ecp_group_init(&group_);
    loaded_ = mbedtls_ecp_group_load(&group_, library(curve)) == 0;
  }
  ~Group() { mbedtls_ecp_group_free(&group_); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

  [[nodiscard]] mbedtls_ecp_group* get() { return &group_; }

  bool read_point(Point& point, CurveBytes bytes) {
    return loaded_ && !bytes.empty() && bytes[0] == 0x04 &&
           mbedtls_ecp_point_read_binary(&group_, &point.value, bytes.data(), bytes.size()) == 0 &&
           mbedtls_ecp_check_pubkey(&group_, &point.value) == 0;
  }
  bool read_scalar(Number& scalar, CurveBytes bytes) {
    return loaded_ && mbedtls_mpi_read_binary(&scalar.value, bytes.data(), bytes.size()) == 0 &&
           mbedtls_ecp_check_privkey(&group_, &scalar.value) == 0;
  }

 private:
  mbedtls_ecp_group group_;
  bool loaded_ = false;
};

}  // namespace

std::expected<std::vector<std::uint8_t>, CurveError> public_point(Curve curve, CurveBytes bytes,
                                                                  hal::Random& random) {
  Group group(curve);
  Number scalar;
  if (!group.read_scalar(scalar, bytes)) return std::unexpected(CurveError::kBadScalar);
  Point point;
  std::vector<std::uint8_t> encoded(1 + 2 * coordinate_size(curve));
  std::size_t length = 0;
  if (mbedtls_ecp_mul(group.get(), &point.value, &scalar.value, &group.get()->G, fill, &random) !=
          0 ||
      mbedtls_ecp_point_write_binary(group.get(), &point.value, MBEDTLS_ECP_PF_UNCOMPRESSED,
                                     &length, encoded.data(), encoded.size()) != 0) {
    return std::unexpected(CurveError::kFailed);
  }
  return encoded;
}

std::expected<Secret, CurveError> sign(Curve curve, CurveBytes bytes, CurveBytes digest,
                                       hal::Random& random) {
  Group group(curve);
  Number scalar;
  if (!group.read_scalar(scalar, bytes)) return std::unexpected(CurveError::kBadScalar);
  Number r;
  Number s;
  const std::size_t size = coordinate_size(curve);
  Secret encoded(2 * size);
  const auto out = encoded.writable();
  if (mbedtls_ecdsa_sign(group.get(), &r.value, &s.value, &scalar.value, digest.data(),
                         digest.size(), fill, &random) != 0 ||
      mbedtls_mpi_write_binary(&r.value, out.data(), size) != 0 ||
      mbedtls_mpi_write_binary(&s.value, out.data() + size, size) != 0) {
    return std::unexpected(CurveError::kFailed);
  }
  return encoded;
}

std::expected<Secret, CurveError> shared(Curve curve, CurveBytes bytes, CurveBytes peer,
                                         hal::Random& random) {
  Group group(curve);
  Number scalar;
  if (!group.read_scalar(scalar, bytes)) return std::unexpected(CurveError::kBadScalar);
  Point point;
  if (!group.read_point(point, peer)) return std::unexpected(CurveError::kBadPoint);
  Number x;
  Secret encoded(coordinate_size(curve));
  if (mbedtls_ecdh_compute_shared(group.get(), &x.value, &point.value, &scalar.value, fill,
                                  &random) != 0 ||
      mbedtls_mpi_write_binary(&x.value, encoded.writable().data(), encoded.size()) != 0) {
    return std::unexpected(CurveError::kFailed);
  }
  return encoded;
}

bool on_curve(Curve curve, CurveBytes bytes) {
  Group group(curve);
  Point point;
  return group.read_point(point, bytes);
}

}  // namespace gokey::crypto::brainpool
