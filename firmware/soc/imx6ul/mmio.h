// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Access to device registers. On the chip each call is one load or store; with GOKEY_REGISTER_MODEL
// defined (host tests of drivers) the test's own functions are called instead.
#pragma once

#include <cstdint>

namespace gokey::imx6ul {

#ifdef GOKEY_REGISTER_MODEL
[[nodiscard]] std::uint32_t mmio_read32(std::uint32_t address);
void mmio_write32(std::uint32_t address, std::uint32_t value);
[[nodiscard]] std::uint16_t mmio_read16(std::uint32_t address);
void mmio_write16(std::uint32_t address, std::uint16_t value);
#else
[[nodiscard]] inline std::uint32_t mmio_read32(std::uint32_t address) {
  return *reinterpret_cast<const volatile std::uint32_t*>(address);
}
inline void mmio_write32(std::uint32_t address, std::uint32_t value) {
  *reinterpret_cast<volatile std::uint32_t*>(address) = value;
}
[[nodiscard]] inline std::uint16_t mmio_read16(std::uint32_t address) {
  return *reinterpret_cast<const volatile std::uint16_t*>(address);
}
inline void mmio_write16(std::uint32_t address, std::uint16_t value) {
  *reinterpret_cast<volatile std::uint16_t*>(address) = value;
}
#endif

// One block's registers, named by their offsets from its base.
class Block {
 public:
  constexpr explicit Block(std::uint32_t base) : base_(base) {}

  [[nodiscard]] constexpr std::uint32_t base() const { return base_; }
  [[nodiscard]] std::uint32_t read(std::uint32_t offset) const {
    return mmio_read32(base_ + offset);
  }
  void write(std::uint32_t offset, std::uint32_t value) const {
    mmio_write32(base_ + offset, value);
  }
  void set(std::uint32_t offset, std::uint32_t bits) const { write(offset, read(offset) | bits); }
  void clear(std::uint32_t offset, std::uint32_t bits) const {
    write(offset, read(offset) & ~bits);
  }
  [[nodiscard]] std::uint16_t read16(std::uint32_t offset) const {
    return mmio_read16(base_ + offset);
  }
  void write16(std::uint32_t offset, std::uint16_t value) const {
    mmio_write16(base_ + offset, value);
  }

 private:
  std::uint32_t base_;
};

}  // namespace gokey::imx6ul
