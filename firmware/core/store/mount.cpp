// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How the store finds out what is on its medium.
#include <algorithm>
#include <array>

#include "core/store/log_store.h"
#include "core/store/survey.h"

namespace gokey::store {

using hal::Blocks;
using hal::StoreError;

namespace {

// Read at once while searching.
constexpr std::uint32_t kChunkBlocks = 32;

}  // namespace

void Survey::add(std::uint32_t copy, std::uint32_t segment,
                 const std::expected<SegmentHeader, HeaderError>& header) {
  if (!header) {
    damaged += header.error() == HeaderError::kDamaged ? 1U : 0U;
    foreign += header.error() == HeaderError::kForeign ? 1U : 0U;
    versions += header.error() == HeaderError::kVersion ? 1U : 0U;
    return;
  }
  headers[copy][segment] = *header;
  if (!highest || header->generation > highest->generation) highest = *header;
  if (header->state == SegmentState::kActive && (!active || header->generation > generation)) {
    active = segment;
    generation = header->generation;
  }
}

std::expected<void, StoreError> LogStore::mount() {
  values_.clear();
  health_ = {};
  blank_ = false;
  sequence_ = 0;
  segment_blocks_ = blocks_.count() / kCopies / segments_;
  if (segment_blocks_ < kLeastBlocks) return std::unexpected(StoreError::kIo);
  key_ = crypto::Secret(32);
  device_.derive("gokey/store/v1", key_.writable().first<32>());

  const Survey survey = this->survey();
  next_generation_ = survey.highest ? survey.highest->generation + 1 : 1;
  segment_ = survey.active.value_or(0);
  generation_ = survey.generation;
  if (auto judged = judge(survey); !judged) return judged;
  if (survey.highest && survey.highest->state == SegmentState::kErasing) return finish_erase();
  if (!survey.active) {
    blank_ = true;
    return {};
  }
  replay();
  repair_headers(survey);
  return {};
}

Survey LogStore::survey() {
  Survey survey;
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    survey.headers[copy].resize(segments_);
    for (std::uint32_t segment = 0; segment < segments_; ++segment) {
      Block block{};
      if (!read(copy, segment * segment_blocks_, block)) {
        ++survey.unreadable;
        continue;
      }
      survey.add(copy, segment, decode_header(block, key_.bytes()));
    }
  }
  return survey;
}

std::expected<void, StoreError> LogStore::judge(const Survey& survey) const {
  // Asked for and begun: whatever else is there goes.
  if (survey.highest && survey.highest->state == SegmentState::kErasing) return {};
  // One newer header is enough: a newer version was at work here.
  if (survey.versions > 0) return std::unexpected(StoreError::kVersion);
  if (survey.highest) {
    const bool same =
        survey.highest->segments == segments_ && survey.highest->blocks == segment_blocks_;
    if (same) return {};
    return std::unexpected(StoreError::kVersion);
  }
  if (survey.foreign > 0) return std::unexpected(StoreError::kForeign);
  // A single broken one is what the very first write leaves when power fails. An area that was
  // once formatted has many.
  if (survey.unreadable + survey.damaged <= 1) return {};
  return std::unexpected(survey.unreadable > 0 ? StoreError::kIo : StoreError::kDamaged);
}

// Reads the entries of the segment in force from its start to its end.
void LogStore::replay() {
  end_ = 1;
  while (end_ < segment_blocks_) {
    auto found = find_entry(end_);
    if (!found) {
      // The end of the log; or an entry that neither copy has any more, with others behind it.
      const auto next = next_entry(end_ + 1);
      if (!next) return;
      health_.lost = true;
      end_ = *next;
      continue;
    }
    sequence_ = found->sequence;
    end_ += found->blocks();
    std::erase_if(values_, [&](const EntryHeader& old) { return old.name == found->name; });
    values_.push_back(std::move(*found));
  }
}

// The entry at block `at` of the segment in force. A copy that lacks it gets it.
std::optional<EntryHeader> LogStore::find_entry(std::uint32_t at) {
  auto first = read_entry(0, position(at));
  const auto second = read_entry(1, position(at));
  if (!first && !second) return std::nullopt;
  const bool newer = (first ? *first : *second).header.sequence > sequence_;
  if (!newer) return std::nullopt;
  if (!first || !second || first->blocks != second->blocks) {
    const std::uint32_t bad = first ? 1 : 0;
    const std::vector<std::uint8_t>& good = (first ? *first : *second).blocks;
    const bool mended = write(bad, position(at), good) && flush();
    (mended ? health_.repaired : health_.degraded) = true;
  }
  return (first ? *first : *second).header;
}

std::optional<std::uint32_t> LogStore::next_entry(std::uint32_t from) {
  const auto first = next_entry_of(0, from);
  const auto second = next_entry_of(1, from);
  if (first && second) return std::min(*first, *second);
  return first ? first : second;
}

std::optional<std::uint32_t> LogStore::next_entry_of(std::uint32_t copy, std::uint32_t from) {
  std::vector<std::uint8_t> chunk(kChunkBlocks * Blocks::kSize);
  for (std::uint32_t at = from; at < segment_blocks_;) {
    const std::uint32_t count = std::min(kChunkBlocks, segment_blocks_ - at);
    const std::span<std::uint8_t> bytes = std::span(chunk).first(count * Blocks::kSize);
    const bool readable = read(copy, position(at), bytes);
    for (std::uint32_t i = 0; i < count; ++i, ++at) {
      const auto block = bytes.subspan(i * Blocks::kSize).first<Blocks::kSize>();
      // One block that cannot be read spoils the whole chunk, but not its other blocks.
      if (!readable && !read(copy, position(at), block)) continue;
      if (!peek_entry(block)) continue;
      const auto entry = read_entry(copy, position(at));
      if (entry && entry->header.sequence > sequence_) return at;
    }
  }
  return std::nullopt;
}

// An authentic entry of the segment in force, whatever its sequence number.
std::optional<LogStore::Found> LogStore::read_entry(std::uint32_t copy, std::uint32_t position) {
  Block block{};
  if (!read(copy, position, block)) return std::nullopt;
  auto header = peek_entry(block);
  if (!header || header->generation != generation_ || header->position != position ||
      header->size > segment_blocks_ * Blocks::kSize) {
    return std::nullopt;
  }
  const std::uint32_t room = segment_blocks_ - position % segment_blocks_;
  if (header->blocks() > room) return std::nullopt;
  Found found{std::move(*header), std::vector<std::uint8_t>(block.begin(), block.end())};
  const std::uint32_t more = found.header.blocks() - 1;
  if (more > 0) {
    found.blocks.resize((more + 1) * Blocks::kSize);
    if (!read(copy, position + 1, std::span(found.blocks).subspan(Blocks::kSize))) {
      return std::nullopt;
    }
  }
  if (!entry_value(found.header, found.blocks, key_.bytes())) return std::nullopt;
  return found;
}

// After the entries, so that a header never promises what its copy does not have.
void LogStore::repair_headers(const Survey& survey) {
  for (std::uint32_t copy = 0; copy < kCopies; ++copy) {
    for (std::uint32_t segment = 0; segment < segments_; ++segment) {
      const bool in_force = segment == segment_;
      const auto& there = survey.headers[copy][segment];
      const bool good = there && (!in_force || (there->generation == generation_ &&
                                                there->state == SegmentState::kActive));
      if (good) continue;
      const bool mended =
          put_header(copy, segment, in_force ? SegmentState::kActive : SegmentState::kEmpty,
                     in_force ? generation_ : 0) &&
          flush();
      (mended ? health_.repaired : health_.degraded) = true;
    }
  }
}

}  // namespace gokey::store
