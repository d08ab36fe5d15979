// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the vault's context lends to the loop before it starts it: see call.h.
#pragma once

#include <cstdint>
#include <span>

#include "hal/random.h"
#include "soc/imx6ul/gpio.h"
#include "soc/imx6ul/speed.h"
#include "soc/imx6ul/uart.h"

namespace gokey::imx6ul {

// A block that masters the bus, of which the loop has the driver and the kernel what could lead the
// block astray: addresses. Each function stands for a kind of call and refuses by false; they run
// in Supervisor mode with the loop's table, interrupts off, and believe no argument.
struct Gate {
  bool (*read)(std::uint32_t offset, std::uint32_t& value);
  bool (*write)(std::uint32_t offset, std::uint32_t value);
  bool (*perform)(std::uint32_t operation, std::uint32_t a, std::uint32_t b);
};

inline constexpr std::size_t kMostOutputs = 2;

// All of them live as long as the program. They are used from calls of the loop too, with the
// vault's table and at any point of the vault's work; they allocate no memory.
void lend_random(hal::Random& random);
// Tells the loop whether they are still fit for keys. The kernel does so by itself when the loop
// draws some.
void tell_health();
void lend_speed(CoreSpeed& speed);
void lend_uart(const Uart& uart);
void lend_output(std::size_t number, const Output& output);
void lend_block(const Gate& gate);

}  // namespace gokey::imx6ul
