// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/format.h"

#include <algorithm>

#include "core/crypto/constant_time.h"
#include "core/crypto/hmac.h"

namespace gokey::store {
namespace {

constexpr std::string_view kHeaderMagic = "GOKEYLOG";
constexpr std::string_view kEntryMagic = "GKEN";
constexpr std::size_t kNameField = 32;
constexpr std::size_t kHeaderFields = 28;
constexpr std::size_t kEntryFields = kEntryHeader - crypto::kHmacSize;
constexpr std::size_t kCrcAt = hal::Blocks::kSize - 4;

// CRC-32 as IEEE 802.3 has it. Short and rarely run, so without a table.
std::uint32_t crc32(wire::Bytes bytes) {
  constexpr std::uint32_t kReversedPolynomial = 0xEDB88320;
  std::uint32_t crc = ~0U;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) * kReversedPolynomial);
  }
  return ~crc;
}

bool authentic(wire::Bytes code, const crypto::Secret& expected) {
  return crypto::constant_time_equal(code, expected.bytes());
}

}  // namespace

Block encode_header(const SegmentHeader& header, wire::Bytes key) {
  wire::Writer out;
  out.text(kHeaderMagic).u16(kFormatVersion).u8(static_cast<std::uint8_t>(header.state)).u8(0);
  out.u64(header.generation).u32(header.segments).u32(header.blocks);
  out.bytes(crypto::hmac_sha256(key, {out.buffer()}).bytes());
  Block block{};
  std::ranges::copy(out.buffer(), block.begin());
  wire::Writer crc;
  crc.u32(crc32(wire::Bytes(block).first(kCrcAt)));
  std::ranges::copy(crc.buffer(), block.begin() + kCrcAt);
  return block;
}

std::expected<SegmentHeader, HeaderError> decode_header(
    std::span<const std::uint8_t, hal::Blocks::kSize> block, wire::Bytes key) {
  const wire::Bytes bytes(block);
  wire::Reader in(bytes);
  if (wire::as_text(*in.take(kHeaderMagic.size())) != kHeaderMagic) {
    return std::unexpected(HeaderError::kNone);
  }
  if (*wire::Reader(bytes.subspan(kCrcAt)).u32() != crc32(bytes.first(kCrcAt))) {
    return std::unexpected(HeaderError::kDamaged);
  }
  if (*in.u16() != kFormatVersion) return std::unexpected(HeaderError::kVersion);
  const crypto::Secret code = crypto::hmac_sha256(key, {bytes.first(kHeaderFields)});
  if (!authentic(bytes.subspan(kHeaderFields, crypto::kHmacSize), code)) {
    return std::unexpected(HeaderError::kForeign);
  }
  // The code does not cover what is behind it.
  const wire::Bytes rest = bytes.first(kCrcAt).subspan(kHeaderFields + crypto::kHmacSize);
  if (std::ranges::any_of(rest, [](std::uint8_t byte) { return byte != 0; })) {
    return std::unexpected(HeaderError::kDamaged);
  }
  SegmentHeader header;
  const std::uint8_t state = *in.u8();
  if (state > static_cast<std::uint8_t>(SegmentState::kErasing)) {
    return std::unexpected(HeaderError::kVersion);
  }
  header.state = static_cast<SegmentState>(state);
  if (*in.u8() != 0) return std::unexpected(HeaderError::kVersion);
  header.generation = *in.u64();
  header.segments = *in.u32();
  header.blocks = *in.u32();
  return header;
}

bool valid_name(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
  return !name.empty() && name.size() <= kMaxName &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::vector<std::uint8_t> encode_entry(const EntryHeader& header, wire::Bytes value,
                                       wire::Bytes key) {
  wire::Writer out;
  out.text(kEntryMagic).u64(header.generation).u64(header.sequence);
  out.u32(header.position).u32(static_cast<std::uint32_t>(value.size()));
  out.text(header.name).bytes(std::array<std::uint8_t, kNameField>{});
  std::vector<std::uint8_t> bytes = out.release();
  bytes.resize(kEntryFields);
  const crypto::Secret code = crypto::hmac_sha256(key, {bytes, value});
  bytes.insert(bytes.end(), code.bytes().begin(), code.bytes().end());
  bytes.insert(bytes.end(), value.begin(), value.end());
  bytes.resize((bytes.size() + hal::Blocks::kSize - 1) / hal::Blocks::kSize * hal::Blocks::kSize);
  return bytes;
}

std::optional<EntryHeader> peek_entry(std::span<const std::uint8_t, hal::Blocks::kSize> block) {
  wire::Reader in{wire::Bytes(block)};
  if (wire::as_text(*in.take(kEntryMagic.size())) != kEntryMagic) return std::nullopt;
  EntryHeader header;
  header.generation = *in.u64();
  header.sequence = *in.u64();
  header.position = *in.u32();
  header.size = *in.u32();
  const std::string_view field = wire::as_text(*in.take(kNameField));
  header.name = field.substr(0, field.find('\0'));
  if (!valid_name(header.name)) return std::nullopt;
  return header;
}

std::optional<wire::Bytes> entry_value(const EntryHeader& header, wire::Bytes blocks,
                                       wire::Bytes key) {
  if (blocks.size() < kEntryHeader || blocks.size() - kEntryHeader < header.size) {
    return std::nullopt;
  }
  const wire::Bytes value = blocks.subspan(kEntryHeader, header.size);
  // The code does not cover what is behind it.
  const wire::Bytes padding = blocks.subspan(kEntryHeader + header.size);
  if (std::ranges::any_of(padding, [](std::uint8_t byte) { return byte != 0; })) {
    return std::nullopt;
  }
  const crypto::Secret code = crypto::hmac_sha256(key, {blocks.first(kEntryFields), value});
  if (!authentic(blocks.subspan(kEntryFields, crypto::kHmacSize), code)) return std::nullopt;
  return value;
}

}  // namespace gokey::store
