// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/log_store.h"

#include <algorithm>

#include "core/store/block_range.h"

namespace gokey::store {

using hal::Blocks;
using hal::StoreError;

LogStore::LogStore(Blocks& blocks, const hal::DeviceKey& device, std::uint32_t segments)
    : blocks_(blocks), device_(device), segments_(std::max<std::uint32_t>(segments, 2)) {}

std::expected<void, StoreError> LogStore::open() {
  auto mounted = mount();
  open_ = mounted.has_value();
  return mounted;
}

std::expected<void, StoreError> LogStore::ensure_open() {
  if (open_) return {};
  return open();
}

std::expected<std::optional<std::vector<std::uint8_t>>, StoreError> LogStore::load(
    std::string_view name) {
  if (!valid_name(name)) return std::unexpected(StoreError::kIo);
  if (auto opened = ensure_open(); !opened) return std::unexpected(opened.error());
  const auto found = std::ranges::find(values_, name, &EntryHeader::name);
  if (found == values_.end()) return std::nullopt;
  return value_of(*found);
}

std::expected<std::vector<std::uint8_t>, StoreError> LogStore::value_of(const EntryHeader& header) {
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    const auto found = read_entry(copy, header.position);
    if (!found || found->header.sequence != header.sequence) continue;
    const auto value = wire::Bytes(found->blocks).subspan(kEntryHeader, header.size);
    return std::vector<std::uint8_t>(value.begin(), value.end());
  }
  return std::unexpected(StoreError::kDamaged);
}

std::expected<void, StoreError> LogStore::save(std::string_view name,
                                               std::span<const std::uint8_t> value) {
  if (!valid_name(name)) return std::unexpected(StoreError::kIo);
  if (auto opened = ensure_open(); !opened) return opened;

  const std::uint32_t capacity = segment_blocks_ - 1;
  if (value.size() > capacity * Blocks::kSize) return std::unexpected(StoreError::kFull);
  EntryHeader entry;
  entry.size = static_cast<std::uint32_t>(value.size());
  std::uint32_t needed = entry.blocks();
  for (const EntryHeader& other : values_) {
    if (other.name != name) needed += other.blocks();
  }
  if (needed > capacity) return std::unexpected(StoreError::kFull);

  const bool room = !blank_ && end_ + entry.blocks() <= segment_blocks_;
  if (room && append(name, value)) return {};
  const auto moved = move(name, value);
  // What the medium holds now is to be found out, not assumed.
  if (!moved) open_ = false;
  return moved;
}

bool LogStore::append(std::string_view name, std::span<const std::uint8_t> value) {
  EntryHeader entry{generation_, sequence_ + 1, position(end_),
                    static_cast<std::uint32_t>(value.size()), std::string(name)};
  const std::vector<std::uint8_t> bytes = encode_entry(entry, value, key_.bytes());
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    if (!write(copy, entry.position, bytes) || !flush()) return false;
  }
  ++sequence_;
  end_ += entry.blocks();
  std::erase_if(values_, [&](const EntryHeader& old) { return old.name == name; });
  values_.push_back(std::move(entry));
  return true;
}

// Into the next segment that takes it.
std::expected<void, StoreError> LogStore::move(std::string_view name,
                                               std::span<const std::uint8_t> value) {
  if (blank_ && !format()) return std::unexpected(StoreError::kIo);
  std::expected<void, StoreError> filled = std::unexpected(StoreError::kIo);
  const std::uint32_t others = blank_ ? segments_ : segments_ - 1;
  for (std::uint32_t i = 1; i <= others; ++i) {
    filled = fill((segment_ + i) % segments_, name, value);
    if (filled || filled.error() != StoreError::kIo) break;
  }
  return filled;
}

std::expected<void, StoreError> LogStore::fill(std::uint32_t segment, std::string_view name,
                                               std::span<const std::uint8_t> value) {
  const std::uint64_t generation = next_generation_++;
  // From here on the generation counts as used: what follows cannot be mixed up with a later try.
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    if (!put_header(copy, segment, SegmentState::kOpening, generation)) {
      return std::unexpected(StoreError::kIo);
    }
  }
  if (!flush()) return std::unexpected(StoreError::kIo);

  std::uint32_t end = 1;
  std::vector<EntryHeader> values;
  const auto copy_value = [&](std::string_view its_name, wire::Bytes its_value) {
    EntryHeader entry{generation, ++sequence_, segment * segment_blocks_ + end,
                      static_cast<std::uint32_t>(its_value.size()), std::string(its_name)};
    const auto bytes = encode_entry(entry, its_value, key_.bytes());
    end += entry.blocks();
    values.push_back(std::move(entry));
    return write(0, values.back().position, bytes) && write(1, values.back().position, bytes);
  };
  for (const EntryHeader& old : values_) {
    if (old.name == name) continue;
    const auto its_value = value_of(old);
    if (!its_value) return std::unexpected(its_value.error());
    if (!copy_value(old.name, *its_value)) return std::unexpected(StoreError::kIo);
  }
  if (!copy_value(name, value) || !flush()) return std::unexpected(StoreError::kIo);

  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    if (!put_header(copy, segment, SegmentState::kActive, generation) || !flush()) {
      return std::unexpected(StoreError::kIo);
    }
  }
  blank_ = false;
  segment_ = segment;
  generation_ = generation;
  end_ = end;
  values_ = std::move(values);
  return {};
}

// A header in every segment, so that an area that was once in use is known by any two of them.
bool LogStore::format() {
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    for (std::uint32_t segment = 0; segment < segments_; ++segment) {
      if (!put_header(copy, segment, SegmentState::kEmpty, 0) || !flush()) return false;
    }
  }
  segment_ = segments_ - 1;  // the next is the first
  return true;
}

std::expected<void, StoreError> LogStore::erase() {
  // What cannot be opened can still be erased, also where reading fails.
  static_cast<void>(ensure_open());
  open_ = false;
  if (segment_blocks_ < kLeastBlocks) return std::unexpected(StoreError::kIo);
  // Not over the header in force: as long as this is not on the medium nothing may be lost.
  const std::uint32_t segment = (segment_ + 1) % segments_;
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    if (!put_header(copy, segment, SegmentState::kErasing, next_generation_) || !flush()) {
      return std::unexpected(StoreError::kIo);
    }
  }
  // Which does it, unless a header that could not be read before says otherwise.
  if (auto erased = open(); !erased) return erased;
  if (!blank_) return std::unexpected(StoreError::kIo);
  return {};
}

// Overwrites all but the headers that ask for it, then those. A block that takes no writes does not
// save the others, but leaves the erase to be continued.
std::expected<void, StoreError> LogStore::finish_erase() {
  constexpr std::uint32_t kAtOnce = 16;
  const std::vector<std::uint8_t> zeros(kAtOnce * Blocks::kSize);
  std::vector<std::uint32_t> marks;
  const std::uint32_t total = kCopies * copy_blocks();
  std::uint32_t at = 0;
  bool whole = true;
  const auto clear = [&](std::uint32_t end) {
    while (at < end) {
      const std::uint32_t count = std::min(kAtOnce, end - at);
      if (!blocks_.write(at, std::span(zeros).first(count * Blocks::kSize))) {
        for (std::uint32_t i = 0; i < count; ++i) {
          whole &= blocks_.write(at + i, std::span(zeros).first(Blocks::kSize)).has_value();
        }
      }
      at += count;
    }
  };
  for (std::uint32_t header = 0; header < total; header += segment_blocks_) {
    Block block{};
    if (!blocks_.read(header, block)) continue;
    const auto decoded = decode_header(block, key_.bytes());
    if (!decoded || decoded->state != SegmentState::kErasing) continue;
    marks.push_back(header);
    clear(header);
    at = header + 1;
  }
  clear(total);
  if (!whole || !flush()) return std::unexpected(StoreError::kIo);
  for (const std::uint32_t mark : marks) {
    if (!blocks_.write(mark, std::span(zeros).first(Blocks::kSize)) || !flush()) {
      return std::unexpected(StoreError::kIo);
    }
  }
  blank_ = true;
  return {};
}

bool LogStore::put_header(std::uint32_t copy, std::uint32_t segment, SegmentState state,
                          std::uint64_t generation) {
  const Block block = encode_header({state, generation, segments_, segment_blocks_}, key_.bytes());
  return write(copy, segment * segment_blocks_, block);
}

bool LogStore::read(std::uint32_t copy, std::uint32_t position, std::span<std::uint8_t> out) {
  if (!within(position, out.size(), copy_blocks())) return false;
  return blocks_.read(copy * copy_blocks() + position, out).has_value();
}

bool LogStore::write(std::uint32_t copy, std::uint32_t position,
                     std::span<const std::uint8_t> data) {
  if (!within(position, data.size(), copy_blocks())) return false;
  return blocks_.write(copy * copy_blocks() + position, data).has_value();
}

}  // namespace gokey::store
