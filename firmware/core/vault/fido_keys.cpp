// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/fido_keys.h"

#include <array>

#include "core/crypto/aead.h"
#include "core/crypto/curve25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/hmac.h"
#include "core/crypto/weierstrass.h"
#include "wire/cbor.h"

namespace gokey::vault {
namespace {

constexpr std::string_view kKeysPurpose = "gokey/fido-keys/v1";
constexpr std::uint8_t kIdVersion = 1;
constexpr std::uint8_t kResidentBit = 0x01;
constexpr std::uint8_t kHmacSecretBit = 0x02;
constexpr std::size_t kNoteSize = 3;

std::vector<std::uint8_t> bound_to(const FidoHash& rp) {
  return wire::Writer().u8(kIdVersion).bytes(rp).release();
}

}  // namespace

crypto::Secret FidoKeys::root(std::string_view purpose) const {
  crypto::Secret device_key(crypto::kHmacSize);
  device_.derive(kKeysPurpose, device_key.writable().first<crypto::kHmacSize>());
  return crypto::hmac_sha256(device_key.bytes(), {seed_, wire::as_bytes(purpose)});
}

CredentialId FidoKeys::make_id(const FidoHash& rp, const CredentialNote& note,
                               hal::Random& random) const {
  const std::array plain{static_cast<std::uint8_t>(note.algorithm),
                         static_cast<std::uint8_t>(note.protect),
                         static_cast<std::uint8_t>((note.resident ? kResidentBit : 0) |
                                                   (note.hmac_secret ? kHmacSecretBit : 0))};
  const crypto::Secret key = root("credential id");
  const auto sealed =
      crypto::seal(key.bytes().first<crypto::kAeadKeySize>(), bound_to(rp), plain, random);
  return wire::Writer().u8(kIdVersion).bytes(sealed).release();
}

std::optional<CredentialNote> FidoKeys::open_id(const FidoHash& rp, wire::Bytes id) const {
  if (id.size() != 1 + kNoteSize + crypto::kAeadOverhead || id[0] != kIdVersion) {
    return std::nullopt;
  }
  const crypto::Secret key = root("credential id");
  const auto plain =
      crypto::open(key.bytes().first<crypto::kAeadKeySize>(), bound_to(rp), id.subspan(1));
  if (!plain) return std::nullopt;
  const auto bytes = plain->bytes();
  if (bytes[0] > static_cast<std::uint8_t>(FidoAlgorithm::kEdDsa) ||
      bytes[1] > static_cast<std::uint8_t>(CredProtect::kRequired)) {
    return std::nullopt;
  }
  return CredentialNote{static_cast<FidoAlgorithm>(bytes[0]), static_cast<CredProtect>(bytes[1]),
                        (bytes[2] & kResidentBit) != 0, (bytes[2] & kHmacSecretBit) != 0};
}

crypto::Secret FidoKeys::private_key(FidoAlgorithm algorithm, const FidoHash& rp, wire::Bytes id,
                                     hal::Random& random) const {
  const crypto::Secret key = root(algorithm == FidoAlgorithm::kEs256 ? "es256" : "eddsa");
  // Nearly every 32 bytes are a scalar of P-256; those that are none are passed over.
  for (std::uint8_t attempt = 0;; ++attempt) {
    crypto::Secret candidate = crypto::hmac_sha256(key.bytes(), {rp, id, std::span(&attempt, 1)});
    if (algorithm == FidoAlgorithm::kEdDsa ||
        crypto::ec_public(crypto::Curve::kNistP256, candidate.bytes(), random)) {
      return candidate;
    }
  }
}

crypto::Secret FidoKeys::cred_random(const FidoHash& rp, wire::Bytes id, bool user_verified) const {
  const crypto::Secret key = root(user_verified ? "hmac-secret with uv" : "hmac-secret");
  return crypto::hmac_sha256(key.bytes(), {rp, id});
}

std::vector<std::uint8_t> public_point(FidoAlgorithm algorithm, wire::Bytes key,
                                       hal::Random& random) {
  if (algorithm == FidoAlgorithm::kEdDsa) {
    const auto point = crypto::ed25519_public(key.first<crypto::kCurve25519Size>());
    return {point.begin(), point.end()};
  }
  return crypto::ec_public(crypto::Curve::kNistP256, key, random)
      .value_or(std::vector<std::uint8_t>{});
}

std::vector<std::uint8_t> cose_key(FidoAlgorithm algorithm, wire::Bytes point) {
  wire::CborWriter out;
  if (algorithm == FidoAlgorithm::kEdDsa) {  // kty OKP, alg EdDSA, crv Ed25519
    out.map(4).integer(1).integer(1).integer(3).integer(-8).integer(-1).integer(6);
    out.integer(-2).bytes(point);
    return out.release();
  }
  // kty EC2, alg ES256, crv P-256
  out.map(5).integer(1).integer(2).integer(3).integer(-7).integer(-1).integer(1);
  out.integer(-2).bytes(point.subspan(1, 32)).integer(-3).bytes(point.subspan(33, 32));
  return out.release();
}

crypto::Secret random_p256_key(hal::Random& random) {
  constexpr std::size_t kSize = 32;
  for (int attempt = 0; attempt < 8; ++attempt) {
    crypto::Secret candidate(kSize);
    random.fill(candidate.writable());
    // Zero, and what is not below the order, is no scalar.
    if (crypto::ec_public(crypto::Curve::kNistP256, candidate.bytes(), random)) return candidate;
  }
  return {};
}

}  // namespace gokey::vault
