// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The watchdog (IMX6ULLRM 59): resets the chip unless the loop comes round.
#pragma once

namespace gokey::imx6ul {

// Starts it; it cannot be stopped. Also ends the power-down counters that the chip starts by itself
// after 16 seconds.
void start_watchdog(unsigned seconds);
// Called by the loop, and never by an interrupt: those come even if the loop is stuck.
void feed_watchdog();
// A reset of the chip at once.
[[noreturn]] void reset_chip();

}  // namespace gokey::imx6ul
