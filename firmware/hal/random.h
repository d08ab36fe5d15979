// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace gokey::hal {

// Random numbers fit for keys, as long as healthy() says so.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
  // False once the source failed a test, until the next start. What fill() gives then still nobody
  // else can tell, and the console's encryption may use it, but no key is made or used with it. A
  // board that cannot even do that halts rather than return.
  [[nodiscard]] virtual bool healthy() const { return true; }
};

}  // namespace gokey::hal
