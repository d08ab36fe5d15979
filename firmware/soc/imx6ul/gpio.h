// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// General-purpose outputs (IMX6ULLRM 28), for LEDs.
#pragma once

#include <cstdint>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

// GPIO1 to GPIO5.
[[nodiscard]] constexpr Block gpio(unsigned number) {
  return Block(number == 1   ? 0x0209'C000
               : number == 2 ? 0x020A'0000
               : number == 3 ? 0x020A'4000
               : number == 4 ? 0x020A'8000
                             : 0x020A'C000);
}

class Output {
 public:
  // The pad is the board's to select.
  Output(Block port, unsigned bit) : port_(port), mask_(1U << bit) { port_.set(kDirection, mask_); }
  void set(bool high) const { high ? port_.set(kData, mask_) : port_.clear(kData, mask_); }

 private:
  static constexpr std::uint32_t kData = 0x00, kDirection = 0x04;  // DR, GDIR

  Block port_;
  std::uint32_t mask_;
};

}  // namespace gokey::imx6ul
