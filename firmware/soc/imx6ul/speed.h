// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The processor's two speeds: the fastest that this unit was sold for, and one to wait at.
// Frequencies with the voltages that they need: data sheets IMX6ULLCEC and IMX6ULCEC, "operating
// ranges".
#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "hal/clock.h"
#include "soc/imx6ul/ccm.h"
#include "soc/imx6ul/chip.h"
#include "soc/imx6ul/ocotp.h"
#include "soc/imx6ul/pmu.h"

namespace gokey::imx6ul {

struct OperatingPoint {
  CoreClock::Rate rate;
  unsigned millivolts;
};

// By the speed grade in the fuses; nothing for grades without a meaning.
[[nodiscard]] std::optional<OperatingPoint> fastest(Chip chip, std::optional<std::uint32_t> fuse);

enum class Speed : std::uint8_t { kFull, kIdle };
enum class SpeedError : std::uint8_t {
  kUnknownGrade,  // of this unit
  kForeignClock,  // the loader feeds the processor in a way not known here
  kForeignSupply,
  kVoltage,  // nobody knows whether it rose
  kClock,    // PLL or divider did not get there
};

class CoreSpeed {
 public:
  CoreSpeed(Chip chip, const Ocotp& ocotp, const hal::Clock& clock);

  // The new frequency in MHz. Takes some milliseconds; interrupts may come meanwhile. After an
  // error the processor goes on as before or, if its PLL failed, at the oscillator's 24 MHz, and
  // every later call gives the same error.
  std::expected<unsigned, SpeedError> set(Speed speed);

 private:
  [[nodiscard]] std::optional<SpeedError> change(const OperatingPoint& to) const;

  CoreClock clock_;
  CoreSupply supply_;
  OperatingPoint full_;
  std::optional<SpeedError> failed_;
};

}  // namespace gokey::imx6ul
