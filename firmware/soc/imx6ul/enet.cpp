// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/enet.h"

#include <algorithm>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/gic.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t EIR = 0x004, EIMR = 0x008, RDAR = 0x010, TDAR = 0x014, ECR = 0x024,
                        MMFR = 0x040, MSCR = 0x044, RCR = 0x084, TCR = 0x0C4, PALR = 0x0E4,
                        PAUR = 0x0E8, OPD = 0x0EC, IAUR = 0x118, IALR = 0x11C, GAUR = 0x120,
                        GALR = 0x124, TFWR = 0x144, RDSR = 0x180, TDSR = 0x184, MRBR = 0x188;
constexpr std::uint32_t EIR_MII = 1U << 23, EIR_RXF = 1U << 25, EIR_TXF = 1U << 27;
constexpr std::uint32_t ECR_RESET = 1U << 0, ECR_ETHEREN = 1U << 1, ECR_DBSWP = 1U << 8;
constexpr std::uint32_t RCR_MII_MODE = 1U << 2, RCR_RMII_MODE = 1U << 8;
constexpr unsigned RCR_MAX_FL = 16;
constexpr std::uint32_t TCR_FDEN = 1U << 2;
constexpr std::uint32_t TFWR_STRFWD = 1U << 8;
constexpr std::uint32_t AR_ACTIVE = 1U << 24;  // RDAR, TDAR

// MMFR
constexpr std::uint32_t MMFR_ST = 1U << 30, MMFR_READ = 2U << 28, MMFR_WRITE = 1U << 28,
                        MMFR_TA = 2U << 16;
// MDC = 66 MHz / (2 * (MII_SPEED + 1)), at most 2.5 MHz.
constexpr std::uint32_t kMiiSpeed = 0x18U << 1;
constexpr int kMdioPatience = 100'000;  // reads of EIR; a frame takes 64 MDC cycles

// IEEE 802.3, 22.2.4
constexpr unsigned kPhyControl = 0, kPhyStatus = 1, kPhyId = 2;
constexpr std::uint16_t kRestartNegotiation = 0x1200;
constexpr std::uint16_t kLinkUp = 1U << 2;

// Legacy descriptors (ECR.EN1588 = 0), IMX6ULLRM 22.5.3.
struct Descriptor {
  std::uint16_t length;
  std::uint16_t flags;
  std::uint32_t buffer;
};
static_assert(sizeof(Descriptor) == 8);
constexpr std::uint16_t kOwn = 0x8000;  // E or R: the controller's
constexpr std::uint16_t kWrap = 0x2000, kLast = 0x0800, kAppendCrc = 0x0400;
constexpr std::uint16_t kReceiveErrors = 0x0037;  // LG, NO, CR, OV, TR
constexpr std::size_t kCrc = 4;

constexpr std::size_t kIn = 64, kOut = 32, kBuffer = 1536;
[[gnu::section(".dma")]] alignas(64) volatile Descriptor in[kIn];
[[gnu::section(".dma")]] alignas(64) volatile Descriptor out[kOut];
[[gnu::section(".dma")]] alignas(64) std::uint8_t in_buffers[kIn][kBuffer];
[[gnu::section(".dma")]] alignas(64) std::uint8_t out_buffers[kOut][kBuffer];

std::uint32_t address(const volatile void* of) { return reinterpret_cast<std::uint32_t>(of); }
std::uint16_t wrap(std::size_t i, std::size_t count) { return i + 1 == count ? kWrap : 0; }

void mask(void* self) { static_cast<const Block*>(self)->write(EIMR, 0); }

}  // namespace

Enet::Enet(Port port, std::span<const std::uint8_t, 6> mac)
    : block_(port == Port::kEnet1 ? 0x0218'8000 : 0x020B'4000) {
  block_.write(ECR, ECR_RESET);
  while ((block_.read(ECR) & ECR_RESET) != 0) {
  }
  block_.write(EIMR, 0);
  block_.write(EIR, ~0U);
  block_.write(MSCR, kMiiSpeed);
  find_phy();
  block_.write(PALR, (std::uint32_t{mac[0]} << 24) | (std::uint32_t{mac[1]} << 16) |
                         (std::uint32_t{mac[2]} << 8) | mac[3]);
  block_.write(PAUR, (std::uint32_t{mac[4]} << 24) | (std::uint32_t{mac[5]} << 16));
  // All groups: mDNS, IPv6. lwIP knows which it joined.
  block_.write(IAUR, 0);
  block_.write(IALR, 0);
  block_.write(GAUR, ~0U);
  block_.write(GALR, ~0U);
  block_.write(OPD, 0x0001'0020);
  block_.write(RCR, (1522U << RCR_MAX_FL) | RCR_RMII_MODE | RCR_MII_MODE);
  block_.write(TCR, TCR_FDEN);
  block_.write(TFWR, TFWR_STRFWD);
  block_.write(MRBR, kBuffer);
  set_up_rings();
  block_.write(ECR, ECR_DBSWP | ECR_ETHEREN);
  block_.write(RDAR, AR_ACTIVE);
  enable_interrupt(shared_interrupt(port == Port::kEnet1 ? 118 : 120), mask, &block_);
  look_at_link();
}

void Enet::set_up_rings() {
  for (std::size_t i = 0; i < kIn; ++i) {
    in[i].buffer = address(in_buffers[i]);
    in[i].length = 0;
    in[i].flags = kOwn | wrap(i, kIn);
  }
  for (std::size_t i = 0; i < kOut; ++i) {
    out[i].buffer = address(out_buffers[i]);
    out[i].length = 0;
    out[i].flags = wrap(i, kOut);
  }
  data_barrier();
  block_.write(RDSR, address(in));
  block_.write(TDSR, address(out));
}

bool Enet::mdio_done() const {
  for (int i = 0; i < kMdioPatience; ++i) {
    if ((block_.read(EIR) & EIR_MII) == 0) continue;
    block_.write(EIR, EIR_MII);
    return true;
  }
  return false;
}

std::optional<std::uint16_t> Enet::mdio_read(unsigned phy, unsigned reg) const {
  block_.write(EIR, EIR_MII);
  block_.write(MMFR, MMFR_ST | MMFR_READ | (phy << 23) | (reg << 18) | MMFR_TA);
  if (!mdio_done()) return std::nullopt;
  return static_cast<std::uint16_t>(block_.read(MMFR) & 0xFFFFU);
}

void Enet::mdio_write(unsigned phy, unsigned reg, std::uint16_t value) const {
  block_.write(EIR, EIR_MII);
  block_.write(MMFR, MMFR_ST | MMFR_WRITE | (phy << 23) | (reg << 18) | MMFR_TA | value);
  static_cast<void>(mdio_done());
}

void Enet::find_phy() {
  for (unsigned address = 0; address < 32 && !phy_; ++address) {
    const auto id = mdio_read(address, kPhyId);
    if (id && *id != 0 && *id != 0xFFFF) phy_ = address;
  }
  if (phy_) mdio_write(*phy_, kPhyControl, kRestartNegotiation);
}

void Enet::look_at_link() {
  if (!phy_) return;
  // The bit stays low after a loss until it is read.
  static_cast<void>(mdio_read(*phy_, kPhyStatus));
  const auto status = mdio_read(*phy_, kPhyStatus);
  link_ = status && (*status & kLinkUp) != 0;
}

void Enet::give_back() {
  in[next_in_].flags = kOwn | wrap(next_in_, kIn);
  data_barrier();
  block_.write(RDAR, AR_ACTIVE);
  next_in_ = (next_in_ + 1) % kIn;
  lent_ = false;
}

std::span<const std::uint8_t> Enet::receive() {
  if (lent_) give_back();
  while (true) {
    const std::uint16_t flags = in[next_in_].flags;
    if ((flags & kOwn) != 0) return {};
    data_barrier();
    const std::size_t length = in[next_in_].length;
    const bool whole = (flags & kLast) != 0 && (flags & kReceiveErrors) == 0;
    if (whole && length >= kHeader + kCrc && length - kCrc <= kMaxFrame) {
      lent_ = true;
      return std::span(in_buffers[next_in_]).first(length - kCrc);
    }
    give_back();
  }
}

bool Enet::send(std::span<const std::uint8_t> frame) {
  // IEEE 802.3 wants 60 bytes before the check sequence; the controller adds only the latter.
  constexpr std::size_t kShortest = 60;
  if (frame.size() > kMaxFrame) return false;
  full_ = (out[next_out_].flags & kOwn) != 0;
  if (full_) return false;
  std::uint8_t* const buffer = out_buffers[next_out_];
  std::ranges::copy(frame, buffer);
  const std::size_t length = std::max(frame.size(), kShortest);
  std::fill(buffer + frame.size(), buffer + length, std::uint8_t{0});
  out[next_out_].length = static_cast<std::uint16_t>(length);
  data_barrier();
  out[next_out_].flags = kOwn | kLast | kAppendCrc | wrap(next_out_, kOut);
  data_barrier();
  block_.write(TDAR, AR_ACTIVE);
  next_out_ = (next_out_ + 1) % kOut;
  return true;
}

bool Enet::expect() {
  block_.write(EIR, EIR_RXF | EIR_TXF);
  const bool frame = !lent_ && (in[next_in_].flags & kOwn) == 0;
  const bool room = full_ && (out[next_out_].flags & kOwn) == 0;
  block_.write(EIMR, full_ ? EIR_RXF | EIR_TXF : EIR_RXF);
  return frame || room;
}

}  // namespace gokey::imx6ul
