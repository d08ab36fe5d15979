// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

// Which of the family this is. The plain one has a CAAM where the others have DCP and RNGB.
enum class Chip : std::uint8_t { kUnknown, kImx6ul, kImx6ull };

// By CCM_ANALOG_DIGPROG (IMX6ULLRM 18).
[[nodiscard]] constexpr Chip chip_of(std::uint32_t digprog) {
  switch (digprog >> 16U & 0xFFU) {
    case 0x64:
      return Chip::kImx6ul;
    case 0x65:  // the ULZ too
      return Chip::kImx6ull;
    default:
      return Chip::kUnknown;
  }
}

[[nodiscard]] inline Chip this_chip() { return chip_of(Block(0x020C'8000).read(0x260)); }

}  // namespace gokey::imx6ul
