// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/rngb.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t RNG_CMD = 0x04, RNG_CR = 0x08, RNG_SR = 0x0C, RNG_ESR = 0x10,
                        RNG_OUT = 0x14;
constexpr std::uint32_t CMD_ST = 1U << 0, CMD_GS = 1U << 1, CMD_CI = 1U << 4, CMD_CE = 1U << 5,
                        CMD_SR = 1U << 6;
constexpr std::uint32_t CR_AR = 1U << 4, CR_MASKDONE = 1U << 5, CR_MASKERR = 1U << 6;
constexpr std::uint32_t SR_STDN = 1U << 4, SR_SDN = 1U << 5, SR_FIFO_LEVEL = 0xFU << 8,
                        SR_ERR = 1U << 16, SR_ST_PF = 7U << 21;

// Reads of the status register, seconds of them as with the DCP; seeding takes some 20,000 cycles
// of the generator.
constexpr int kPatience = 50'000'000;

}  // namespace

Rngb::Rngb() : block_(0x0228'4000) {
  block_.write(RNG_CMD, CMD_SR);
  block_.write(RNG_CR, CR_MASKDONE | CR_MASKERR);  // no interrupts
  block_.write(RNG_CMD, CMD_CI | CMD_CE);
  block_.write(RNG_CMD, CMD_ST);
  if (!wait_for(SR_STDN) || (block_.read(RNG_SR) & SR_ST_PF) != 0) return;
  block_.write(RNG_CMD, CMD_GS);
  if (!wait_for(SR_SDN)) return;
  block_.set(RNG_CR, CR_AR);  // seeds itself anew from time to time
  healthy_ = block_.read(RNG_ESR) == 0;
}

bool Rngb::wait_for(std::uint32_t status) const {
  for (int i = 0; i < kPatience; ++i) {
    const std::uint32_t now = block_.read(RNG_SR);
    if ((now & SR_ERR) != 0) return false;
    if ((now & status) != 0) return true;
  }
  return false;
}

std::optional<std::uint32_t> Rngb::word() {
  if (!healthy()) return std::nullopt;
  // A read of an empty FIFO is an error of its own, and gives zeros.
  healthy_ = wait_for(SR_FIFO_LEVEL);
  if (!healthy_) return std::nullopt;
  const std::uint32_t word = block_.read(RNG_OUT);
  healthy_ = block_.read(RNG_ESR) == 0;
  if (!healthy_ || !tests_.take(word)) return std::nullopt;
  return word;
}

}  // namespace gokey::imx6ul
