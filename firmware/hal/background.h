// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace gokey::hal {

// The way to whoever works beside the loop, and apart from it: only bytes cross. The loop goes
// first: whenever an interrupt gives it something to do the work stands still.
class Background {
 public:
  virtual ~Background() = default;
  // Takes a copy of a request; only while there is none. False if it is too long.
  [[nodiscard]] virtual bool start(std::span<const std::uint8_t> request) = 0;
  [[nodiscard]] virtual bool busy() const = 0;
  // What was answered to the last request, once busy() is false, until the next one. It may hold
  // secrets, which the caller wipes.
  [[nodiscard]] virtual std::span<std::uint8_t> answer() = 0;
};

}  // namespace gokey::hal
