// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/pmu.h"

#include <algorithm>
#include <cstdint>

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t REG_CORE = 0x140;
constexpr std::uint32_t kTarget = 0x1F, kGated = 0, kBypassed = 0x1F;
constexpr unsigned REG0_TARG = 0, REG2_TARG = 18;  // the processor's, all else's

constexpr unsigned kBase = 700, kStep = 25;                       // mV
constexpr unsigned kLeast = 725, kMost = 1300, kLeastSoc = 1150;  // IMX6ULLCEC table 10

constexpr std::uint32_t target(unsigned millivolts) { return (millivolts - kBase) / kStep; }

}  // namespace

std::optional<unsigned> CoreSupply::millivolts() const {
  const std::uint32_t now = block_.read(REG_CORE) >> REG0_TARG & kTarget;
  if (now == kGated || now == kBypassed) return std::nullopt;
  return kBase + kStep * now;
}

// A step takes 512 cycles of 24 MHz at most (CCM_ANALOG_MISC2), so all 31 of them 0.7 ms.
bool CoreSupply::ramp_is_over() const {
  constexpr std::uint64_t kTicks = 2;    // more than a whole millisecond
  constexpr int kPatience = 10'000'000;  // reads of the clock
  const std::uint64_t begin = clock_.now_ms();
  for (int i = 0; i < kPatience; ++i) {
    if (clock_.now_ms() - begin >= kTicks) return true;
  }
  return false;
}

bool CoreSupply::set(unsigned millivolts) const {
  if (millivolts < kLeast || millivolts > kMost || millivolts % kStep != 0) return false;
  if (!this->millivolts()) return false;
  std::uint32_t value = block_.read(REG_CORE);
  value &= ~(kTarget << REG0_TARG | kTarget << REG2_TARG);
  value |= target(millivolts) << REG0_TARG;
  value |= target(std::max(millivolts, kLeastSoc)) << REG2_TARG;
  block_.write(REG_CORE, value);
  return ramp_is_over();
}

}  // namespace gokey::imx6ul
