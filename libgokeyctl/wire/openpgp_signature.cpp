// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/openpgp_signature.h"

#include <algorithm>

namespace gokey::wire {
namespace {

// RFC 4880 5.2.3.1 and, for the fingerprint, RFC 9580 5.2.3.35.
constexpr std::uint8_t kCreated = 2;
constexpr std::uint8_t kSignatureLifetime = 3;
constexpr std::uint8_t kKeyLifetime = 9;
constexpr std::uint8_t kIssuer = 16;
constexpr std::uint8_t kKeyFlags = 27;
constexpr std::uint8_t kIssuerFingerprint = 33;
constexpr std::uint8_t kCriticalBit = 0x80;

Result<std::size_t> subpacket_length(Reader& reader) {
  const auto first = reader.u8();
  if (!first) return std::unexpected(first.error());
  if (*first < 192) return *first;
  if (*first == 255) return reader.u32();
  const auto second = reader.u8();
  if (!second) return std::unexpected(second.error());
  return ((*first - 192U) << 8U) + *second + 192U;
}

Result<void> read_u32(Bytes body, std::uint32_t& value) {
  if (body.size() != 4) return std::unexpected(WireError::kMalformed);
  value = *Reader(body).u32();
  return {};
}

Result<void> read_issuer(std::uint8_t type, Bytes body, OpenPgpSignature& signature) {
  // The key id is the last eight bytes of a version 4 fingerprint.
  if (type == kIssuerFingerprint && (body.size() != 21 || body[0] != 4)) return {};
  if (type == kIssuer && body.size() != 8) return std::unexpected(WireError::kMalformed);
  std::array<std::uint8_t, 8> id{};
  std::ranges::copy(body.last(8), id.begin());
  signature.issuer = id;
  return {};
}

Result<void> read_hashed(std::uint8_t type, Bytes body, OpenPgpSignature& signature) {
  switch (type) {
    case kCreated:
      return read_u32(body, signature.created);
    case kSignatureLifetime:
      return read_u32(body, signature.signature_lifetime);
    case kKeyLifetime:
      return read_u32(body, signature.key_lifetime);
    case kKeyFlags:
      signature.key_flags = body.empty() ? std::uint8_t{0} : body[0];
      return {};
    default:
      return {};
  }
}

Result<void> read_area(Bytes area, bool hashed, OpenPgpSignature& signature) {
  Reader reader(area);
  while (!reader.empty()) {
    const auto length = subpacket_length(reader);
    if (!length) return std::unexpected(WireError::kMalformed);
    const auto subpacket = reader.take(*length);
    if (!subpacket || subpacket->empty()) return std::unexpected(WireError::kMalformed);
    const auto type = static_cast<std::uint8_t>(subpacket->front() & ~kCriticalBit);
    const Bytes body = subpacket->subspan(1);
    if (type == kIssuer || type == kIssuerFingerprint) {
      if (const auto read = read_issuer(type, body, signature); !read) return read;
    } else if (hashed) {
      if (const auto read = read_hashed(type, body, signature); !read) return read;
    }
  }
  return {};
}

Result<Bytes> take_area(Reader& reader) {
  const auto length = reader.u16();
  if (!length) return std::unexpected(length.error());
  return reader.take(*length);
}

}  // namespace

Result<OpenPgpSignature> parse_openpgp_signature(Bytes body) {
  Reader reader(body);
  const auto version = reader.u8();
  if (!version) return std::unexpected(version.error());
  if (*version != 4) return std::unexpected(WireError::kUnsupported);
  const auto head = reader.take(3);  // type, public-key algorithm, hash algorithm
  if (!head) return std::unexpected(head.error());

  OpenPgpSignature signature;
  signature.type = static_cast<OpenPgpSignatureType>((*head)[0]);
  for (const bool hashed : {true, false}) {
    const auto area = take_area(reader);
    if (!area) return std::unexpected(area.error());
    if (const auto read = read_area(*area, hashed, signature); !read) {
      return std::unexpected(read.error());
    }
  }
  return signature;
}

}  // namespace gokey::wire
