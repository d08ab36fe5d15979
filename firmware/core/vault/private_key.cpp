// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/private_key.h"

#include <algorithm>

#include "core/crypto/cfb.h"
#include "core/crypto/constant_time.h"
#include "core/crypto/curve25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/rsa.h"
#include "core/crypto/weierstrass.h"
#include "wire/openpgp_key.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kMaxDigest = 64;

KeyResult refuse(KeyError error) { return std::unexpected(error); }

KeyResult translated(std::expected<crypto::Secret, crypto::RsaError> result) {
  if (result) return std::move(*result);
  return refuse(result.error() == crypto::RsaError::kBadLength ? KeyError::kBadData
                                                               : KeyError::kFailed);
}

KeyResult translated(std::expected<crypto::Secret, crypto::CurveError> result) {
  if (result) return std::move(*result);
  return refuse(result.error() == crypto::CurveError::kBadPoint ? KeyError::kBadData
                                                                : KeyError::kFailed);
}

class RsaPrivateKey final : public PrivateKey {
 public:
  explicit RsaPrivateKey(std::unique_ptr<crypto::RsaKey> key) : key_(std::move(key)) {}
  [[nodiscard]] KeyResult sign(wire::Bytes data, hal::Random& random) const override {
    return translated(key_->sign(data, random));
  }
  [[nodiscard]] KeyResult decipher(wire::Bytes data, hal::Random& random) const override {
    return translated(key_->decrypt(data, random));
  }

 private:
  std::unique_ptr<crypto::RsaKey> key_;
};

class CurveKey final : public PrivateKey {
 public:
  CurveKey(crypto::Curve curve, crypto::Secret scalar)
      : curve_(curve), scalar_(std::move(scalar)) {}
  [[nodiscard]] KeyResult sign(wire::Bytes data, hal::Random& random) const override {
    if (data.empty() || data.size() > kMaxDigest) return refuse(KeyError::kBadData);
    return translated(crypto::ecdsa_sign(curve_, scalar_.bytes(), data, random));
  }
  [[nodiscard]] KeyResult decipher(wire::Bytes data, hal::Random& random) const override {
    return translated(crypto::ecdh_shared(curve_, scalar_.bytes(), data, random));
  }

 private:
  crypto::Curve curve_;
  crypto::Secret scalar_;
};

class Ed25519Key final : public PrivateKey {
 public:
  explicit Ed25519Key(crypto::Secret seed) : seed_(std::move(seed)) {}
  [[nodiscard]] KeyResult sign(wire::Bytes data, hal::Random&) const override {
    if (data.empty()) return refuse(KeyError::kBadData);
    return crypto::ed25519_sign(seed_.bytes().first<crypto::kCurve25519Size>(), data);
  }
  [[nodiscard]] KeyResult decipher(wire::Bytes, hal::Random&) const override {
    return refuse(KeyError::kWrongAlgorithm);
  }

 private:
  crypto::Secret seed_;
};

class X25519Key final : public PrivateKey {
 public:
  explicit X25519Key(crypto::Secret scalar) : scalar_(std::move(scalar)) {}
  [[nodiscard]] KeyResult sign(wire::Bytes, hal::Random&) const override {
    return refuse(KeyError::kWrongAlgorithm);
  }
  [[nodiscard]] KeyResult decipher(wire::Bytes data, hal::Random&) const override {
    if (data.size() != crypto::kCurve25519Size) return refuse(KeyError::kBadData);
    auto shared = crypto::x25519_shared(scalar_.bytes().first<crypto::kCurve25519Size>(),
                                        data.first<crypto::kCurve25519Size>());
    if (!shared) return refuse(KeyError::kBadData);
    return std::move(*shared);
  }

 private:
  crypto::Secret scalar_;
};

// The numbers in clear with their check value removed; empty if it does not match.
crypto::Secret unprotect(const ProtectedKey& key, wire::Bytes cipher_key) {
  crypto::Secret clear;
  if (key.protection == Protection::kNone) {
    clear = crypto::Secret::copy_of(key.secret.bytes());
  } else {
    if (cipher_key.size() != key.cipher_key_size) return {};
    clear = crypto::aes_cfb_decrypt(cipher_key, key.iv, key.secret.bytes());
  }
  const std::size_t check_size = key.protection == Protection::kSha1 ? 20 : 2;
  if (clear.size() <= check_size) return {};
  const wire::Bytes numbers = clear.bytes().first(clear.size() - check_size);
  const wire::Bytes check = clear.bytes().last(check_size);
  if (key.protection == Protection::kSha1) {
    if (!crypto::constant_time_equal(crypto::sha1(numbers), check)) return {};
  } else {
    const std::uint16_t sum = wire::openpgp_checksum(numbers);
    const std::array expected{static_cast<std::uint8_t>(sum >> 8U), static_cast<std::uint8_t>(sum)};
    if (!crypto::constant_time_equal(expected, check)) return {};
  }
  clear.truncate(clear.size() - check_size);
  return clear;
}

// OpenPGP drops leading zeros of numbers; here they have the size of the field. Empty if longer
// than that.
crypto::Secret padded(wire::Bytes number, std::size_t size) {
  if (number.size() > size) return {};
  crypto::Secret full(size);
  std::ranges::copy(number, full.writable().last(number.size()).begin());
  return full;
}

std::unique_ptr<PrivateKey> make_ed25519(const PublicKey& pub, crypto::Secret seed) {
  const auto point = crypto::ed25519_public(seed.bytes().first<crypto::kCurve25519Size>());
  if (!crypto::constant_time_equal(point, pub.point)) return nullptr;
  return std::make_unique<Ed25519Key>(std::move(seed));
}

std::unique_ptr<PrivateKey> make_x25519(const PublicKey& pub, crypto::Secret scalar) {
  // OpenPGP keeps the scalar as a big-endian number (RFC 9580 5.5.5.6), RFC 7748 little-endian.
  std::ranges::reverse(scalar.writable());
  const auto point = crypto::x25519_public(scalar.bytes().first<crypto::kCurve25519Size>());
  if (!crypto::constant_time_equal(point, pub.point)) return nullptr;
  return std::make_unique<X25519Key>(std::move(scalar));
}

crypto::Curve curve_of(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kNistP384:
      return crypto::Curve::kNistP384;
    case Algorithm::kNistP521:
      return crypto::Curve::kNistP521;
    case Algorithm::kBrainpoolP256:
      return crypto::Curve::kBrainpoolP256;
    case Algorithm::kBrainpoolP384:
      return crypto::Curve::kBrainpoolP384;
    case Algorithm::kBrainpoolP512:
      return crypto::Curve::kBrainpoolP512;
    default:
      return crypto::Curve::kNistP256;
  }
}

std::unique_ptr<PrivateKey> make_weierstrass(const PublicKey& pub, crypto::Secret scalar,
                                             hal::Random& random) {
  const crypto::Curve curve = curve_of(pub.algorithm);
  const auto point = crypto::ec_public(curve, scalar.bytes(), random);
  if (!point || !crypto::constant_time_equal(*point, pub.point)) return nullptr;
  return std::make_unique<CurveKey>(curve, std::move(scalar));
}

}  // namespace

crypto::Secret cipher_key_of(const ProtectedKey& key, wire::Bytes passphrase) {
  if (key.protection == Protection::kNone) return {};
  return crypto::derive_key(key.s2k, passphrase, key.cipher_key_size);
}

std::unique_ptr<PrivateKey> open_key(const PublicKey& pub, const ProtectedKey& key,
                                     wire::Bytes cipher_key, hal::Random& random) {
  const crypto::Secret clear = unprotect(key, cipher_key);
  const auto secret = wire::parse_openpgp_secret_numbers(clear.bytes(), is_rsa(pub.algorithm));
  if (!secret) return nullptr;
  const auto& numbers = secret->numbers;
  if (is_rsa(pub.algorithm)) {
    auto rsa = crypto::RsaKey::create({.modulus = pub.modulus,
                                       .exponent = pub.exponent,
                                       .d = numbers[0],
                                       .p = numbers[1],
                                       .q = numbers[2],
                                       .inverse = numbers[3]});
    if (!rsa) return nullptr;
    return std::make_unique<RsaPrivateKey>(std::move(rsa));
  }
  crypto::Secret scalar = padded(numbers[0], field_size(pub.algorithm));
  if (scalar.empty()) return nullptr;
  if (pub.algorithm == Algorithm::kEd25519) return make_ed25519(pub, std::move(scalar));
  if (pub.algorithm == Algorithm::kX25519) return make_x25519(pub, std::move(scalar));
  return make_weierstrass(pub, std::move(scalar), random);
}

}  // namespace gokey::vault
