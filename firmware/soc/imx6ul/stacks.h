// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace gokey::imx6ul {

// A place that the linker named. The compiler is not to know that it lies behind one byte.
inline std::uint32_t* place(char& symbol) {
  char* at = &symbol;
  asm("" : "+r"(at));
  return reinterpret_cast<std::uint32_t*>(at);
}

// Bytes that the caller's context ever used of its stack, and how many there are.
struct StackUse {
  std::size_t used, size;
};
[[nodiscard]] StackUse stack_use();

}  // namespace gokey::imx6ul
