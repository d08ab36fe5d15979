// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Clocks (IMX6ULLRM 18, CCM and CCM_ANALOG), as far as the drivers and the processor's speed need
// them.
#pragma once

#include <cstdint>
#include <optional>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

// Opens the gates of all peripherals and feeds the serial ports 80 MHz (PLL3 divided by six).
void start_clocks();

// The processor's clock: PLL1, divided.
class CoreClock {
 public:
  struct Rate {
    std::uint32_t multiplier;  // DIV_SELECT, 54 to 108: of 12 MHz
    std::uint32_t divider;     // 1 to 8
    [[nodiscard]] constexpr unsigned mhz() const { return 12 * multiplier / divider; }
  };

  CoreClock() : ccm_(0x020C'4000), analog_(0x020C'8000) {}

  // Nothing where a loader feeds the processor from anything but PLL1.
  [[nodiscard]] std::optional<unsigned> mhz() const;

  // The processor runs on the oscillator's 24 MHz until PLL1 has its new frequency. False where
  // mhz() says nothing, and if the PLL or the divider does not get there: then the rate before is
  // back, or if that fails too, the oscillator goes on. The voltage is the caller's.
  [[nodiscard]] bool set(Rate rate) const;

 private:
  [[nodiscard]] bool tune(std::uint32_t pll, std::uint32_t divider) const;
  [[nodiscard]] bool divider_settled() const;

  Block ccm_, analog_;
};

}  // namespace gokey::imx6ul
