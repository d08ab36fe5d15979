// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/enet_gate.h"

#include <algorithm>
#include <array>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/enet_memory.h"
#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

namespace ethernet {
[[gnu::section(".dma.descriptors")]] alignas(64) volatile Descriptor in[kIn];
[[gnu::section(".dma.descriptors")]] alignas(64) volatile Descriptor out[kOut];
[[gnu::section(".dma.buffers")]] alignas(64) std::uint8_t in_buffers[kIn][kBuffer];
[[gnu::section(".dma.buffers")]] alignas(64) std::uint8_t out_buffers[kOut][kBuffer];
}  // namespace ethernet

namespace {

using namespace ethernet;

constexpr std::uint32_t kBlockSize = 0x200;
constexpr std::uint32_t ECR_RESET = 1U << 0, ECR_ETHEREN = 1U << 1, ECR_DBSWP = 1U << 8;
constexpr std::uint32_t RCR_MII_MODE = 1U << 2, RCR_RMII_MODE = 1U << 8;
constexpr unsigned RCR_MAX_FL = 16;
constexpr std::uint32_t TCR_FDEN = 1U << 2;
constexpr std::uint32_t TFWR_STRFWD = 1U << 8;
// MDC = 66 MHz / (2 * (MII_SPEED + 1)), at most 2.5 MHz.
constexpr std::uint32_t kMiiSpeed = 0x18U << 1;

[[gnu::section("gokey_kernel")]] constinit std::uint32_t base = 0;  // of the block

Block block() { return Block(base); }

std::uint16_t wrap(std::size_t i, std::size_t count) { return i + 1 == count ? kWrap : 0; }

void set_up_rings() {
  for (std::size_t i = 0; i < kIn; ++i) {
    in[i].buffer = bus_address(in_buffers[i]);
    in[i].length = 0;
    in[i].flags = kOwn | wrap(i, kIn);
  }
  for (std::size_t i = 0; i < kOut; ++i) {
    out[i].buffer = bus_address(out_buffers[i]);
    out[i].length = 0;
    out[i].flags = wrap(i, kOut);
  }
  data_barrier();
  block().write(RDSR, bus_address(in));
  block().write(TDSR, bus_address(out));
}

bool read_register(std::uint32_t offset, std::uint32_t& value) {
  if (offset >= kBlockSize || offset % 4 != 0) return false;
  value = block().read(offset);
  return true;
}

// Neither where the rings begin nor how much a buffer takes.
bool write_register(std::uint32_t offset, std::uint32_t value) {
  constexpr std::array kAllowed{EIR, EIMR, MMFR};
  if (std::ranges::find(kAllowed, offset) == kAllowed.end()) return false;
  block().write(offset, value);
  return true;
}

bool perform(std::uint32_t operation, std::uint32_t number, std::uint32_t size) {
  switch (static_cast<Operation>(operation)) {
    case Operation::kGiveBack:
      if (number >= kIn) return false;
      in[number].flags = kOwn | wrap(number, kIn);
      data_barrier();
      block().write(RDAR, AR_ACTIVE);
      return true;
    case Operation::kSend:
      if (number >= kOut || size > kBuffer) return false;
      out[number].length = static_cast<std::uint16_t>(size);
      data_barrier();
      out[number].flags = kOwn | kLast | kAppendCrc | wrap(number, kOut);
      data_barrier();
      block().write(TDAR, AR_ACTIVE);
      return true;
  }
  return false;
}

void mask(void*) { block().write(EIMR, 0); }

}  // namespace

void lend_enet(EnetPort port, std::span<const std::uint8_t, 6> mac) {
  base = port == EnetPort::kEnet1 ? 0x0218'8000 : 0x020B'4000;
  const Block registers = block();
  registers.write(ECR, ECR_RESET);
  while ((registers.read(ECR) & ECR_RESET) != 0) {
  }
  registers.write(EIMR, 0);
  registers.write(EIR, ~0U);
  registers.write(MSCR, kMiiSpeed);
  registers.write(PALR, (std::uint32_t{mac[0]} << 24) | (std::uint32_t{mac[1]} << 16) |
                            (std::uint32_t{mac[2]} << 8) | mac[3]);
  registers.write(PAUR, (std::uint32_t{mac[4]} << 24) | (std::uint32_t{mac[5]} << 16));
  // All groups: mDNS, IPv6. lwIP knows which it joined.
  registers.write(IAUR, 0);
  registers.write(IALR, 0);
  registers.write(GAUR, ~0U);
  registers.write(GALR, ~0U);
  registers.write(OPD, 0x0001'0020);
  registers.write(RCR, (1522U << RCR_MAX_FL) | RCR_RMII_MODE | RCR_MII_MODE);
  registers.write(TCR, TCR_FDEN);
  registers.write(TFWR, TFWR_STRFWD);
  registers.write(MRBR, kBuffer);
  set_up_rings();
  registers.write(ECR, ECR_DBSWP | ECR_ETHEREN);
  registers.write(RDAR, AR_ACTIVE);
  enable_interrupt(shared_interrupt(port == EnetPort::kEnet1 ? 118 : 120), mask, nullptr);
  lend_block({read_register, write_register, perform});
}

}  // namespace gokey::imx6ul
