// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/pads.h"

#include "soc/imx6ul/mmio.h"

namespace gokey::mk2 {
namespace {

// Registers of the IOMUXC, by their offsets (IMX6ULLRM 32).
struct Pad {
  std::uint32_t mux, function;
  std::uint32_t control, electrical;
  std::uint32_t input, daisy;  // 0: none
};
constexpr std::uint32_t kInputToo = 1U << 4;                   // SION
constexpr std::uint32_t kGpio = 5, kOutput = 0x1090;           // keeper, 100 MHz, R0/2
constexpr std::uint32_t kI2c = 0 | kInputToo, kBus = 0x1B8B0;  // open drain, 22 kOhm up
constexpr Pad kPads[] = {
    {0x1E4, kGpio, 0x470, kOutput, 0, 0},  // CSI_DATA00: GPIO4_IO21
    {0x1E8, kGpio, 0x474, kOutput, 0, 0},  // CSI_DATA01: GPIO4_IO22
    {0x064, kI2c, 0x2F0, kBus, 0x5A4, 0},  // GPIO1_IO02: I2C1_SCL
    {0x068, kI2c, 0x2F4, kBus, 0x5A8, 1},  // GPIO1_IO03: I2C1_SDA
};

}  // namespace

void select_pads() {
  const imx6ul::Block iomuxc(0x020E'0000);
  for (const Pad& pad : kPads) {
    iomuxc.write(pad.mux, pad.function);
    iomuxc.write(pad.control, pad.electrical);
    if (pad.input != 0) iomuxc.write(pad.input, pad.daisy);
  }
}

}  // namespace gokey::mk2
