// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/stacks.h"

#include <algorithm>
#include <span>

#include "soc/imx6ul/cpu.h"

extern "C" {
extern char __stack, __stack_top, __kernel_stack, __kernel_stack_top;
void gokey_paint_stacks();
}

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t kPaint = 0x5AFE'57AC;

}  // namespace

StackUse stack_use() {
  const std::span<const std::uint32_t> stack(place(__stack), place(__stack_top));
  const auto touched =
      std::ranges::find_if(stack, [](std::uint32_t word) { return word != kPaint; });
  return {static_cast<std::size_t>(stack.end() - touched) * sizeof(std::uint32_t),
          stack.size_bytes()};
}

}  // namespace gokey::imx6ul

// From start.S, in each context: everything below the present frame. The kernel's stack is in no
// use when the vault comes.
extern "C" void gokey_paint_stacks() {
  using namespace gokey::imx6ul;
  constexpr std::ptrdiff_t kInUse = 64;  // words: this function's frame
  std::fill(place(__stack), place(__stack_top) - kInUse, kPaint);
  if (privileged()) std::fill(place(__kernel_stack), place(__kernel_stack_top), kPaint);
}
