// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The regulators inside the chip that feed the processor and the rest of the logic (IMX6ULLRM 39,
// PMU_REG_CORE), in steps of 25 mV.
#pragma once

#include <optional>

#include "hal/clock.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

class CoreSupply {
 public:
  explicit CoreSupply(const hal::Clock& clock) : block_(0x020C'8000), clock_(clock) {}

  // The processor's. Nothing where its regulator is bypassed: then a chip outside has the say.
  [[nodiscard]] std::optional<unsigned> millivolts() const;

  // 725 to 1300, in steps of 25; the rest of the logic follows, but never below the 1150 that it
  // needs. Returns when the voltage is there. False, and nothing done, where millivolts() says
  // nothing or for other values; false if the clock stands still, so that nobody knows.
  [[nodiscard]] bool set(unsigned millivolts) const;

 private:
  [[nodiscard]] bool ramp_is_over() const;

  Block block_;
  const hal::Clock& clock_;
};

}  // namespace gokey::imx6ul
