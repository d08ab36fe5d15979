// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/ccm.h"

namespace gokey::imx6ul {
namespace {

constexpr Block kCcm{0x020C'4000};
constexpr std::uint32_t CCSR = 0x0C, CACRR = 0x10, CSCDR1 = 0x24, CDHIPR = 0x48, CCGR0 = 0x68,
                        CCGR6 = 0x80;
constexpr std::uint32_t CCSR_PLL1_SW_CLK_SEL = 1U << 2, CCSR_STEP_SEL = 1U << 8;
constexpr std::uint32_t CACRR_ARM_PODF = 7;  // one less than it divides by
constexpr std::uint32_t CSCDR1_UART_CLK_PODF = 0x3F, CSCDR1_UART_CLK_SEL = 1U << 6;
constexpr std::uint32_t CDHIPR_ARM_PODF_BUSY = 1U << 16;

constexpr std::uint32_t PLL_ARM = 0x00;
constexpr std::uint32_t PLL_DIV_SELECT = 0x7F, PLL_POWERDOWN = 1U << 12, PLL_ENABLE = 1U << 13,
                        PLL_BYPASS_CLK_SRC = 3U << 14, PLL_BYPASS = 1U << 16, PLL_LOCK = 1U << 31;
constexpr unsigned kOscillatorMhz = 24;

// Reads of a register, some of them at 24 MHz; a PLL locks within 100 us.
constexpr int kPatience = 100'000;

}  // namespace

void start_clocks() {
  // Each gate has two bits: 11 is open in all modes but stop.
  for (std::uint32_t gates = CCGR0; gates <= CCGR6; gates += 4) kCcm.write(gates, ~0U);
  kCcm.clear(CSCDR1, CSCDR1_UART_CLK_SEL | CSCDR1_UART_CLK_PODF);
}

std::optional<unsigned> CoreClock::mhz() const {
  if ((ccm_.read(CCSR) & CCSR_PLL1_SW_CLK_SEL) != 0) return std::nullopt;
  const std::uint32_t pll = analog_.read(PLL_ARM);
  const std::uint32_t divider = (ccm_.read(CACRR) & CACRR_ARM_PODF) + 1;
  if ((pll & PLL_ENABLE) == 0) return std::nullopt;
  if ((pll & PLL_BYPASS) != 0) {
    if ((pll & PLL_BYPASS_CLK_SRC) != 0) return std::nullopt;
    return kOscillatorMhz / divider;
  }
  return Rate{pll & PLL_DIV_SELECT, divider}.mhz();
}

bool CoreClock::divider_settled() const {
  for (int i = 0; i < kPatience; ++i) {
    if ((ccm_.read(CDHIPR) & CDHIPR_ARM_PODF_BUSY) == 0) return true;
  }
  return false;
}

// While the oscillator clocks the processor.
bool CoreClock::tune(std::uint32_t pll, std::uint32_t divider) const {
  if (!divider_settled()) return false;
  analog_.write(PLL_ARM, pll);
  bool locked = (pll & PLL_BYPASS) != 0;
  for (int i = 0; !locked && i < kPatience; ++i) {
    locked = (analog_.read(PLL_ARM) & PLL_LOCK) != 0;
  }
  if (!locked) return false;
  ccm_.write(CACRR, divider);
  return divider_settled();
}

bool CoreClock::set(Rate rate) const {
  if (!mhz()) return false;
  const std::uint32_t pll = analog_.read(PLL_ARM) & ~PLL_LOCK;
  const std::uint32_t divider = ccm_.read(CACRR);
  ccm_.clear(CCSR, CCSR_STEP_SEL);  // the oscillator, and only then on to it
  ccm_.set(CCSR, CCSR_PLL1_SW_CLK_SEL);
  const std::uint32_t kept = pll & ~(PLL_DIV_SELECT | PLL_POWERDOWN | PLL_BYPASS);
  const bool done =
      tune(kept | PLL_ENABLE | rate.multiplier, (divider & ~CACRR_ARM_PODF) | (rate.divider - 1));
  if (done || tune(pll, divider)) ccm_.clear(CCSR, CCSR_PLL1_SW_CLK_SEL);
  return done;
}

}  // namespace gokey::imx6ul
