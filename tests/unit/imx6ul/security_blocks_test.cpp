// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/security_blocks.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "caam_module.h"

namespace gokey::imx6ul {
namespace {

using testing::CaamModule;

constexpr std::uint32_t kDigprog = 0x020C'8260, kRngbStatus = 0x0228'400C;

// A chip with all of them, so that nothing but the choice decides.
struct Everything : CaamModule {
  Everything() {
    on_read[kRngbStatus] = [] { return 1U << 4U | 1U << 5U | 1U << 8U; };
  }
  [[nodiscard]] bool touched_only(std::uint32_t from, std::uint32_t to) const {
    return std::ranges::all_of(touched, [&](std::uint32_t at) { return at >= from && at < to; });
  }
};

TEST(Chip, IsToldApartByItsSiliconId) {
  testing::Registers registers;
  registers[kDigprog] = 0x0064'0002;
  EXPECT_EQ(this_chip(), Chip::kImx6ul);
  registers[kDigprog] = 0x0065'0001;
  EXPECT_EQ(this_chip(), Chip::kImx6ull);
  registers[kDigprog] = 0x0063'0005;
  EXPECT_EQ(this_chip(), Chip::kUnknown);
}

TEST(SecurityBlocks, ThePlainChipHasACaam) {
  Everything chip;
  SecurityBlocks blocks(Chip::kImx6ul);
  ASSERT_TRUE(blocks.usable());
  EXPECT_TRUE(blocks.entropy().healthy());
  testing::BlobKey key{};
  ASSERT_TRUE(blocks.key().secret(key));
  EXPECT_EQ(key, CaamModule::own_key());
  EXPECT_TRUE(chip.touched_only(0x0214'0000, 0x0215'0000)) << "elsewhere is an abort";
}

TEST(SecurityBlocks, AndWithoutAnAnswerFromItThereIsNothingToUse) {
  Everything chip;
  chip.resets = false;
  EXPECT_FALSE(SecurityBlocks(Chip::kImx6ul).usable());
}

TEST(SecurityBlocks, TheOthersHaveDcpAndRngb) {
  Everything chip;
  SecurityBlocks blocks(Chip::kImx6ull);
  ASSERT_TRUE(blocks.usable());
  EXPECT_TRUE(blocks.entropy().healthy());
  EXPECT_TRUE(blocks.entropy().word());
  EXPECT_TRUE(blocks.key().own());
  EXPECT_EQ(chip.jobs, 0);
  EXPECT_TRUE(chip.touched_only(0x0228'0000, 0x0228'8000));
}

TEST(SecurityBlocks, OnAnUnknownChipNothingIsTouched) {
  Everything chip;
  EXPECT_FALSE(SecurityBlocks(Chip::kUnknown).usable());
  EXPECT_TRUE(chip.touched.empty());
}

}  // namespace
}  // namespace gokey::imx6ul
