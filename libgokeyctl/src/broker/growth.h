// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace gokeyctl::broker {

// Before the next try after `failures` in a row: 1 s, 2 s, 4 s … one minute.
[[nodiscard]] constexpr std::chrono::seconds growing_delay(unsigned failures) {
  constexpr std::chrono::seconds kMost{60};
  return failures >= 6 ? kMost : std::min(kMost, std::chrono::seconds(1U << failures));
}

}  // namespace gokeyctl::broker
