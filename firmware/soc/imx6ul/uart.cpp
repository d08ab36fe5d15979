// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/uart.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t UTXD = 0x40, UCR1 = 0x80, UCR2 = 0x84, UCR3 = 0x88, UFCR = 0x90,
                        UBIR = 0xA4, UBMR = 0xA8, UTS = 0xB4;
constexpr std::uint32_t UCR1_UARTEN = 1U << 0;
constexpr std::uint32_t UCR2_SRST = 1U << 0, UCR2_TXEN = 1U << 2, UCR2_WS = 1U << 5,
                        UCR2_IRTS = 1U << 14;
constexpr std::uint32_t UCR3_RXDMUXSEL = 1U << 2;
constexpr std::uint32_t UFCR_RFDIV_1 = 5U << 7, UFCR_TXTL_2 = 2U << 10;
constexpr std::uint32_t UTS_TXFULL = 1U << 4;

// 80 MHz * (UBIR + 1) / (16 * (UBMR + 1)) = 115108 baud.
constexpr std::uint32_t kUbir = 15, kUbmr = 694;

void put(const Block& block, char c) {
  while ((block.read(UTS) & UTS_TXFULL) != 0) {
  }
  block.write(UTXD, static_cast<unsigned char>(c));
}

}  // namespace

Uart::Uart(std::uint32_t base) : block_(base) {
  block_.write(UCR1, 0);
  block_.write(UCR2, 0);  // software reset
  while ((block_.read(UCR2) & UCR2_SRST) == 0) {
  }
  block_.write(UCR3, UCR3_RXDMUXSEL);
  block_.write(UFCR, UFCR_RFDIV_1 | UFCR_TXTL_2 | 1U);
  block_.write(UBIR, kUbir);
  block_.write(UBMR, kUbmr);
  block_.write(UCR2, UCR2_IRTS | UCR2_WS | UCR2_TXEN | UCR2_SRST);
  block_.write(UCR1, UCR1_UARTEN);
}

void uart_write(const Block& block, std::string_view text) {
  for (const char c : text) {
    if (c == '\n') put(block, '\r');
    if (c == '\n' || (c >= ' ' && c <= '~')) put(block, c);
  }
}

}  // namespace gokey::imx6ul
