// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The generic timer: time since start, and an interrupt when it is time to look again.
#pragma once

#include <cstdint>

#include "hal/clock.h"

namespace gokey::imx6ul {

class Timer final : public hal::Clock {
 public:
  // Starts the system counter where no loader has, and the interrupt.
  Timer();

  [[nodiscard]] std::uint64_t now_ms() const override;
  // No battery, no date.
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }

  [[nodiscard]] static std::uint64_t ticks();
  [[nodiscard]] std::uint32_t frequency() const { return frequency_; }  // ticks in a second

  // An interrupt, once, at that time or at once if it is past. Replaces the one before.
  void wake_at(std::uint64_t ms) const;

 private:
  std::uint32_t frequency_;
  std::uint64_t start_;
};

}  // namespace gokey::imx6ul
