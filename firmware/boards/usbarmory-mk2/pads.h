// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What hangs on which pins of the chip. Those of memory, eMMC, microSD and UART2 are selected by
// the image's device configuration data, or by the loader before; here the rest.
#pragma once

#include <cstdint>

namespace gokey::mk2 {

inline constexpr unsigned kLedPort = 4, kWhiteLed = 21, kBlueLed = 22;  // active low
// As they are lent to the loop.
inline constexpr unsigned kLentWhite = 0, kLentBlue = 1;

// The LEDs and I2C1.
void select_pads();

}  // namespace gokey::mk2
