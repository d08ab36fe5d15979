// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "soc/imx6ul/uart.h"

namespace gokey::imx6ul {

// Where print() and the C library's standard outputs go, in the vault's context; the loop's take
// the port that was lent. It outlives the program.
void print_to(const Uart& uart);
void print(std::string_view text);

// Bytes that the caller's heap ever took from memory.
[[nodiscard]] std::size_t heap_size();

}  // namespace gokey::imx6ul
