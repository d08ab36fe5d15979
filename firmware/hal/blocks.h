// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>

namespace gokey::hal {

enum class BlocksError : std::uint8_t {
  kAbsent,  // there is no medium
  kRange,   // outside the medium, or not whole blocks
  kIo,      // the medium failed
};

// Storage in blocks: an eMMC, a microSD card, a file.
//
// Power may fail at any moment. A block that was being written may then hold its old content, its
// new content or anything else, or not be readable until it is written again; no other block
// changes. Blocks written since the last flush() may have reached the medium or not, in any order.
class Blocks {
 public:
  static constexpr std::size_t kSize = 512;  // bytes of a block

  virtual ~Blocks() = default;
  [[nodiscard]] virtual std::uint32_t count() const = 0;
  // Both take whole blocks, at least one, from `first` on.
  [[nodiscard]] virtual std::expected<void, BlocksError> read(std::uint32_t first,
                                                              std::span<std::uint8_t> out) = 0;
  [[nodiscard]] virtual std::expected<void, BlocksError> write(
      std::uint32_t first, std::span<const std::uint8_t> data) = 0;
  // What was written before is on the medium afterwards.
  [[nodiscard]] virtual std::expected<void, BlocksError> flush() = 0;
};

}  // namespace gokey::hal
