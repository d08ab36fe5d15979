// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A medium in memory whose power fails when told to.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "../vault/fixed_device_key.h"
#include "core/store/block_range.h"
#include "hal/blocks.h"
#include "wire/bytes.h"

namespace gokey::testing {

// What the block under the pen holds after power has failed.
enum class Torn : std::uint8_t { kOld, kNew, kHalf, kNoise, kUnreadable };
inline constexpr std::array kAllTorn{Torn::kOld, Torn::kNew, Torn::kHalf, Torn::kNoise,
                                     Torn::kUnreadable};

class Medium final : public hal::Blocks {
 public:
  explicit Medium(std::uint32_t count, std::uint8_t fill = 0)
      : bytes(count * kSize, fill), writes(count) {}

  [[nodiscard]] std::uint32_t count() const override {
    return static_cast<std::uint32_t>(bytes.size() / kSize);
  }

  [[nodiscard]] std::expected<void, hal::BlocksError> read(std::uint32_t first,
                                                           std::span<std::uint8_t> out) override {
    if (auto fine = check(first, out.size()); !fine) return fine;
    for (std::size_t i = 0; i < out.size() / kSize; ++i) {
      if (unreadable.contains(first + static_cast<std::uint32_t>(i))) {
        return std::unexpected(hal::BlocksError::kIo);
      }
    }
    std::ranges::copy(block(first, out.size()), out.begin());
    return {};
  }

  [[nodiscard]] std::expected<void, hal::BlocksError> write(
      std::uint32_t first, std::span<const std::uint8_t> data) override {
    if (auto fine = check(first, data.size()); !fine) return fine;
    for (std::size_t i = 0; i < data.size(); i += kSize) {
      const auto at = first + static_cast<std::uint32_t>(i / kSize);
      if (unwritable.contains(at)) return std::unexpected(hal::BlocksError::kIo);
      const auto now = data.subspan(i, kSize);
      if (cut_after && written == *cut_after) {
        forget_unflushed();
        tear(at, now);
        off = true;
        return std::unexpected(hal::BlocksError::kIo);
      }
      remember(at);
      std::ranges::copy(now, block(at, kSize).begin());
      unreadable.erase(at);
      ++written;
      ++writes[at];
    }
    return {};
  }

  [[nodiscard]] std::expected<void, hal::BlocksError> flush() override {
    if (off) return std::unexpected(hal::BlocksError::kIo);
    unflushed_.clear();
    return {};
  }

  // Power fails while the block after `blocks` more ones is being written.
  void cut(std::uint64_t blocks, Torn how) {
    cut_after = written + blocks;
    torn = how;
  }
  void power_on() {
    cut_after.reset();
    off = false;
  }
  [[nodiscard]] std::span<std::uint8_t> block(std::uint32_t first, std::size_t size = kSize) {
    return std::span(bytes).subspan(first * kSize, size);
  }

  std::vector<std::uint8_t> bytes;
  std::set<std::uint32_t> unreadable, unwritable;
  std::vector<unsigned> writes;  // of each block
  std::uint64_t written = 0;     // blocks
  bool off = false, absent = false;
  bool caches = false;  // what was not flushed may be gone when power fails, in any choice

 private:
  [[nodiscard]] std::expected<void, hal::BlocksError> check(std::uint32_t first,
                                                            std::size_t size) const {
    if (absent) return std::unexpected(hal::BlocksError::kAbsent);
    if (!store::within(first, size, count())) return std::unexpected(hal::BlocksError::kRange);
    if (off) return std::unexpected(hal::BlocksError::kIo);
    return {};
  }

  void remember(std::uint32_t at) {
    if (!caches) return;
    const auto now = block(at);
    unflushed_.try_emplace(at, now.begin(), now.end());
  }
  void forget_unflushed() {
    for (const auto& [at, before] : unflushed_) {
      if (random_() % 2 == 0) std::ranges::copy(before, block(at).begin());
    }
    unflushed_.clear();
  }

  void tear(std::uint32_t at, std::span<const std::uint8_t> now) {
    const auto there = block(at);
    switch (torn) {
      case Torn::kOld:
        return;
      case Torn::kNew:
        std::ranges::copy(now, there.begin());
        return;
      case Torn::kHalf:
        std::ranges::copy(now.first(kSize / 2), there.begin());
        return;
      case Torn::kNoise:
        for (std::size_t i = 0; i < kSize; ++i) {
          there[i] = static_cast<std::uint8_t>(i * 167U + at);
        }
        return;
      case Torn::kUnreadable:
        unreadable.insert(at);
        return;
    }
  }

  std::optional<std::uint64_t> cut_after;
  Torn torn = Torn::kOld;
  std::map<std::uint32_t, std::vector<std::uint8_t>> unflushed_;  // as it was before
  std::minstd_rand random_{20261121};
};

}  // namespace gokey::testing
