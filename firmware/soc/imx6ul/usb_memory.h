// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the USB controller reads and writes in memory, and its registers (IMX6ULLRM 56.4.5, 56.6).
// The gate writes the descriptors; the driver reads them, and has the buffers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gokey::imx6ul::usb {

inline constexpr std::uint32_t USBCMD = 0x140, USBSTS = 0x144, USBINTR = 0x148, DEVICEADDR = 0x154,
                               ENDPTLISTADDR = 0x158, PORTSC1 = 0x184, USBMODE = 0x1A8,
                               ENDPTSETUPSTAT = 0x1AC, ENDPTPRIME = 0x1B0, ENDPTFLUSH = 0x1B4,
                               ENDPTSTAT = 0x1B8, ENDPTCOMPLETE = 0x1BC, ENDPTCTRL0 = 0x1C0;
inline constexpr std::uint32_t USBCMD_RS = 1U << 0, USBCMD_RST = 1U << 1, USBCMD_SUTW = 1U << 13,
                               USBCMD_ITC = 0xFFU << 16;
inline constexpr std::uint32_t USBMODE_DEVICE = 2, USBMODE_SLOM = 1U << 3;

// Queue head and transfer descriptor.
struct alignas(64) QueueHead {
  std::uint32_t capabilities, current, next, token, pages[5], reserved, setup[2], padding[4];
};
static_assert(sizeof(QueueHead) == 64);
struct alignas(32) TransferDescriptor {
  std::uint32_t next, token, pages[5], padding;
};
static_assert(sizeof(TransferDescriptor) == 32);
inline constexpr std::uint32_t kInterruptOnSetup = 1U << 15, kNoAutomaticZeroPacket = 1U << 29;
inline constexpr unsigned kMaxPacket = 16;
inline constexpr std::uint32_t kLast = 1;  // of `next`: there is none
inline constexpr std::uint32_t kActive = 1U << 7, kInterruptOnComplete = 1U << 15;
inline constexpr unsigned kTotalBytes = 16;

inline constexpr unsigned kEndpoints = 8;
inline constexpr unsigned kChannels = 2 * kEndpoints;  // directions, OUT before IN
inline constexpr std::size_t kBuffer =
    16384;  // what one descriptor's pages always hold; whole packets
inline constexpr std::uint16_t kControlPacket = 64;

extern volatile QueueHead heads[kChannels];
// The data, and a packet of no bytes behind it.
extern volatile TransferDescriptor descriptors[kChannels][2];
extern std::uint8_t buffers[kChannels][kBuffer];

// Of ENDPTPRIME and its like.
[[nodiscard]] constexpr std::uint32_t bit_of(unsigned channel) {
  return 1U << (channel / 2 + (channel % 2 != 0 ? 16 : 0));
}

// What the driver asks of the gate (LentBlock::perform).
enum class Operation : std::uint32_t {
  kRestart,  // the controller as after power-up, in device mode, with nothing but endpoint 0
  kOpen,     // channel from 2 on, bytes of a packet
  kStart,    // channel, bytes of its buffer, with kZeroPacket if a packet of none follows
};
inline constexpr std::uint32_t kZeroPacket = 1U << 31;

}  // namespace gokey::imx6ul::usb
