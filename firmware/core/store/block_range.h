// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hal/blocks.h"

namespace gokey::store {

// A part of a medium as if it were one: nothing outside can be reached through it.
class BlockRange final : public hal::Blocks {
 public:
  // `medium` outlives the range. Where the medium ends earlier, so does the range.
  BlockRange(hal::Blocks& medium, std::uint32_t first, std::uint32_t count)
      : medium_(medium), first_(first), count_(count) {}

  [[nodiscard]] std::uint32_t count() const override;
  [[nodiscard]] std::expected<void, hal::BlocksError> read(std::uint32_t first,
                                                           std::span<std::uint8_t> out) override;
  [[nodiscard]] std::expected<void, hal::BlocksError> write(
      std::uint32_t first, std::span<const std::uint8_t> data) override;
  [[nodiscard]] std::expected<void, hal::BlocksError> flush() override { return medium_.flush(); }

 private:
  hal::Blocks& medium_;
  std::uint32_t first_, count_;
};

// True if `bytes` are whole blocks, at least one, that lie inside `count` blocks from `first` on.
[[nodiscard]] bool within(std::uint32_t first, std::size_t bytes, std::uint32_t count);

}  // namespace gokey::store
