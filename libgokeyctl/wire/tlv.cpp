// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/tlv.h"

namespace gokey::wire {
namespace {

constexpr std::uint8_t kMoreTagBytes = 0x1F;  // in the first byte: the tag number follows
constexpr std::uint8_t kContinues = 0x80;     // in a following byte: another one comes
constexpr unsigned kMaxTagBytes = 4;

Result<std::uint32_t> read_tag(Reader& reader) {
  const Result<std::uint8_t> first = reader.u8();
  if (!first) return std::unexpected(first.error());
  if (*first == 0) return std::unexpected(WireError::kMalformed);
  std::uint32_t tag = *first;
  if ((*first & kMoreTagBytes) != kMoreTagBytes) return tag;
  for (unsigned count = 1; count < kMaxTagBytes; ++count) {
    const Result<std::uint8_t> next = reader.u8();
    if (!next) return std::unexpected(next.error());
    tag = tag << 8U | *next;
    if ((*next & kContinues) == 0) return tag;
  }
  return std::unexpected(WireError::kTooLong);
}

Result<std::size_t> read_length(Reader& reader) {
  const Result<std::uint8_t> first = reader.u8();
  if (!first) return std::unexpected(first.error());
  if (*first < 0x80) return *first;
  if (*first == 0x80) return std::unexpected(WireError::kMalformed);
  if (*first == 0x81) return reader.u8();
  if (*first == 0x82) return reader.u16();
  return std::unexpected(WireError::kTooLong);
}

}  // namespace

Result<Tlv> TlvReader::next() {
  Reader reader(rest_);
  const Result<std::uint32_t> tag = read_tag(reader);
  if (!tag) return std::unexpected(tag.error());
  const Result<std::size_t> length = read_length(reader);
  if (!length) return std::unexpected(length.error());
  const Result<Bytes> value = reader.take(*length);
  if (!value) return std::unexpected(value.error());
  rest_ = reader.rest();
  return Tlv{*tag, *value};
}

Result<Bytes> find_tlv(Bytes input, std::uint32_t tag) {
  TlvReader reader(input);
  while (!reader.empty()) {
    const Result<Tlv> object = reader.next();
    if (!object) return std::unexpected(object.error());
    if (object->tag == tag) return object->value;
  }
  return std::unexpected(WireError::kMalformed);
}

void append_tlv(std::vector<std::uint8_t>& out, std::uint32_t tag, Bytes value) {
  for (unsigned shift = 24; shift > 0; shift -= 8) {
    if (tag >> shift != 0) out.push_back(static_cast<std::uint8_t>(tag >> shift));
  }
  out.push_back(static_cast<std::uint8_t>(tag));
  const std::size_t length = value.size();
  if (length > 0xFF) {
    out.push_back(0x82);
    out.push_back(static_cast<std::uint8_t>(length >> 8U));
  } else if (length > 0x7F) {
    out.push_back(0x81);
  }
  out.push_back(static_cast<std::uint8_t>(length));
  out.insert(out.end(), value.begin(), value.end());
}

}  // namespace gokey::wire
