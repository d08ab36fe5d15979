// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "boards/metal/body.h"
#include "soc/imx6ul/timer.h"

namespace gokey::metal {

// A device that the loop serves beside the body.
class Peripheral {
 public:
  virtual ~Peripheral() = default;
  virtual void step(std::uint64_t now_ms) = 0;
  [[nodiscard]] virtual std::uint64_t next_deadline() const = 0;
  // Before the loop sleeps: asks for an interrupt with whatever comes next. True if
  // something came already.
  [[nodiscard]] virtual bool expect() = 0;
};

// Told how long each turn of the loop held everything else up.
class Meter {
 public:
  virtual ~Meter() = default;
  virtual void turn(std::uint64_t ticks) = 0;
};

// The loop, in User mode. Serves until the chip is reset: by the console's wish, or by the watchdog
// if a turn takes longer than 10 seconds.
[[noreturn]] void run(Body& body, const imx6ul::Timer& timer,
                      std::span<Peripheral* const> peripherals, Meter* meter = nullptr);

}  // namespace gokey::metal
