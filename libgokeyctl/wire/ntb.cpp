// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ntb.h"

#include <algorithm>
#include <utility>

namespace gokey::wire {
namespace {

// What differs between the two kinds (tables 3-1 to 3-4).
struct Layout {
  std::uint32_t header_signature, table_signature;
  std::size_t header_size;   // wHeaderLength
  std::size_t field_size;    // of lengths and indices
  std::size_t table_header;  // before the first entry
  std::size_t next_field;    // offset of wNextNdpIndex / dwNextNdpIndex
};
constexpr Layout kLayout16{0x484D434E, 0x304D434E, 12, 2, 8, 6};   // NCMH, NCM0
constexpr Layout kLayout32{0x686D636E, 0x306D636E, 16, 4, 16, 8};  // ncmh, ncm0
constexpr std::size_t kTables = 8;                                 // more serve nobody

const Layout& layout(NtbFormat format) { return format == NtbFormat::k16 ? kLayout16 : kLayout32; }

std::size_t align(std::size_t offset) {
  return (offset + kNtbAlignment - 1) / kNtbAlignment * kNtbAlignment;
}

// The caller has made sure that the bytes are there.
std::uint32_t number(Bytes bytes, std::size_t offset, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8U | bytes[offset + i - 1];
  return value;
}

void put(std::vector<std::uint8_t>& out, std::size_t offset, std::uint64_t value,
         std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    out[offset + i] = static_cast<std::uint8_t>(value >> (8 * i));
  }
}

class Parser {
 public:
  Parser(Bytes block, NtbFormat format, const NtbLimits& limits)
      : block_(block), layout_(layout(format)), limits_(limits) {}

  Result<std::vector<Bytes>> parse();

 private:
  struct Extent {
    std::size_t begin, end;
  };

  Result<std::size_t> header();
  Result<std::size_t> table(std::size_t at);
  Result<void> datagrams(Bytes table);
  // Takes a part of the block for one purpose. False if it is not inside, or taken already.
  bool claim(std::size_t at, std::size_t size);

  Bytes block_;
  const Layout& layout_;
  const NtbLimits& limits_;
  std::vector<Extent> claimed_;
  std::vector<Bytes> found_;
};

bool Parser::claim(std::size_t at, std::size_t size) {
  if (at > block_.size() || size > block_.size() - at) return false;
  const bool taken = std::ranges::any_of(
      claimed_, [&](const Extent& other) { return at < other.end && other.begin < at + size; });
  if (!taken) claimed_.push_back({at, at + size});
  return !taken;
}

// The offset of the first table.
Result<std::size_t> Parser::header() {
  if (block_.size() < layout_.header_size) return std::unexpected(WireError::kTruncated);
  if (number(block_, 0, 4) != layout_.header_signature ||
      number(block_, 4, 2) != layout_.header_size) {
    return std::unexpected(WireError::kMalformed);
  }
  // Zero: as long as the transfer.
  const std::size_t length = number(block_, 8, layout_.field_size);
  if (length > block_.size()) return std::unexpected(WireError::kTruncated);
  if (length != 0) block_ = block_.first(length);
  if (!claim(0, layout_.header_size)) return std::unexpected(WireError::kMalformed);
  return number(block_, 8 + layout_.field_size, layout_.field_size);
}

// The offset of the next table; 0 if this is the last one.
Result<std::size_t> Parser::table(std::size_t at) {
  if (at % kNtbAlignment != 0 || at > block_.size() || block_.size() - at < layout_.table_header) {
    return std::unexpected(WireError::kMalformed);
  }
  if (number(block_, at, 4) != layout_.table_signature) {
    return std::unexpected(WireError::kUnsupported);
  }
  const std::size_t length = number(block_, at + 4, 2);
  const std::size_t entry = 2 * layout_.field_size;
  // Two entries at least, the last of them empty (3.3.1).
  if (length < layout_.table_header + 2 * entry || length % entry != 0 || !claim(at, length)) {
    return std::unexpected(WireError::kMalformed);
  }
  const std::size_t next = number(block_, at + layout_.next_field, layout_.field_size);
  if (auto read = datagrams(block_.subspan(at, length)); !read) {
    return std::unexpected(read.error());
  }
  return next;
}

Result<void> Parser::datagrams(Bytes table) {
  const std::size_t field = layout_.field_size;
  for (std::size_t at = layout_.table_header; at + 2 * field <= table.size(); at += 2 * field) {
    const std::size_t offset = number(table, at, field);
    const std::size_t size = number(table, at + field, field);
    if (offset == 0 || size == 0) return {};
    if (size > limits_.datagram_size || found_.size() == limits_.datagrams) {
      return std::unexpected(WireError::kTooLong);
    }
    if (!claim(offset, size)) return std::unexpected(WireError::kMalformed);
    found_.push_back(block_.subspan(offset, size));
  }
  return {};
}

Result<std::vector<Bytes>> Parser::parse() {
  const auto first = header();
  if (!first) return std::unexpected(first.error());
  std::size_t at = *first;
  // A table that was read before is claimed, so a circle ends.
  for (std::size_t i = 0; at != 0; ++i) {
    if (i == kTables) return std::unexpected(WireError::kTooLong);
    const auto next = table(at);
    if (!next) return std::unexpected(next.error());
    at = *next;
  }
  return std::move(found_);
}

}  // namespace

Result<std::vector<Bytes>> parse_ntb(Bytes block, NtbFormat format, const NtbLimits& limits) {
  return Parser(block, format, limits).parse();
}

NtbBuilder::NtbBuilder(NtbFormat format, std::size_t max_size, std::size_t max_datagrams)
    : format_(format), max_size_(max_size), max_datagrams_(max_datagrams) {
  // What the 16-bit kind can say.
  if (format == NtbFormat::k16) max_size_ = std::min<std::size_t>(max_size_, 0xFFFF);
  begin();
}

void NtbBuilder::begin() {
  block_.assign(layout(format_).header_size, 0);
  entries_.clear();
}

std::size_t NtbBuilder::table_size(std::size_t entries) const {
  const Layout& form = layout(format_);
  return form.table_header + (entries + 1) * 2 * form.field_size;
}

bool NtbBuilder::add(Bytes datagram) {
  const std::size_t offset = align(block_.size());
  const std::size_t end = align(offset + datagram.size()) + table_size(entries_.size() + 1);
  if (datagram.empty() || end > max_size_ || entries_.size() == max_datagrams_) return false;
  block_.resize(offset);
  block_.insert(block_.end(), datagram.begin(), datagram.end());
  entries_.push_back({offset, datagram.size()});
  return true;
}

std::vector<std::uint8_t> NtbBuilder::finish(std::uint16_t sequence) {
  const Layout& form = layout(format_);
  const std::size_t table = align(block_.size());
  const std::size_t table_length = table_size(entries_.size());
  block_.resize(table + table_length);

  put(block_, 0, form.header_signature, 4);
  put(block_, 4, form.header_size, 2);
  put(block_, 6, sequence, 2);
  put(block_, 8, block_.size(), form.field_size);
  put(block_, 8 + form.field_size, table, form.field_size);

  put(block_, table, form.table_signature, 4);
  put(block_, table + 4, table_length, 2);
  std::size_t at = table + form.table_header;
  for (const Entry& entry : entries_) {
    put(block_, at, entry.offset, form.field_size);
    put(block_, at + form.field_size, entry.size, form.field_size);
    at += 2 * form.field_size;
  }
  std::vector<std::uint8_t> block = std::move(block_);
  begin();
  return block;
}

}  // namespace gokey::wire
