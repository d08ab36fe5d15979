// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/gic.h"

#include <array>

#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {
namespace {

constexpr Block kDistributor{0x00A0'1000};
constexpr std::uint32_t GICD_CTLR = 0x000, GICD_TYPER = 0x004, GICD_IGROUPR = 0x080,
                        GICD_ISENABLER = 0x100, GICD_ICENABLER = 0x180, GICD_IPRIORITYR = 0x400,
                        GICD_ITARGETSR = 0x800;
constexpr Block kInterface{0x00A0'2000};
constexpr std::uint32_t GICC_CTLR = 0x00, GICC_PMR = 0x04, GICC_IAR = 0x0C, GICC_EOIR = 0x10;

constexpr unsigned kMost = 160;
constexpr unsigned kFirstSpecial = 1020;

struct Entry {
  InterruptHandler handler;
  void* context;
};
[[gnu::section("gokey_kernel")]] constinit std::array<Entry, kMost> entries{};

constexpr std::uint32_t word(unsigned id) { return id / 32 * 4; }
constexpr std::uint32_t bit(unsigned id) { return 1U << (id % 32); }

void dispatch() {
  while (true) {
    const std::uint32_t acknowledged = kInterface.read(GICC_IAR);
    const unsigned id = acknowledged & 0x3FFU;
    if (id >= kFirstSpecial) return;
    if (id < kMost && entries[id].handler != nullptr) {
      entries[id].handler(entries[id].context);
    } else {
      kDistributor.write(GICD_ICENABLER + word(id), bit(id));
    }
    kInterface.write(GICC_EOIR, acknowledged);
  }
}

}  // namespace

void start_gic() {
  kDistributor.write(GICD_CTLR, 0);
  const unsigned count = ((kDistributor.read(GICD_TYPER) & 31U) + 1) * 32;
  for (unsigned id = 0; id < count; id += 32) {
    kDistributor.write(GICD_ICENABLER + word(id), ~0U);
    kDistributor.write(GICD_IGROUPR + word(id), 0);  // all secure: we are
  }
  for (unsigned id = 0; id < count; id += 4) kDistributor.write(GICD_IPRIORITYR + id, 0xA0A0'A0A0);
  for (unsigned id = 32; id < count; id += 4) kDistributor.write(GICD_ITARGETSR + id, 0x0101'0101);
  kInterface.write(GICC_PMR, 0xFF);
  kDistributor.write(GICD_CTLR, 1);
  kInterface.write(GICC_CTLR, 1);
}

void enable_interrupt(unsigned id, InterruptHandler handler, void* context) {
  const InterruptsOff off;
  entries[id] = {handler, context};
  kDistributor.write(GICD_ISENABLER + word(id), bit(id));
}

}  // namespace gokey::imx6ul

// From start.S, interrupts off.
extern "C" void gokey_interrupt() {
  gokey::imx6ul::dispatch();
  gokey::imx6ul::after_interrupt();
}
