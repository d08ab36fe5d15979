// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/block_range.h"

#include <gtest/gtest.h>

#include "medium.h"

namespace gokey {
namespace {

using hal::Blocks;
using hal::BlocksError;

TEST(BlockRange, ReachesNothingOutside) {
  testing::Medium medium(16, 0xAA);
  store::BlockRange range(medium, 4, 8);
  EXPECT_EQ(range.count(), 8U);
  std::vector<std::uint8_t> data(8 * Blocks::kSize, 0x55);
  ASSERT_TRUE(range.write(0, data));
  EXPECT_EQ(medium.block(3)[511], 0xAA);
  EXPECT_EQ(medium.block(4)[0], 0x55);
  EXPECT_EQ(medium.block(11)[511], 0x55);
  EXPECT_EQ(medium.block(12)[0], 0xAA);
  EXPECT_EQ(range.write(1, data).error(), BlocksError::kRange);
  EXPECT_EQ(range.read(8, std::span(data).first(Blocks::kSize)).error(), BlocksError::kRange);
  EXPECT_EQ(range.read(0xFFFFFFFF, std::span(data).first(Blocks::kSize)).error(),
            BlocksError::kRange);
}

TEST(BlockRange, TakesWholeBlocksOnly) {
  testing::Medium medium(16);
  store::BlockRange range(medium, 0, 16);
  std::vector<std::uint8_t> data(Blocks::kSize + 1);
  EXPECT_EQ(range.read(0, data).error(), BlocksError::kRange);
  EXPECT_EQ(range.write(0, {}).error(), BlocksError::kRange);
}

TEST(BlockRange, EndsWithItsMedium) {
  testing::Medium medium(16);
  EXPECT_EQ(store::BlockRange(medium, 10, 100).count(), 6U);
  store::BlockRange behind(medium, 16, 8);
  EXPECT_EQ(behind.count(), 0U);
  std::vector<std::uint8_t> data(Blocks::kSize);
  EXPECT_EQ(behind.read(0, data).error(), BlocksError::kAbsent);
}

}  // namespace
}  // namespace gokey
