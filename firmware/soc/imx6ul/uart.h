// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A serial port for what happens before, and when, nobody is connected (IMX6ULLRM 55).
#pragma once

#include <cstdint>
#include <string_view>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

inline constexpr std::uint32_t kUart1 = 0x0202'0000;
inline constexpr std::uint32_t kUart2 = 0x021E'8000;

// Waits for room. A line feed becomes CR LF; what is not printable is not written.
void uart_write(const Block& block, std::string_view text);

class Uart {
 public:
  // 115200 baud, 8 data bits, no parity, from an 80 MHz clock; transmits only.
  explicit Uart(std::uint32_t base);
  void write(std::string_view text) const { uart_write(block_, text); }
  [[nodiscard]] std::uint32_t base() const { return block_.base(); }

 private:
  Block block_;
};

}  // namespace gokey::imx6ul
