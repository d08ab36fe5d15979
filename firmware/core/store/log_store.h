// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Named values in a log on blocks, for a medium whose power may fail at any moment.
//
// Everything is there twice (format.h). A save appends an entry to the segment in force, in the
// first copy, then in the second; each is on the medium before the next step begins. When the
// segment is full, all values go to the next one, which comes into force by the last write: its
// header. So each block of the area is written equally often, and what was acknowledged is at no
// moment in one place alone.
//
// Codes under a key of the device bind each entry to its place and age: old entries, entries of
// another device and entries put elsewhere are not taken. What is not noticed is a whole area put
// back as it once was.
#pragma once

#include <string>
#include <vector>

#include "core/store/format.h"
#include "hal/device_key.h"
#include "hal/store.h"

namespace gokey::store {

struct Survey;

// What was found wrong. Never more than what a power failure explains unless `lost`.
struct Health {
  bool repaired = false;  // one copy was half-written or damaged, and was written anew
  bool degraded = false;  // the same, but writing it anew failed
  bool lost = false;      // an entry was readable in neither copy; older values may be in use

  friend bool operator==(const Health&, const Health&) = default;
};

class LogStore final : public hal::Store {
 public:
  static constexpr std::uint32_t kCopies = 2;
  static constexpr std::uint32_t kSegments = 8;
  static constexpr std::uint32_t kLeastBlocks = 8;  // of a segment

  // Both outlive the store. All of `blocks` is used; no use if that is less than 4 KiB a segment.
  LogStore(hal::Blocks& blocks, const hal::DeviceKey& device, std::uint32_t segments = kSegments);

  // Reads the medium; load() and save() do so where it was not called. A blank medium is an empty
  // store, and is written to by the first save(). Repairs what it can, see health().
  // kForeign, kVersion, kDamaged: nothing was written.
  [[nodiscard]] std::expected<void, hal::StoreError> open();
  [[nodiscard]] const Health& health() const { return health_; }

  [[nodiscard]] std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> load(
      std::string_view name) override;
  [[nodiscard]] std::expected<void, hal::StoreError> save(
      std::string_view name, std::span<const std::uint8_t> value) override;
  // Overwrites everything there ever was, older values too, whoever wrote it and whatever its
  // state. Once begun it is continued by open() after a power failure.
  [[nodiscard]] std::expected<void, hal::StoreError> erase() override;

 private:
  struct Found {
    EntryHeader header;
    std::vector<std::uint8_t> blocks;
  };

  // mount.cpp
  [[nodiscard]] std::expected<void, hal::StoreError> mount();
  [[nodiscard]] Survey survey();
  [[nodiscard]] std::expected<void, hal::StoreError> judge(const Survey& survey) const;
  void replay();
  void repair_headers(const Survey& survey);
  [[nodiscard]] std::optional<EntryHeader> find_entry(std::uint32_t at);
  [[nodiscard]] std::optional<std::uint32_t> next_entry(std::uint32_t from);
  [[nodiscard]] std::optional<std::uint32_t> next_entry_of(std::uint32_t copy, std::uint32_t from);
  [[nodiscard]] std::optional<Found> read_entry(std::uint32_t copy, std::uint32_t position);

  // log_store.cpp
  [[nodiscard]] std::expected<void, hal::StoreError> ensure_open();
  [[nodiscard]] bool format();
  [[nodiscard]] bool append(std::string_view name, std::span<const std::uint8_t> value);
  [[nodiscard]] std::expected<void, hal::StoreError> move(std::string_view name,
                                                          std::span<const std::uint8_t> value);
  [[nodiscard]] std::expected<void, hal::StoreError> fill(std::uint32_t segment,
                                                          std::string_view name,
                                                          std::span<const std::uint8_t> value);
  [[nodiscard]] std::expected<std::vector<std::uint8_t>, hal::StoreError> value_of(
      const EntryHeader& header);
  [[nodiscard]] std::expected<void, hal::StoreError> finish_erase();
  [[nodiscard]] bool put_header(std::uint32_t copy, std::uint32_t segment, SegmentState state,
                                std::uint64_t generation);

  // Places inside a copy, in blocks.
  [[nodiscard]] bool read(std::uint32_t copy, std::uint32_t position, std::span<std::uint8_t> out);
  [[nodiscard]] bool write(std::uint32_t copy, std::uint32_t position,
                           std::span<const std::uint8_t> data);
  [[nodiscard]] bool flush() { return blocks_.flush().has_value(); }
  [[nodiscard]] std::uint32_t position(std::uint32_t at) const {
    return segment_ * segment_blocks_ + at;
  }
  [[nodiscard]] std::uint32_t copy_blocks() const { return segments_ * segment_blocks_; }

  hal::Blocks& blocks_;
  const hal::DeviceKey& device_;
  std::uint32_t segments_, segment_blocks_ = 0;
  crypto::Secret key_;

  bool open_ = false;
  bool blank_ = false;            // not formatted yet
  std::uint32_t segment_ = 0;     // in force
  std::uint64_t generation_ = 0;  // its own
  std::uint64_t next_generation_ = 1;
  std::uint64_t sequence_ = 0;  // of the newest entry
  std::uint32_t end_ = 1;       // block of the segment behind the last entry
  std::vector<EntryHeader> values_;
  Health health_;
};

}  // namespace gokey::store
