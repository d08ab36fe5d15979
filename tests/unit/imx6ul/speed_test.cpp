// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/speed.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "processor.h"

namespace gokey::imx6ul {
namespace {

using Model = testing::Processor;
using Lines = std::vector<std::string>;

unsigned mhz_of(const std::optional<OperatingPoint>& point) {
  return point ? point->rate.mhz() : 0;
}

TEST(SpeedGrade, IsWhatTheUnitWasSoldFor) {
  const auto grade = [](std::uint32_t bits) {
    return std::optional(0x1234'0000U << 2U | bits << 16U);
  };
  EXPECT_EQ(mhz_of(fastest(Chip::kImx6ull, grade(3))), 900U);
  EXPECT_EQ(mhz_of(fastest(Chip::kImx6ull, grade(2))), 792U);
  EXPECT_EQ(mhz_of(fastest(Chip::kImx6ull, grade(1))), 528U);
  EXPECT_EQ(mhz_of(fastest(Chip::kImx6ul, grade(2))), 696U);
  EXPECT_EQ(mhz_of(fastest(Chip::kImx6ul, grade(1))), 528U);
}

TEST(SpeedGrade, WithoutAMeaningNothingIsKnown) {
  EXPECT_FALSE(fastest(Chip::kImx6ull, 0));
  EXPECT_FALSE(fastest(Chip::kImx6ul, 0));
  EXPECT_FALSE(fastest(Chip::kImx6ul, 3U << 16U));
  EXPECT_FALSE(fastest(Chip::kUnknown, 3U << 16U));
  EXPECT_FALSE(fastest(Chip::kImx6ull, std::nullopt));
}

struct Grade {
  std::uint32_t bits;
  unsigned mhz, millivolts;
};
class EveryGrade : public ::testing::TestWithParam<Grade> {};

TEST_P(EveryGrade, UpAndDownWithoutBreakingARule) {
  const auto [bits, mhz, millivolts] = GetParam();
  Model chip;
  chip.set_grade(bits);
  chip.limit_mhz = mhz;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(chip.broken, Lines{});
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(speed.set(Speed::kFull), mhz);
    EXPECT_EQ(chip.mhz(), mhz);
    EXPECT_EQ(chip.arm_mv(), millivolts);
    EXPECT_EQ(speed.set(Speed::kFull), mhz);
    EXPECT_EQ(speed.set(Speed::kIdle), 198U);
    EXPECT_EQ(chip.mhz(), 198);
    EXPECT_EQ(chip.arm_mv(), 950U);
    EXPECT_EQ(chip.soc_mv(), 1150U);
  }
  EXPECT_EQ(chip.broken, Lines{});
}

INSTANTIATE_TEST_SUITE_P(Speed, EveryGrade,
                         ::testing::Values(Grade{3, 900, 1275}, Grade{2, 792, 1225},
                                           Grade{1, 528, 1175}));

TEST(CoreSpeed, AFuseThatSaysNothingLeavesTheLoadersSpeed) {
  for (const std::uint32_t fuse : {0U, 0xBADABADAU}) {  // reserved; locked against reading
    Model chip;
    chip[0x021BC440] = fuse;
    CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
    EXPECT_EQ(speed.set(Speed::kFull).error(), SpeedError::kUnknownGrade);
    EXPECT_EQ(speed.set(Speed::kIdle).error(), SpeedError::kUnknownGrade);
    EXPECT_TRUE(chip.written.empty());
  }
}

TEST(CoreSpeed, WhatTheLoaderFeedsOtherwiseIsLeftAlone) {
  {
    Model chip;
    chip.ccsr = 4U | 1U << 8U;  // the step clock, from PLL2
    EXPECT_EQ(CoreSpeed(Chip::kImx6ull, Ocotp(), chip).set(Speed::kFull).error(),
              SpeedError::kForeignClock);
    EXPECT_TRUE(chip.written.empty());
  }
  Model chip;
  chip.on_read[0x020C8140] = [] { return 0x0040'201FU | 0x1FU << 18U; };  // bypassed
  EXPECT_EQ(CoreSpeed(Chip::kImx6ull, Ocotp(), chip).set(Speed::kFull).error(),
            SpeedError::kForeignSupply);
  EXPECT_TRUE(chip.written.empty());
}

TEST(CoreSpeed, ALoaderThatBypassedThePllIsNoObstacle) {
  Model chip;
  chip.pll = 1U << 13U | 1U << 16U | 66;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull), 900U);
  EXPECT_EQ(chip.mhz(), 900);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, AStepClockThatTheLoaderOnceUsedIsChangedBeforeItIsUsed) {
  Model chip;
  chip.ccsr = 1U << 8U;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull), 900U);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, NotFasterBeforeTheVoltageIsKnown) {
  Model chip;
  chip.clock_stands = true;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull).error(), SpeedError::kVoltage);
  EXPECT_EQ(chip.mhz(), 396);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, APllThatDoesNotLockGivesTheSpeedOfBefore) {
  Model chip;
  chip.failing_locks = 1;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull).error(), SpeedError::kClock);
  EXPECT_EQ(chip.mhz(), 396);
  const auto touched = chip.written.size();
  EXPECT_EQ(speed.set(Speed::kIdle).error(), SpeedError::kClock) << "not tried again";
  EXPECT_EQ(chip.written.size(), touched);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, APllThatNeverLocksAgainLeavesTheOscillator) {
  Model chip;
  chip.failing_locks = 1000;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull).error(), SpeedError::kClock);
  EXPECT_LE(chip.mhz(), 24);
  EXPECT_GT(chip.mhz(), 0);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, ADividerThatHangsLeavesTheOscillator) {
  Model chip;
  chip.divides = false;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  EXPECT_EQ(speed.set(Speed::kFull).error(), SpeedError::kClock);
  EXPECT_LE(chip.mhz(), 24);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSpeed, OnTheWayDownAFailureKeepsTheVoltage) {
  Model chip;
  CoreSpeed speed(Chip::kImx6ull, Ocotp(), chip);
  ASSERT_EQ(speed.set(Speed::kFull), 900U);
  chip.failing_locks = 1;
  EXPECT_EQ(speed.set(Speed::kIdle).error(), SpeedError::kClock);
  EXPECT_EQ(chip.mhz(), 900);
  EXPECT_EQ(chip.arm_mv(), 1275U);
  EXPECT_EQ(chip.broken, Lines{});
}

TEST(CoreSupply, RefusesWhatIsNoVoltageForThisChip) {
  Model chip;
  const CoreSupply supply(chip);
  for (const unsigned millivolts : {0U, 700U, 960U, 1325U, 1475U})
    EXPECT_FALSE(supply.set(millivolts));
  EXPECT_TRUE(chip.written.empty());
  EXPECT_EQ(supply.millivolts(), 1150U);
}

}  // namespace
}  // namespace gokey::imx6ul
