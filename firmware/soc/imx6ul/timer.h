// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The generic timer: time since the counter started, and an interrupt when it is time to look
// again.
#pragma once

#include <cstdint>

#include "hal/clock.h"

namespace gokey::imx6ul {

// Starts the system counter where no loader has, and the interrupt. Once, before any Timer.
void start_timer();

class Timer final : public hal::Clock {
 public:
  Timer();

  [[nodiscard]] std::uint64_t now_ms() const override;
  // No battery, no date.
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }

  [[nodiscard]] static std::uint64_t ticks();
  [[nodiscard]] std::uint32_t frequency() const { return frequency_; }  // ticks in a second

  [[nodiscard]] std::uint64_t ticks_at(std::uint64_t ms) const;
  // An interrupt, once, at that tick or at once if it is past. Replaces the one before. Privileged.
  static void wake_at(std::uint64_t at);

 private:
  std::uint32_t frequency_;
};

}  // namespace gokey::imx6ul
