// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/algorithm_attributes.h"

#include <string_view>

#include "wire/bytes.h"

namespace gokey::openpgp {
namespace {

using vault::Algorithm;
using vault::KeyUse;

// RFC 4880, 9.1; RFC 6637, 5.
constexpr std::uint8_t kRsa = 0x01;
constexpr std::uint8_t kEcdh = 0x12;
constexpr std::uint8_t kEcdsa = 0x13;
constexpr std::uint8_t kEddsa = 0x16;

constexpr std::uint16_t kExponentBits = 32;
constexpr std::uint8_t kImportStandard = 0x00;

// Content bytes of the OBJECT IDENTIFIER.
constexpr std::string_view oid(Algorithm algorithm) {
  using std::string_view_literals::operator""sv;
  switch (algorithm) {
    case Algorithm::kRsa2048:
    case Algorithm::kRsa3072:
    case Algorithm::kRsa4096:
      return {};
    case Algorithm::kNistP256:
      return "\x2A\x86\x48\xCE\x3D\x03\x01\x07"sv;
    case Algorithm::kNistP384:
      return "\x2B\x81\x04\x00\x22"sv;
    case Algorithm::kNistP521:
      return "\x2B\x81\x04\x00\x23"sv;
    case Algorithm::kBrainpoolP256:
      return "\x2B\x24\x03\x03\x02\x08\x01\x01\x07"sv;
    case Algorithm::kBrainpoolP384:
      return "\x2B\x24\x03\x03\x02\x08\x01\x01\x0B"sv;
    case Algorithm::kBrainpoolP512:
      return "\x2B\x24\x03\x03\x02\x08\x01\x01\x0D"sv;
    case Algorithm::kEd25519:
      return "\x2B\x06\x01\x04\x01\xDA\x47\x0F\x01"sv;
    case Algorithm::kX25519:
      return "\x2B\x06\x01\x04\x01\x97\x55\x01\x05\x01"sv;
  }
  return {};
}

constexpr std::uint16_t modulus_bits(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kRsa3072:
      return 3072;
    case Algorithm::kRsa4096:
      return 4096;
    default:
      return 2048;
  }
}

constexpr std::uint8_t curve_algorithm(KeyUse use, Algorithm algorithm) {
  if (algorithm == Algorithm::kEd25519) return kEddsa;
  if (algorithm == Algorithm::kX25519 || use == KeyUse::kDecryption) return kEcdh;
  return kEcdsa;
}

}  // namespace

std::vector<std::uint8_t> algorithm_attributes(KeyUse use, Algorithm algorithm) {
  wire::Writer out;
  if (vault::is_rsa(algorithm)) {
    out.u8(kRsa).u16(modulus_bits(algorithm)).u16(kExponentBits).u8(kImportStandard);
  } else {
    out.u8(curve_algorithm(use, algorithm)).text(oid(algorithm));
  }
  return out.release();
}

}  // namespace gokey::openpgp
