// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/enet.h"

#include <algorithm>

#include "soc/imx6ul/cpu.h"

namespace gokey::imx6ul {
namespace {

using namespace ethernet;

constexpr std::uint32_t EIR_MII = 1U << 23, EIR_RXF = 1U << 25, EIR_TXF = 1U << 27;

// MMFR
constexpr std::uint32_t MMFR_ST = 1U << 30, MMFR_READ = 2U << 28, MMFR_WRITE = 1U << 28,
                        MMFR_TA = 2U << 16;
constexpr int kMdioPatience = 100'000;  // reads of EIR; a frame takes 64 MDC cycles

// IEEE 802.3, 22.2.4
constexpr unsigned kPhyControl = 0, kPhyStatus = 1, kPhyId = 2;
constexpr std::uint16_t kRestartNegotiation = 0x1200;
constexpr std::uint16_t kLinkUp = 1U << 2;

constexpr std::uint16_t kReceiveErrors = 0x0037;  // LG, NO, CR, OV, TR
constexpr std::size_t kCrc = 4;

}  // namespace

Enet::Enet() {
  find_phy();
  look_at_link();
}

void Enet::ask(Operation operation, std::size_t number, std::size_t size) const {
  block_.perform(static_cast<std::uint32_t>(operation), static_cast<std::uint32_t>(number),
                 static_cast<std::uint32_t>(size));
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
  ask(Operation::kGiveBack, next_in_);
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
  data_barrier();
  ask(Operation::kSend, next_out_, length);
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
