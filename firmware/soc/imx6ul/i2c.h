// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// An I2C bus (IMX6ULLRM "I2C") with this chip as its only master, for chips with registers of one
// byte.
#pragma once

#include <cstdint>
#include <optional>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

inline constexpr std::uint32_t kI2c1 = 0x021A'0000;

class I2c {
 public:
  // 100 kHz from a 66 MHz clock. The pads are the board's to select.
  explicit I2c(std::uint32_t base);

  // Nothing if no chip answers at that address (7 bits).
  [[nodiscard]] std::optional<std::uint8_t> read(std::uint8_t chip, std::uint8_t reg) const;
  [[nodiscard]] bool write(std::uint8_t chip, std::uint8_t reg, std::uint8_t value) const;

 private:
  [[nodiscard]] bool start(std::uint8_t chip) const;
  [[nodiscard]] bool send(std::uint8_t byte) const;
  [[nodiscard]] std::optional<std::uint8_t> receive_one() const;
  [[nodiscard]] bool transferred() const;
  [[nodiscard]] bool wait_for_bus(bool busy) const;
  void stop() const;

  Block block_;
};

}  // namespace gokey::imx6ul
