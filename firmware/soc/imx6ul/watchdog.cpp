// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/watchdog.h"

#include <algorithm>
#include <array>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {
namespace {

constexpr Block kWdog1{0x020B'C000};
constexpr std::array kAll{Block{0x020B'C000}, Block{0x020C'0000}, Block{0x021E'4000}};
// All registers have 16 bits.
constexpr std::uint32_t WCR = 0x0, WSR = 0x2, WMCR = 0x8;
constexpr std::uint16_t WCR_WDZST = 1U << 0, WCR_WDE = 1U << 2, WCR_SRS = 1U << 4,
                        WCR_WDA = 1U << 5;
constexpr unsigned kTimeoutShift = 8;  // WT: half seconds, less one

std::uint16_t timeout = 0;

}  // namespace

void start_watchdog(unsigned seconds) {
  for (const Block& one : kAll) one.write16(WMCR, 0);  // PDE off
  timeout = static_cast<std::uint16_t>((std::clamp(seconds, 1U, 127U) * 2 - 1) << kTimeoutShift);
  const auto control =
      static_cast<std::uint16_t>(timeout | WCR_WDA | WCR_SRS | WCR_WDE | WCR_WDZST);
  kWdog1.write16(WCR, control);
  feed_watchdog();
}

void feed_watchdog() {
  kWdog1.write16(WSR, 0x5555);
  kWdog1.write16(WSR, 0xAAAA);
}

void reset_chip() {
  // SRS low: a software reset; twice for erratum ERR004346 of the i.MX 6 family. QEMU 7.2 forgets
  // WDE with the second write to the register and then resets only if WDA is low too, which on a
  // chip drives a pin as well.
  for (int i = 0; i < 2; ++i) kWdog1.write16(WCR, static_cast<std::uint16_t>(WCR_WDA | WCR_WDE));
  kWdog1.write16(WCR, WCR_WDE);
  const InterruptsOff off;
  while (true) wait_for_interrupt();
}

}  // namespace gokey::imx6ul
