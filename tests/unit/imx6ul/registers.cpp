// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "registers.h"

#include "soc/imx6ul/mmio.h"

namespace gokey::testing {
namespace {

Registers* current = nullptr;
thread_local bool in_model = false;

}  // namespace

Registers::Registers() { current = this; }
Registers::~Registers() { current = nullptr; }

bool Registers::at_work() { return in_model; }

std::uint32_t Registers::read(std::uint32_t address) {
  touched.insert(address);
  const auto found = on_read.find(address);
  return found == on_read.end() ? words_[address] : found->second();
}

void Registers::write(std::uint32_t address, std::uint32_t value) {
  touched.insert(address);
  written.emplace_back(address, value);
  const auto found = on_write.find(address);
  if (found == on_write.end()) {
    words_[address] = value;
  } else {
    found->second(value);
  }
}

std::uint32_t model_read(std::uint32_t address) {
  in_model = true;
  const std::uint32_t value = current->read(address);
  in_model = false;
  return value;
}
void model_write(std::uint32_t address, std::uint32_t value) {
  in_model = true;
  current->write(address, value);
  in_model = false;
}

}  // namespace gokey::testing

namespace gokey::imx6ul {

std::uint32_t mmio_read32(std::uint32_t address) { return testing::model_read(address); }
void mmio_write32(std::uint32_t address, std::uint32_t value) {
  testing::model_write(address, value);
}
std::uint16_t mmio_read16(std::uint32_t address) {
  return static_cast<std::uint16_t>(testing::model_read(address));
}
void mmio_write16(std::uint32_t address, std::uint16_t value) {
  testing::model_write(address, value);
}

}  // namespace gokey::imx6ul
