// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "processor.h"

#include <algorithm>

namespace gokey::testing {
namespace {

constexpr std::uint32_t kCcsr = 0x020C'400C, kCacrr = 0x020C'4010, kCdhipr = 0x020C'4048;
constexpr std::uint32_t kPllArm = 0x020C'8000, kRegCore = 0x020C'8140;
constexpr std::uint32_t kPowerDown = 1U << 12U, kEnable = 1U << 13U, kBypass = 1U << 16U;
constexpr std::uint32_t kTargets = 0x1FU | 0x1FU << 18U;

constexpr unsigned kRegisterUs = 1, kClockUs = 20, kLockUs = 60, kBusyUs = 10;
constexpr unsigned kStepUs = 22;            // 512 cycles of 24 MHz
constexpr unsigned kNever = 1'000'000'000;  // us

struct Range {
  double mhz;
  unsigned millivolts;
};
constexpr Range kRanges[] = {{198, 950}, {396, 1025}, {528, 1175}, {792, 1225}, {900, 1275}};

}  // namespace

void Processor::Supply::pass(unsigned us) {
  while (at != target && us >= us_left) {
    us -= us_left;
    at += at < target ? 1U : ~0U;
    us_left = kStepUs;
  }
  if (at == target) us_left = kStepUs;
  if (us_left > us) us_left -= us;
}

Processor::Processor() : core_(0x3040'0000U | 18U << 18U | 0x10U << 9U | 18U) {
  set_grade(3);
  on_read[kPllArm] = [this] {
    pass(kRegisterUs);
    return (pll & ~(1U << 31U)) | (locked() ? 1U << 31U : 0);
  };
  on_read[kCcsr] = [this] {
    pass(kRegisterUs);
    return ccsr;
  };
  on_read[kCacrr] = [this] {
    pass(kRegisterUs);
    return cacrr;
  };
  on_read[kCdhipr] = [this] {
    pass(kRegisterUs);
    return busy_us_ > 0 ? 1U << 16U : 0U;
  };
  on_read[kRegCore] = [this] { return core_; };
  on_write[kPllArm] = [this](std::uint32_t value) { write_pll(value); };
  on_write[kCcsr] = [this](std::uint32_t value) { write_ccsr(value); };
  on_write[kCacrr] = [this](std::uint32_t value) { write_cacrr(value); };
  on_write[kRegCore] = [this](std::uint32_t value) { write_core(value); };
}

std::uint64_t Processor::now_ms() const {
  if (!clock_stands) pass(kClockUs);
  return us_ / 1000;
}

double Processor::mhz() const {
  const double divider = (cacrr & 7U) + 1;
  if (!on_pll()) return ((ccsr & 1U << 8U) != 0 ? 396 : 24) / divider;
  if ((pll & kBypass) != 0) return 24 / divider;
  return 12.0 * (pll & 0x7FU) / divider;
}

void Processor::rule(bool kept, const char* words) const {
  if (!kept) broken.emplace_back(words);
}

void Processor::judge() const {
  unsigned needed = 1300;
  for (const Range& range : kRanges) {
    if (mhz() <= range.mhz) {
      needed = range.millivolts;
      break;
    }
  }
  rule(arm_.now_mv() >= needed, "faster than the voltage allows");
  rule(mhz() <= limit_mhz, "faster than the fuses allow");
  rule(arm_.now_mv() <= soc_.now_mv(), "the processor's supply above the rest's");
  rule(soc_.now_mv() >= 1150, "too little for the rest");
  rule(arm_.now_mv() <= 1300 && soc_.now_mv() <= 1300, "voltage too high");
  rule(!on_pll() || (locked() && (pll & kEnable) != 0), "runs on a PLL that is not locked");
}

void Processor::pass(unsigned us) const {
  us_ += us;
  if (lock_us_ < kNever) lock_us_ -= std::min(lock_us_, us);
  if (busy_us_ < kNever) busy_us_ -= std::min(busy_us_, us);
  arm_.pass(us);
  soc_.pass(us);
  judge();
}

void Processor::write_pll(std::uint32_t value) {
  const std::uint32_t changed = (value ^ pll) & ~(1U << 31U);
  rule(changed == 0 || !on_pll(), "PLL changed while it clocks the processor");
  if ((value & kBypass) == 0) {
    const std::uint32_t multiplier = value & 0x7FU;
    rule(multiplier >= 54 && multiplier <= 108, "DIV_SELECT out of range");
    if ((changed & (0x7FU | kPowerDown | kBypass)) != 0) {
      lock_us_ = failing_locks > 0 ? kNever : kLockUs;
      if (failing_locks > 0) --failing_locks;
    }
    if ((value & kPowerDown) != 0) lock_us_ = kNever;
  }
  pll = value;
  pass(kRegisterUs);
}

void Processor::write_ccsr(std::uint32_t value) {
  rule(((value ^ ccsr) & 1U << 8U) == 0 || on_pll(), "step clock changed while it is used");
  rule(busy_us_ == 0 || ((value ^ ccsr) & 4U) == 0, "switched while the divider changes");
  rule(((value ^ ccsr) & ~(1U << 8U | 4U)) == 0, "other bits of CCSR changed");
  ccsr = value;
  pass(kRegisterUs);
}

void Processor::write_cacrr(std::uint32_t value) {
  rule(busy_us_ == 0, "divider written while it changes");
  if (value != cacrr) busy_us_ = divides ? kBusyUs : kNever;
  cacrr = value;
  pass(kRegisterUs);
}

void Processor::write_core(std::uint32_t value) {
  rule(((value ^ core_) & ~kTargets) == 0, "other bits of PMU_REG_CORE changed");
  core_ = value;
  arm_.target = value & 0x1FU;
  soc_.target = value >> 18U & 0x1FU;
  rule(arm_.target != 0 && arm_.target != 0x1F, "supply gated or bypassed");
  pass(kRegisterUs);
}

}  // namespace gokey::testing
