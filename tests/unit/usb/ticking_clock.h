// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hal/clock.h"

namespace gokey::testing {

// A clock that moves when it is told to.
struct TickingClock final : hal::Clock {
  std::uint64_t now_ms() const override { return now; }
  std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
  std::uint64_t now = 1000;
};

}  // namespace gokey::testing
