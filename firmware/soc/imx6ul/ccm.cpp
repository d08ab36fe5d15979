// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/ccm.h"

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {
namespace {

constexpr Block kCcm{0x020C'4000};
constexpr std::uint32_t CSCDR1 = 0x24, CCGR0 = 0x68, CCGR6 = 0x80;
constexpr std::uint32_t CSCDR1_UART_CLK_PODF = 0x3F, CSCDR1_UART_CLK_SEL = 1U << 6;

}  // namespace

void start_clocks() {
  // Each gate has two bits: 11 is open in all modes but stop.
  for (std::uint32_t gates = CCGR0; gates <= CCGR6; gates += 4) kCcm.write(gates, ~0U);
  kCcm.clear(CSCDR1, CSCDR1_UART_CLK_SEL | CSCDR1_UART_CLK_PODF);
}

}  // namespace gokey::imx6ul
