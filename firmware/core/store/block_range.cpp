// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/block_range.h"

#include <algorithm>

namespace gokey::store {

using hal::BlocksError;

bool within(std::uint32_t first, std::size_t bytes, std::uint32_t count) {
  return bytes != 0 && bytes % hal::Blocks::kSize == 0 && first <= count &&
         bytes / hal::Blocks::kSize <= count - first;
}

std::uint32_t BlockRange::count() const {
  const std::uint32_t whole = medium_.count();
  return whole <= first_ ? 0 : std::min(count_, whole - first_);
}

std::expected<void, BlocksError> BlockRange::read(std::uint32_t first,
                                                  std::span<std::uint8_t> out) {
  if (count() == 0) return std::unexpected(BlocksError::kAbsent);
  if (!within(first, out.size(), count())) return std::unexpected(BlocksError::kRange);
  return medium_.read(first_ + first, out);
}

std::expected<void, BlocksError> BlockRange::write(std::uint32_t first,
                                                   std::span<const std::uint8_t> data) {
  if (count() == 0) return std::unexpected(BlocksError::kAbsent);
  if (!within(first, data.size(), count())) return std::unexpected(BlocksError::kRange);
  return medium_.write(first_ + first, data);
}

}  // namespace gokey::store
