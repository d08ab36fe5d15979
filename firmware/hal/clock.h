// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace gokey::hal {

// Time as a board offers it.
class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since some moment before this start; never goes back.
  [[nodiscard]] virtual std::uint64_t now_ms() const = 0;
  // Milliseconds since 1970-01-01 UTC, or nothing on a board that does not know the date (the token
  // has no battery: only the simulator knows).
  [[nodiscard]] virtual std::optional<std::uint64_t> unix_ms() const = 0;
};

}  // namespace gokey::hal
