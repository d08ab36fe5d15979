// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Clocks (IMX6ULLRM 18), as far as the drivers need them. The processor's own frequency is left as
// the boot ROM or U-Boot set it.
#pragma once

namespace gokey::imx6ul {

// Opens the gates of all peripherals and feeds the serial ports 80 MHz (PLL3 divided by six).
void start_clocks();

}  // namespace gokey::imx6ul
