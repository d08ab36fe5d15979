// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the Ethernet controller reads and writes in memory, and its registers (IMX6ULLRM 22). The
// gate writes the descriptors; the driver reads them, and has the buffers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gokey::imx6ul::ethernet {

inline constexpr std::uint32_t EIR = 0x004, EIMR = 0x008, RDAR = 0x010, TDAR = 0x014, ECR = 0x024,
                               MMFR = 0x040, MSCR = 0x044, RCR = 0x084, TCR = 0x0C4, PALR = 0x0E4,
                               PAUR = 0x0E8, OPD = 0x0EC, IAUR = 0x118, IALR = 0x11C, GAUR = 0x120,
                               GALR = 0x124, TFWR = 0x144, RDSR = 0x180, TDSR = 0x184, MRBR = 0x188;
inline constexpr std::uint32_t AR_ACTIVE = 1U << 24;  // RDAR, TDAR

// Legacy descriptors (ECR.EN1588 = 0), 22.5.3.
struct Descriptor {
  std::uint16_t length;
  std::uint16_t flags;
  std::uint32_t buffer;
};
static_assert(sizeof(Descriptor) == 8);
inline constexpr std::uint16_t kOwn = 0x8000;  // E or R: the controller's
inline constexpr std::uint16_t kWrap = 0x2000, kLast = 0x0800, kAppendCrc = 0x0400;

inline constexpr std::size_t kIn = 64, kOut = 32, kBuffer = 1536;
extern volatile Descriptor in[kIn];
extern volatile Descriptor out[kOut];
extern std::uint8_t in_buffers[kIn][kBuffer];
extern std::uint8_t out_buffers[kOut][kBuffer];

// What the driver asks of the gate (LentBlock::perform).
enum class Operation : std::uint32_t {
  kGiveBack,  // number of a receive descriptor
  kSend,      // number of a transmit descriptor, bytes of its buffer
};

}  // namespace gokey::imx6ul::ethernet
