// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/cryptogram.h"

#include "wire/tlv.h"

namespace gokey::openpgp {
namespace {

constexpr std::uint8_t kRsaPaddingIndicator = 0x00;
constexpr std::uint32_t kCipherDo = 0xA6;
constexpr std::uint32_t kPublicKeyDo = 0x7F49;
constexpr std::uint32_t kExternalPublicKey = 0x86;
// RFC 9580, 11.2.1 (and draft-ietf-openpgp-rfc4880bis before): prefix of a point in native format.
constexpr std::uint8_t kNativePointPrefix = 0x40;
constexpr std::size_t kNativePointLength = 32;

std::vector<std::uint8_t> copy(wire::Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

std::optional<std::vector<std::uint8_t>> parse_cryptogram(vault::Algorithm algorithm,
                                                          wire::Bytes data) {
  if (data.empty()) return std::nullopt;
  if (vault::is_rsa(algorithm)) {
    if (data[0] != kRsaPaddingIndicator) return std::nullopt;
    return copy(data.subspan(1));
  }
  wire::Result<wire::Bytes> value = wire::find_tlv(data, kCipherDo);
  if (value) value = wire::find_tlv(*value, kPublicKeyDo);
  if (value) value = wire::find_tlv(*value, kExternalPublicKey);
  if (!value) return std::nullopt;

  wire::Bytes point = *value;
  if (algorithm == vault::Algorithm::kX25519 && point.size() == kNativePointLength + 1 &&
      point[0] == kNativePointPrefix) {
    point = point.subspan(1);
  }
  return copy(point);
}

}  // namespace gokey::openpgp
