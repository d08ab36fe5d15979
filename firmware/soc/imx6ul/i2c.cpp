// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/i2c.h"

namespace gokey::imx6ul {
namespace {

// All 16 bits wide.
constexpr std::uint32_t IFDR = 0x04, I2CR = 0x08, I2SR = 0x0C, I2DR = 0x10;
constexpr std::uint16_t I2CR_IEN = 1U << 7, I2CR_MSTA = 1U << 5, I2CR_MTX = 1U << 4,
                        I2CR_TXAK = 1U << 3, I2CR_RSTA = 1U << 2;
constexpr std::uint16_t I2SR_IBB = 1U << 5, I2SR_IAL = 1U << 4, I2SR_IIF = 1U << 1,
                        I2SR_RXAK = 1U << 0;
constexpr std::uint16_t kDivide768 = 0x16;

constexpr int kPatience = 1'000'000;  // reads of I2SR; a byte takes 90 us

}  // namespace

I2c::I2c(std::uint32_t base) : block_(base) {
  block_.write16(I2CR, 0);
  block_.write16(IFDR, kDivide768);
  block_.write16(I2SR, 0);
  block_.write16(I2CR, I2CR_IEN);
}

bool I2c::wait_for_bus(bool busy) const {
  for (int i = 0; i < kPatience; ++i) {
    if (((block_.read16(I2SR) & I2SR_IBB) != 0) == busy) return true;
  }
  return false;
}

bool I2c::transferred() const {
  for (int i = 0; i < kPatience; ++i) {
    const std::uint16_t status = block_.read16(I2SR);
    if ((status & I2SR_IAL) != 0) return false;
    if ((status & I2SR_IIF) == 0) continue;
    block_.write16(I2SR, 0);
    return true;
  }
  return false;
}

bool I2c::send(std::uint8_t byte) const {
  block_.write16(I2DR, byte);
  return transferred() && (block_.read16(I2SR) & I2SR_RXAK) == 0;
}

bool I2c::start(std::uint8_t chip) const {
  block_.write16(I2SR, 0);
  if (!wait_for_bus(false)) return false;
  block_.write16(I2CR, I2CR_IEN | I2CR_MSTA | I2CR_MTX);
  return wait_for_bus(true) && send(static_cast<std::uint8_t>(chip << 1U));
}

void I2c::stop() const {
  block_.write16(I2CR, I2CR_IEN);
  static_cast<void>(wait_for_bus(false));
}

// A byte that is answered with «no more».
std::optional<std::uint8_t> I2c::receive_one() const {
  block_.write16(I2CR, I2CR_IEN | I2CR_MSTA | I2CR_TXAK);
  static_cast<void>(block_.read16(I2DR));  // starts it
  if (!transferred()) return std::nullopt;
  // Stopped before the byte is read, or the read would start another one.
  stop();
  return static_cast<std::uint8_t>(block_.read16(I2DR));
}

std::optional<std::uint8_t> I2c::read(std::uint8_t chip, std::uint8_t reg) const {
  std::optional<std::uint8_t> value;
  if (start(chip) && send(reg)) {
    block_.write16(I2CR, I2CR_IEN | I2CR_MSTA | I2CR_MTX | I2CR_RSTA);
    if (send(static_cast<std::uint8_t>((chip << 1U) | 1U))) value = receive_one();
  }
  if (!value) stop();
  return value;
}

bool I2c::write(std::uint8_t chip, std::uint8_t reg, std::uint8_t value) const {
  const bool sent = start(chip) && send(reg) && send(value);
  stop();
  return sent;
}

}  // namespace gokey::imx6ul
