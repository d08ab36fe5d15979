// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "provision/ec_key.h"

#include <algorithm>
#include <array>
#include <optional>

#include "wire/tlv.h"

namespace gokeyctl::provision {
namespace {

namespace wire = gokey::wire;
using wire::Bytes;
using Scalar = std::span<const std::uint8_t, 32>;
using Read = std::expected<Scalar, EcKeyError>;

constexpr std::uint32_t kInteger = 0x02;
constexpr std::uint32_t kOctetString = 0x04;
constexpr std::uint32_t kObjectId = 0x06;
constexpr std::uint32_t kSequence = 0x30;
constexpr std::uint32_t kParameters = 0xA0;  // [0] of RFC 5915

constexpr std::array<std::uint8_t, 7> kEcPublicKey{0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
constexpr std::array<std::uint8_t, 8> kP256{0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};

std::unexpected<EcKeyError> malformed() { return std::unexpected(EcKeyError::kMalformed); }

// The next object's value; nothing where it is another one, or none.
std::optional<Bytes> take(wire::TlvReader& in, std::uint32_t tag) {
  const auto object = in.next();
  if (!object || object->tag != tag) return std::nullopt;
  return object->value;
}

bool is(const std::optional<Bytes>& value, Bytes wanted) {
  return value && std::ranges::equal(*value, wanted);
}

// ECPrivateKey, behind its version. The curve is in its parameters, or was named around it.
Read read_ec_private_key(wire::TlvReader& in, Bytes scalar, bool curve_known) {
  while (!curve_known && !in.empty()) {
    const auto object = in.next();
    if (!object) return malformed();
    if (object->tag != kParameters) continue;
    wire::TlvReader parameters(object->value);
    if (!is(take(parameters, kObjectId), kP256)) return std::unexpected(EcKeyError::kOtherKind);
    curve_known = true;
  }
  if (!curve_known || scalar.size() != Scalar::extent)
    return std::unexpected(EcKeyError::kOtherKind);
  return scalar.first<Scalar::extent>();
}

// The content of the octet string in PrivateKeyInfo.
Read read_wrapped(Bytes key) {
  wire::TlvReader outside(key);
  const auto sequence = take(outside, kSequence);
  if (!sequence || !outside.empty()) return malformed();
  wire::TlvReader in(*sequence);
  if (!take(in, kInteger)) return malformed();
  const auto scalar = take(in, kOctetString);
  if (!scalar) return malformed();
  return read_ec_private_key(in, *scalar, true);
}

}  // namespace

Read p256_private_key(Bytes der) {
  wire::TlvReader outside(der);
  const auto sequence = take(outside, kSequence);
  if (!sequence || !outside.empty()) return malformed();
  wire::TlvReader in(*sequence);
  const auto first = in.next();
  const auto second = in.next();
  if (!first || !second) return malformed();
  // EncryptedPrivateKeyInfo begins with how it is encrypted, the others with their version.
  if (first->tag == kSequence && second->tag == kOctetString)
    return std::unexpected(EcKeyError::kEncrypted);
  if (first->tag != kInteger) return malformed();
  if (second->tag == kOctetString) return read_ec_private_key(in, second->value, false);
  // An RSA key goes on with its modulus.
  if (second->tag != kSequence) return std::unexpected(EcKeyError::kOtherKind);
  wire::TlvReader algorithm(second->value);
  if (!is(take(algorithm, kObjectId), kEcPublicKey) || !is(take(algorithm, kObjectId), kP256))
    return std::unexpected(EcKeyError::kOtherKind);
  const auto key = take(in, kOctetString);
  if (!key) return malformed();
  return read_wrapped(*key);
}

}  // namespace gokeyctl::provision
