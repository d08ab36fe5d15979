// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/usb_gate.h"

#include <algorithm>
#include <array>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/mmio.h"
#include "soc/imx6ul/usb_memory.h"

namespace gokey::imx6ul {

namespace usb {
[[gnu::section(".dma.descriptors")]] alignas(2048) volatile QueueHead heads[kChannels];
[[gnu::section(".dma.descriptors")]] volatile TransferDescriptor descriptors[kChannels][2];
[[gnu::section(".dma.buffers")]] alignas(4096) std::uint8_t buffers[kChannels][kBuffer];
}  // namespace usb

namespace {

using namespace usb;

constexpr std::uint32_t kUsb1 = 0x0218'4000, kUsb2 = 0x0218'4200, kBlockSize = 0x200;
constexpr unsigned kUsb1Interrupt = 43, kUsb2Interrupt = 42;
constexpr std::uint32_t kPage = 4096;

[[gnu::section("gokey_kernel")]] constinit std::uint32_t base = 0;  // of the block

Block block() { return Block(base); }

// Clock, 480 MHz PLL and PHY (IMX6ULLRM 18.6, 57).
void start_hardware(bool second) {
  constexpr std::uint32_t CCM_CCGR6 = 0x80, kUsbClock = 3;
  Block(0x020C'4000).set(CCM_CCGR6, kUsbClock);

  constexpr std::uint32_t kSet = 4, kClear = 8;  // registers beside each
  constexpr std::uint32_t kEnableUsbClocks = 1U << 6, kPower = 1U << 12, kEnable = 1U << 13,
                          kBypass = 1U << 16;
  constexpr std::uint32_t USB1_CHRG_DETECT = 0x1B0, USB2_CHRG_DETECT = 0x210;
  constexpr std::uint32_t kDetectorOff = (1U << 19) | (1U << 20);  // CHK_CHRG_B, EN_B
  const Block analog(0x020C'8000);
  const std::uint32_t pll = second ? 0x20 : 0x10;  // CCM_ANALOG_PLL_USBn
  analog.write(pll + kSet, kPower | kEnable | kEnableUsbClocks);
  analog.write(pll + kClear, kBypass);
  // It would hold the data lines.
  analog.write((second ? USB2_CHRG_DETECT : USB1_CHRG_DETECT) + kSet, kDetectorOff);

  constexpr std::uint32_t PWD = 0x00, CTRL = 0x30;
  constexpr std::uint32_t kReset = 1U << 31, kGate = 1U << 30;
  constexpr std::uint32_t kHighSpeedLevels = (1U << 14) | (1U << 15);  // ENUTMILEVEL2 and 3
  const Block phy(second ? 0x020C'A000 : 0x020C'9000);
  phy.write(CTRL + kSet, kReset);
  phy.write(CTRL + kClear, kReset | kGate);
  phy.write(PWD, 0);
  phy.write(CTRL + kSet, kHighSpeedLevels);
}

void set_head(unsigned channel, std::uint32_t capabilities) {
  heads[channel].capabilities = capabilities | kNoAutomaticZeroPacket;
  heads[channel].next = kLast;
  heads[channel].token = 0;
}

void restart() {
  block().write(USBCMD, USBCMD_RST);
  while ((block().read(USBCMD) & USBCMD_RST) != 0) {
  }
  block().write(USBMODE, USBMODE_DEVICE | USBMODE_SLOM);
  block().write(USBINTR, 0);
  for (const unsigned channel : {0U, 1U}) {
    set_head(channel, (std::uint32_t{kControlPacket} << kMaxPacket) | kInterruptOnSetup);
  }
  data_barrier();
  block().write(ENDPTLISTADDR, bus_address(heads));
  block().clear(USBCMD, USBCMD_ITC);  // interrupts at once
}

// 56.4.6.6.6. The controller holds a copy of what it works on, and would go on in it with another's
// sizes. A packet under way may keep a buffer from being flushed.
void stop(unsigned channel) {
  const std::uint32_t bit = bit_of(channel);
  while (((block().read(ENDPTPRIME) | block().read(ENDPTSTAT)) & bit) != 0) {
    block().write(ENDPTFLUSH, bit);
    while ((block().read(ENDPTFLUSH) & bit) != 0) {
    }
  }
}

// 56.4.6.6.3: the head's `next`, then the prime bit.
void start(unsigned channel, std::size_t size, bool zero_packet) {
  const auto describe = [&](volatile TransferDescriptor& descriptor, std::size_t bytes, bool last) {
    descriptor.next = kLast;
    for (std::uint32_t i = 0; i < 5; ++i) {
      // The last one is never reached: a buffer has four pages.
      descriptor.pages[i] = bus_address(buffers[channel]) + std::min<std::uint32_t>(i, 3) * kPage;
    }
    descriptor.token = (static_cast<std::uint32_t>(bytes) << kTotalBytes) | kActive |
                       (last ? kInterruptOnComplete : 0);
  };
  describe(descriptors[channel][1], 0, true);
  describe(descriptors[channel][0], size, !zero_packet);
  if (zero_packet) descriptors[channel][0].next = bus_address(&descriptors[channel][1]);
  heads[channel].next = bus_address(&descriptors[channel][0]);
  heads[channel].token = 0;
  data_barrier();
  block().write(ENDPTPRIME, bit_of(channel));
  while ((block().read(ENDPTPRIME) & bit_of(channel)) != 0) {
  }
}

bool read_register(std::uint32_t offset, std::uint32_t& value) {
  if (offset >= kBlockSize || offset % 4 != 0) return false;
  value = block().read(offset);
  return true;
}

// Not ENDPTLISTADDR, nor USBMODE: to a host controller DEVICEADDR is an address too. Nor
// USBCMD_RST, which forgets both.
bool write_register(std::uint32_t offset, std::uint32_t value) {
  constexpr std::array kAllowed{USBCMD,         USBSTS,     USBINTR,       DEVICEADDR,
                                ENDPTSETUPSTAT, ENDPTFLUSH, ENDPTCOMPLETE, ENDPTCTRL0};
  const bool endpoint =
      offset > ENDPTCTRL0 && offset < ENDPTCTRL0 + 4 * kEndpoints && offset % 4 == 0;
  if (!endpoint && std::ranges::find(kAllowed, offset) == kAllowed.end()) return false;
  if (offset == USBCMD && (value & USBCMD_RST) != 0) return false;
  block().write(offset, value);
  return true;
}

bool perform(std::uint32_t operation, std::uint32_t channel, std::uint32_t argument) {
  constexpr std::uint32_t kLongestPacket = 1024;
  switch (static_cast<Operation>(operation)) {
    case Operation::kRestart:
      restart();
      return true;
    case Operation::kOpen:
      if (channel < 2 || channel >= kChannels || argument > kLongestPacket) return false;
      stop(channel);
      set_head(channel, argument << kMaxPacket);
      data_barrier();
      return true;
    case Operation::kStart: {
      const std::uint32_t size = argument & ~kZeroPacket;
      if (channel >= kChannels || size > kBuffer) return false;
      stop(channel);
      start(channel, size, (argument & kZeroPacket) != 0);
      return true;
    }
  }
  return false;
}

void mask(void*) { block().write(USBINTR, 0); }

}  // namespace

void lend_usb(UsbPort port) {
  const bool second = port == UsbPort::kUsb2;
  base = second ? kUsb2 : kUsb1;
  start_hardware(second);
  restart();
  enable_interrupt(shared_interrupt(second ? kUsb2Interrupt : kUsb1Interrupt), mask, nullptr);
  lend_block({read_register, write_register, perform});
}

}  // namespace gokey::imx6ul
