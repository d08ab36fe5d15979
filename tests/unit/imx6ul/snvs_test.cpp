// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/snvs.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "registers.h"

namespace gokey::imx6ul {
namespace {

using testing::Registers;

constexpr std::uint32_t kBase = 0x020CC000;
constexpr std::uint32_t kHpsr = kBase + 0x14, kLpsr = kBase + 0x4C, kHigh = kBase + 0x5C,
                        kLow = kBase + 0x60, kGlitch = kBase + 0x64;

TEST(Snvs, TheMasterKeyIsUsedInTwoStatesAndOnlyIfItIsWhole) {
  Registers registers;
  const Snvs snvs;
  for (std::uint32_t state = 0; state < 16; ++state) {
    registers[kHpsr] = state << 8U;
    EXPECT_EQ(snvs.state(), static_cast<Snvs::State>(state));
    EXPECT_EQ(snvs.master_key_usable(), state == 13 || state == 15) << state;
    registers[kHpsr] = state << 8U | 1U << 27U;  // blank
    EXPECT_FALSE(snvs.master_key_usable()) << state;
    registers[kHpsr] = state << 8U | 1U << 16U;  // damaged
    EXPECT_FALSE(snvs.master_key_usable()) << state;
  }
}

TEST(Snvs, TampersAreTold) {
  Registers registers;
  const Snvs snvs;
  registers[kLpsr] = 1U << 3U;  // power was lost: it always was
  EXPECT_EQ(snvs.tampers(), 0U);
  registers[kLpsr] = 0xFFFFFFFF;
  EXPECT_EQ(snvs.tampers(), Snvs::kClockTamper | Snvs::kTemperatureTamper | Snvs::kVoltageTamper |
                                Snvs::kExternalTamper);
}

TEST(Snvs, WatchingSetsTheGlitchDetectorBeforeItClearsTheRecord) {
  Registers registers;
  Snvs().watch();
  const auto at = [&](std::uint32_t address) {
    return std::ranges::find(registers.written, address,
                             &std::pair<std::uint32_t, std::uint32_t>::first);
  };
  ASSERT_NE(at(kGlitch), registers.written.end());
  EXPECT_EQ(at(kGlitch)->second, 0x41736166U);
  EXPECT_LT(at(kGlitch), at(kLpsr));
}

TEST(Snvs, TheCounterIsReadWholeAlsoWhenItMoves) {
  Registers registers;
  const Snvs snvs;
  registers[kHigh] = 0xABCD0001;
  registers[kLow] = 5;
  EXPECT_EQ(snvs.counter(), 0x1'0000'0005U);
  // It goes from 1'FFFFFFFF to 2'00000000 after the first look at its upper half.
  int looks = 0;
  registers.on_read[kHigh] = [&] { return looks++ == 0 ? 1U : 2U; };
  registers.on_read[kLow] = [] { return 0U; };
  EXPECT_EQ(snvs.counter(), 0x2'0000'0000U);
}

TEST(Snvs, CountingWritesTheCounterOnceItIsOn) {
  Registers registers;
  std::uint32_t value = 41;
  registers.on_read[kLow] = [&] { return value; };
  registers.on_write[kLow] = [&](std::uint32_t) {
    if ((registers[kBase + 0x38] & 4U) != 0) ++value;
  };
  EXPECT_EQ(Snvs().count(), 42U);
}

}  // namespace
}  // namespace gokey::imx6ul
