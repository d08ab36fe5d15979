// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/timer.h"

#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {
namespace {

// IMX6ULLRM 43, system counter: no part of it is in QEMU's mcimx6ul-evk, where writes are ignored.
constexpr Block kSysCounter{0x021D'C000};
constexpr std::uint32_t CNTCR = 0x000, CNTFID0 = 0x020;
constexpr std::uint32_t CNTCR_EN = 1U << 0, CNTCR_FCREQ_0 = 1U << 8;
// What CNTFID0 says after reset, and U-Boot keeps.
constexpr std::uint32_t kDefaultFrequency = 8'000'000;

constexpr std::uint32_t CNTP_CTL_ENABLE = 1;
constexpr std::uint32_t CNTKCTL_PL0PCTEN = 1;  // User mode may read the counter

void stop(void*) {
  asm volatile("mcr p15, 0, %0, c14, c2, 1\n\tisb" ::"r"(0));  // CNTP_CTL
}

}  // namespace

std::uint64_t Timer::ticks() {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  asm volatile("isb\n\tmrrc p15, 0, %0, %1, c14" : "=r"(low), "=r"(high));  // CNTPCT
  return (std::uint64_t{high} << 32) | low;
}

void start_timer() {
  std::uint32_t frequency = 0;
  asm volatile("mrc p15, 0, %0, c14, c0, 0" : "=r"(frequency));  // CNTFRQ: 0 after power-up
  if (frequency == 0) {
    frequency = kSysCounter.read(CNTFID0);
    if (frequency == 0) frequency = kDefaultFrequency;
    asm volatile("mcr p15, 0, %0, c14, c0, 0" ::"r"(frequency));
    kSysCounter.write(CNTCR, CNTCR_EN | CNTCR_FCREQ_0);
  }
  asm volatile("mcr p15, 0, %0, c14, c1, 0" ::"r"(CNTKCTL_PL0PCTEN));
  stop(nullptr);
  enable_interrupt(kSecureTimerInterrupt, stop, nullptr);
}

Timer::Timer() : frequency_(0) {
  asm volatile("mrc p15, 0, %0, c14, c0, 0" : "=r"(frequency_));  // CNTFRQ
}

std::uint64_t Timer::now_ms() const {
  // In two steps, so that nothing overflows in the first 60 years.
  const std::uint64_t passed = ticks();
  return passed / frequency_ * 1000 + passed % frequency_ * 1000 / frequency_;
}

std::uint64_t Timer::ticks_at(std::uint64_t ms) const {
  return ms / 1000 * frequency_ + (ms % 1000 * frequency_ + 999) / 1000;
}

void Timer::wake_at(std::uint64_t at) {
  asm volatile("mcrr p15, 2, %0, %1, c14" ::"r"(static_cast<std::uint32_t>(at)),
               "r"(static_cast<std::uint32_t>(at >> 32)));  // CNTP_CVAL
  asm volatile("mcr p15, 0, %0, c14, c2, 1\n\tisb" ::"r"(CNTP_CTL_ENABLE));
}

}  // namespace gokey::imx6ul
