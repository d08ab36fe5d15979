// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Signatures and the self-made certificate, in DER.
#include <array>
#include <string_view>

#include "core/crypto/curve25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/weierstrass.h"
#include "core/vault/fido_keys.h"
#include "wire/hex.h"

namespace gokey::vault {
namespace {

using Der = std::vector<std::uint8_t>;

constexpr std::uint8_t kBoolean = 0x01;
constexpr std::uint8_t kInteger = 0x02;
constexpr std::uint8_t kBitString = 0x03;
constexpr std::uint8_t kOctetString = 0x04;
constexpr std::uint8_t kOid = 0x06;
constexpr std::uint8_t kUtf8 = 0x0C;
constexpr std::uint8_t kPrintable = 0x13;
constexpr std::uint8_t kUtcTime = 0x17;
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kSet = 0x31;
// RFC 5280, 4.1: explicit tags of TBSCertificate.
constexpr std::uint8_t kVersionTag = 0xA0;
constexpr std::uint8_t kExtensionsTag = 0xA3;

// ITU-T X.690, 8.1: lengths up to 65535.
Der der(std::uint8_t tag, wire::Bytes content) {
  wire::Writer out;
  out.u8(tag);
  const std::size_t size = content.size();
  if (size > 0xFF) {
    out.u8(0x82).u16(static_cast<std::uint16_t>(size));
  } else {
    if (size > 0x7F) out.u8(0x81);
    out.u8(static_cast<std::uint8_t>(size));
  }
  return out.bytes(content).release();
}

Der der(std::uint8_t tag, std::initializer_list<Der> parts) {
  Der content;
  for (const Der& part : parts) content.insert(content.end(), part.begin(), part.end());
  return der(tag, content);
}

Der der_text(std::uint8_t tag, std::string_view text) { return der(tag, wire::as_bytes(text)); }

// A positive number: without leading zeros, but for one that keeps it positive.
Der der_integer(wire::Bytes big_endian) {
  while (big_endian.size() > 1 && big_endian[0] == 0) big_endian = big_endian.subspan(1);
  wire::Writer content;
  if (!big_endian.empty() && (big_endian[0] & 0x80U) != 0) content.u8(0);
  return der(kInteger, content.bytes(big_endian).buffer());
}

Der bit_string(wire::Bytes bits) {
  constexpr std::uint8_t kUnusedBits = 0;
  return der(kBitString, wire::Writer().u8(kUnusedBits).bytes(bits).buffer());
}

Der oid(std::initializer_list<std::uint8_t> encoded) { return der(kOid, Der(encoded)); }

Der ecdsa_with_sha256() {  // 1.2.840.10045.4.3.2
  return der(kSequence, {oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02})});
}

Der p256_key(wire::Bytes point) {  // RFC 5480: id-ecPublicKey, prime256v1
  return der(kSequence, {der(kSequence, {oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01}),
                                         oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07})}),
                         bit_string(point)});
}

// 2.5.4.x
Der name_part(std::uint8_t type, std::uint8_t tag, std::string_view text) {
  return der(kSet, {der(kSequence, {oid({0x55, 0x04, type}), der_text(tag, text)})});
}

// WebAuthn level 2, 8.2.1, wants these four. Of no country: ISO 3166 leaves ZZ to its users.
Der authenticator_name() {
  return der(kSequence, {name_part(6, kPrintable, "ZZ"), name_part(10, kUtf8, "GoKey"),
                         name_part(11, kUtf8, "Authenticator Attestation"),
                         name_part(3, kUtf8, "GoKey FIDO")});
}

// Critical basicConstraints (2.5.29.19): no authority, which is the default and so left out.
Der extensions() {
  const Der constraints =
      der(kSequence, {oid({0x55, 0x1D, 0x13}), der(kBoolean, Der{0xFF}),
                      der(kOctetString, {der(kSequence, std::initializer_list<Der>{})})});
  return der(kExtensionsTag, {der(kSequence, {constraints})});
}

}  // namespace

crypto::Secret fido_sign(FidoAlgorithm algorithm, wire::Bytes key, wire::Bytes message,
                         hal::Random& random) {
  if (algorithm == FidoAlgorithm::kEdDsa) {
    return crypto::ed25519_sign(key.first<crypto::kCurve25519Size>(), message);
  }
  const auto raw =
      crypto::ecdsa_sign(crypto::Curve::kNistP256, key, crypto::sha256(message), random);
  if (!raw) return {};
  const Der encoded =
      der(kSequence, {der_integer(raw->bytes().first(32)), der_integer(raw->bytes().last(32))});
  return crypto::Secret::copy_of(encoded);
}

std::vector<std::uint8_t> self_certificate(wire::Bytes key, hal::Random& random) {
  const Der point = public_point(FidoAlgorithm::kEs256, key, random);
  if (point.empty()) return {};
  const auto digest = crypto::sha256(point);
  // Version 3, valid as long as UTCTime reaches.
  const Der to_be_signed = der(
      kSequence,
      {der(kVersionTag, {der(kInteger, Der{2})}), der_integer(std::span(digest).first(8)),
       ecdsa_with_sha256(), authenticator_name(),
       der(kSequence, {der_text(kUtcTime, "200101000000Z"), der_text(kUtcTime, "491231235959Z")}),
       authenticator_name(), p256_key(point), extensions()});
  const crypto::Secret signature = fido_sign(FidoAlgorithm::kEs256, key, to_be_signed, random);
  if (signature.empty()) return {};
  return der(kSequence, {to_be_signed, ecdsa_with_sha256(), bit_string(signature.bytes())});
}

}  // namespace gokey::vault
