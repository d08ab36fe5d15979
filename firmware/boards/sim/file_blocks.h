// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/sim/posix.h"
#include "hal/blocks.h"

namespace gokey::sim {

// A file as a medium, as the board's eMMC is one.
class FileBlocks final : public hal::Blocks {
 public:
  FileBlocks(UniqueFd file, std::uint32_t count) : file_(std::move(file)), count_(count) {}

  [[nodiscard]] std::uint32_t count() const override { return count_; }
  [[nodiscard]] std::expected<void, hal::BlocksError> read(std::uint32_t first,
                                                           std::span<std::uint8_t> out) override;
  [[nodiscard]] std::expected<void, hal::BlocksError> write(
      std::uint32_t first, std::span<const std::uint8_t> data) override;
  [[nodiscard]] std::expected<void, hal::BlocksError> flush() override;

 private:
  UniqueFd file_;
  std::uint32_t count_;
};

}  // namespace gokey::sim
