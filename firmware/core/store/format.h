// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the log-structured store writes.
//
// The area is two copies of the same content, each a row of segments of equal size. A segment
// begins with one block of header; entries follow, each from the start of a block. Numbers are
// big-endian.
//
//   header   0 magic "GOKEYLOG"   8 version u16      10 state u8      11 0
//           12 generation u64    20 segments u32     24 blocks of a segment u32
//           28 authentication code, 32 bytes         60 zeros        508 CRC-32 of bytes 0 to 507
//   entry    0 magic "GKEN"       4 generation u64   12 sequence u64  20 position u32
//           24 value size u32    28 name, 32 bytes padded with zeros
//           60 authentication code, 32 bytes         92 value, then zeros up to the next block
//
// The code is HMAC-SHA-256 with a key of the device, over what stands before it and, of an entry,
// the value too. Magic, version and CRC-32 of the header keep their places in every later version.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/secret.h"
#include "hal/blocks.h"
#include "wire/bytes.h"

namespace gokey::store {

inline constexpr std::uint16_t kFormatVersion = 1;
inline constexpr std::size_t kEntryHeader = 92;
inline constexpr std::size_t kMaxName = 31;

enum class SegmentState : std::uint8_t {
  kEmpty = 0,    // holds nothing yet
  kOpening = 1,  // values are being copied into it; the segment before is still in force
  kActive = 2,   // holds everything, if its generation is the highest
  kErasing = 3,  // all segments are to be overwritten
};

struct SegmentHeader {
  SegmentState state = SegmentState::kEmpty;
  std::uint64_t generation = 0;  // each is used once
  std::uint32_t segments = 0;    // of a copy
  std::uint32_t blocks = 0;      // of a segment, its header included

  friend bool operator==(const SegmentHeader&, const SegmentHeader&) = default;
};

enum class HeaderError : std::uint8_t {
  kNone,     // no header was ever here
  kDamaged,  // this was one
  kForeign,  // of another device
  kVersion,  // of another version
};

using Block = std::array<std::uint8_t, hal::Blocks::kSize>;

[[nodiscard]] Block encode_header(const SegmentHeader& header, wire::Bytes key);
[[nodiscard]] std::expected<SegmentHeader, HeaderError> decode_header(
    std::span<const std::uint8_t, hal::Blocks::kSize> block, wire::Bytes key);

// The fields of an entry before its value.
struct EntryHeader {
  std::uint64_t generation = 0;  // of its segment
  std::uint64_t sequence = 0;    // higher than of every entry before
  std::uint32_t position = 0;    // block of the copy at which it begins
  std::uint32_t size = 0;        // of the value, bytes
  std::string name;

  // Blocks that it takes.
  [[nodiscard]] std::uint32_t blocks() const {
    return static_cast<std::uint32_t>((kEntryHeader + size + hal::Blocks::kSize - 1) /
                                      hal::Blocks::kSize);
  }
};

// Letters a-z, digits, - _ and . inside; 1 to kMaxName bytes.
[[nodiscard]] bool valid_name(std::string_view name);

// Whole blocks. `name` is valid.
[[nodiscard]] std::vector<std::uint8_t> encode_entry(const EntryHeader& header, wire::Bytes value,
                                                     wire::Bytes key);
// The fields as they stand there, unauthenticated; nothing if this is no entry.
[[nodiscard]] std::optional<EntryHeader> peek_entry(
    std::span<const std::uint8_t, hal::Blocks::kSize> block);
// The value inside the blocks of an entry; nothing unless it is authentic.
[[nodiscard]] std::optional<wire::Bytes> entry_value(const EntryHeader& header, wire::Bytes blocks,
                                                     wire::Bytes key);

}  // namespace gokey::store
