// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/ocotp.h"

#include <gtest/gtest.h>

#include "registers.h"

namespace gokey::imx6ul {
namespace {

using testing::Registers;

constexpr std::uint32_t kBase = 0x021BC000;
constexpr std::uint32_t kCtrl = kBase, kCtrlSet = kBase + 4, kCtrlClr = kBase + 8,
                        kData = kBase + 0x20;
constexpr std::uint32_t kBusy = 1U << 8, kError = 1U << 9, kReload = 1U << 10;
constexpr std::uint64_t kUnit = 0xDDCCBBAA11223344;
constexpr Fuse kSpare{4, 6};  // GP1
constexpr std::uint32_t kSpareShadow = kBase + 0x400 + 0x10 * 38;

// A controller whose fuses are burnt by DATA and seen after a reload.
struct Controller : Registers {
  Controller() {
    (*this)[kBase + 0x410] = 0x11223344;
    (*this)[kBase + 0x420] = 0xDDCCBBAA;
    on_read[kCtrl] = [this] {
      const std::uint32_t busy = busy_for > 0 ? kBusy : 0;
      if (busy_for > 0) --busy_for;
      return control | busy;
    };
    on_write[kCtrl] = [this](std::uint32_t value) { control = value; };
    on_write[kCtrlClr] = [this](std::uint32_t value) { control &= ~value; };
    on_write[kCtrlSet] = [this](std::uint32_t value) {
      if ((value & kReload) != 0) (*this)[kSpareShadow] |= burnt & holds;
      busy_for = 5;
    };
    on_write[kData] = [this](std::uint32_t value) {
      const bool unlocked = control >> 16U == 0x3E77;
      if (!unlocked || locked) control |= kError;
      if (unlocked && !locked && (control & 0x7FU) == 38) burnt |= value;
      control &= 0xFFFF;
      busy_for = 10;
    };
  }
  std::uint32_t control = 0, burnt = 0, holds = ~0U;
  int busy_for = 0;
  bool locked = false;
};

TEST(Ocotp, FindsTheShadowOfEveryBank) {
  Registers registers;
  registers[kBase + 0x460] = 6;
  registers[kBase + 0x400 + 0x10 * 47] = 47;
  registers[kBase + 0x500 + 0x10 * 48] = 48;  // behind the gap
  const Ocotp ocotp;
  EXPECT_EQ(ocotp.read({0, 6}), 6U);
  EXPECT_EQ(ocotp.read({5, 7}), 47U);
  EXPECT_EQ(ocotp.read({6, 0}), 48U);
  EXPECT_FALSE(ocotp.read({16, 0}).has_value());
  EXPECT_FALSE(ocotp.read({0, 8}).has_value());
}

TEST(Ocotp, BlowsWithAPermitForJustThat) {
  Controller controller;
  controller.control = kError;  // left by somebody
  ASSERT_TRUE(Ocotp().blow(kSpare, 0x11, {kSpare, 0x11, kUnit}));
  EXPECT_EQ(controller.burnt, 0x11U);
}

TEST(Ocotp, WithoutAPermitNothingIsWritten) {
  Controller controller;
  const Ocotp ocotp;
  const FusePermit permits[] = {
      {{4, 7}, 0x11, kUnit},
      {{3, 6}, 0x11, kUnit},
      {kSpare, 0x10, kUnit},
      {kSpare, 0x11, kUnit + 1},
  };
  for (const FusePermit& permit : permits) {
    EXPECT_EQ(ocotp.blow(kSpare, 0x11, permit).error(), FuseError::kNotPermitted);
  }
  EXPECT_EQ(ocotp.blow({20, 0}, 1, {{20, 0}, 1, kUnit}).error(), FuseError::kNoSuchFuse);
  EXPECT_EQ(ocotp.blow(kSpare, 0, {kSpare, 0, kUnit}).error(), FuseError::kNoSuchFuse);
  EXPECT_TRUE(controller.written.empty());
}

TEST(Ocotp, SaysWhatWentWrong) {
  {
    Controller controller;
    controller.locked = true;
    EXPECT_EQ(Ocotp().blow(kSpare, 1, {kSpare, 1, kUnit}).error(), FuseError::kLocked);
    EXPECT_EQ(controller.control & kError, 0U) << "the next one would fail for it";
  }
  {
    Controller controller;
    controller.holds = 0x01;
    EXPECT_EQ(Ocotp().blow(kSpare, 3, {kSpare, 3, kUnit}).error(), FuseError::kMismatch);
  }
  Controller controller;
  controller.on_read[kCtrl] = [] { return kBusy; };
  EXPECT_EQ(Ocotp().blow(kSpare, 1, {kSpare, 1, kUnit}).error(), FuseError::kBusy);
  EXPECT_EQ(controller.burnt, 0U);
}

}  // namespace
}  // namespace gokey::imx6ul
