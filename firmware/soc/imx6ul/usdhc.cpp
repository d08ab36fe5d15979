// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/usdhc.h"

#include <cstring>

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t BLK_ATT = 0x04, CMD_ARG = 0x08, CMD_XFR_TYP = 0x0C, CMD_RSP0 = 0x10,
                        DATA_BUFF_ACC_PORT = 0x20, PRES_STATE = 0x24, PROT_CTRL = 0x28,
                        SYS_CTRL = 0x2C, INT_STATUS = 0x30, INT_STATUS_EN = 0x34,
                        INT_SIGNAL_EN = 0x38, WTMK_LVL = 0x44, MIX_CTRL = 0x48, VEND_SPEC = 0xC0;
constexpr std::uint32_t PRES_STATE_CIHB = 1U << 0, PRES_STATE_CDIHB = 1U << 1,
                        PRES_STATE_CINST = 1U << 16;
constexpr std::uint32_t PROT_CTRL_LITTLE_ENDIAN = 2U << 4;  // one data line
// 198 MHz / (256 * 2) = 387 kHz to find the card, / (4 * 2) = 25 MHz then.
constexpr std::uint32_t SYS_CTRL_ON = 0xFU, SYS_CTRL_LONG_TIMEOUT = 0xEU << 16,
                        SYS_CTRL_SLOW = (0x80U << 8) | (1U << 4),
                        SYS_CTRL_FAST = (0x02U << 8) | (1U << 4), SYS_CTRL_RSTA = 1U << 24,
                        SYS_CTRL_RSTC = 1U << 25, SYS_CTRL_RSTD = 1U << 26,
                        SYS_CTRL_INITA = 1U << 27;
constexpr std::uint32_t INT_CC = 1U << 0, INT_TC = 1U << 1, INT_BWR = 1U << 4, INT_BRR = 1U << 5,
                        INT_COMMAND_ERRORS = 0x000F'0000, INT_DATA_ERRORS = 0x0070'0000,
                        INT_ALL = 0x117F'01FF;
constexpr std::uint32_t MIX_CTRL_DTDSEL = 1U << 4;  // from the card
constexpr std::uint32_t VEND_SPEC_CLOCKS = 0x2000'7809;
constexpr std::uint32_t kWatermarks = 0x0080'0080;  // a block, in words

constexpr std::uint32_t kResponse136 = 1U << 16, kResponse48 = 2U << 16, kResponseBusy = 3U << 16;
constexpr std::uint32_t kCheckCrc = 1U << 19, kCheckIndex = 1U << 20, kData = 1U << 21;
constexpr std::uint32_t kR1 = kResponse48 | kCheckCrc | kCheckIndex;
constexpr std::uint32_t kR1b = kResponseBusy | kCheckCrc | kCheckIndex;

// Reads of a register before a card that does not answer is given up; a block takes less than a
// tenth of that.
constexpr int kPatience = 10'000'000;
constexpr int kAttempts = 10'000;  // of ACMD41, where a card may take a second

constexpr std::uint32_t kVoltages = 0x00FF'8000;  // 2.7 V to 3.6 V
constexpr std::uint32_t kLowVoltage = 1U << 7;    // 1.70 V to 1.95 V
constexpr std::uint32_t kHighCapacity = 1U << 30;
constexpr std::uint32_t kReady = 1U << 31;
// Card status, R1 (JESD84-B51, 6.13).
constexpr std::uint32_t kStateMask = 0xFU << 9, kStateTransfer = 4U << 9, kStateData = 5U << 9,
                        kStateReceive = 6U << 9;
constexpr std::uint32_t kCardErrors = 0xFDF9'8008;

// CSD register, without its checksum byte, as the controller stores it: bits 8 to 39 in [0].
std::uint32_t capacity(const std::array<std::uint32_t, 4>& csd) {
  if (((csd[3] >> 22) & 3U) != 0) return (((csd[1] >> 8) & 0x3F'FFFFU) + 1) * 1024;
  const std::uint32_t length = (csd[2] >> 8) & 15U;
  const std::uint32_t multiplier = (csd[1] >> 7) & 7U;
  const std::uint32_t size = ((csd[2] & 3U) << 10) | (csd[1] >> 22);
  if (length < 9 || length > 11) return 0;
  return ((size + 1) << (multiplier + 2)) << (length - 9);
}

}  // namespace

struct SdCard::Command {
  unsigned index;
  std::uint32_t flags;
  bool to_host = false;
};

SdCard::SdCard(std::uint32_t base, Kind kind) : block_(base) {
  reset();
  count_ = kind == Kind::kSd ? identify_sd() : identify_emmc();
}

void SdCard::reset() {
  block_.write(SYS_CTRL, SYS_CTRL_RSTA | SYS_CTRL_LONG_TIMEOUT | SYS_CTRL_SLOW | SYS_CTRL_ON);
  for (int i = 0; i < kPatience && (block_.read(SYS_CTRL) & SYS_CTRL_RSTA) != 0; ++i) {
  }
  block_.write(INT_STATUS_EN, INT_ALL);
  block_.write(INT_SIGNAL_EN, 0);
  block_.write(PROT_CTRL, PROT_CTRL_LITTLE_ENDIAN);
  block_.write(VEND_SPEC, VEND_SPEC_CLOCKS);
  block_.write(WTMK_LVL, kWatermarks);
}

// 80 clocks, and all cards back to the beginning.
bool SdCard::wake() const {
  block_.set(SYS_CTRL, SYS_CTRL_INITA);
  for (int i = 0; i < kPatience && (block_.read(SYS_CTRL) & SYS_CTRL_INITA) != 0; ++i) {
  }
  return send({0, 0}, 0).has_value();
}

void SdCard::go_fast() const {
  block_.write(SYS_CTRL, SYS_CTRL_LONG_TIMEOUT | SYS_CTRL_FAST | SYS_CTRL_ON);
}

// Section 4.2: how many blocks the card has, or 0.
std::uint32_t SdCard::identify_sd() {
  if ((block_.read(PRES_STATE) & PRES_STATE_CINST) == 0) return 0;
  if (!wake() || !negotiate_sd()) return 0;
  if (!send({2, kResponse136 | kCheckCrc}, 0)) return 0;
  const auto published = send({3, kR1}, 0);
  if (!published) return 0;
  address_ = (*published)[0] & 0xFFFF'0000U;
  const auto csd = send({9, kResponse136 | kCheckCrc}, address_);
  if (!csd || !send({7, kR1b}, address_) || !send({16, kR1}, kSize)) return 0;
  go_fast();
  return capacity(*csd);
}

bool SdCard::negotiate_sd() {
  // A card of version 2 echoes the pattern.
  const auto version2 = send({8, kR1}, 0x1AA);
  for (int i = 0; i < kAttempts; ++i) {
    if (!send({55, kR1}, 0)) return false;
    const auto conditions = send({41, kResponse48}, kVoltages | (version2 ? kHighCapacity : 0));
    if (!conditions) return false;
    by_block_ = ((*conditions)[0] & kHighCapacity) != 0;
    if (((*conditions)[0] & kReady) != 0) return true;
  }
  return false;
}

// JESD84-B51, 6.4: the same, but the host gives the address and EXT_CSD tells the size.
std::uint32_t SdCard::identify_emmc() {
  constexpr std::uint32_t kAddress = 1U << 16;
  constexpr std::size_t kSecCount = 212;  // byte of EXT_CSD, 7.4
  if (!wake() || !negotiate_emmc()) return 0;
  if (!send({2, kResponse136 | kCheckCrc}, 0) || !send({3, kR1}, kAddress)) return 0;
  address_ = kAddress;
  if (!send({7, kR1b}, address_)) return 0;
  go_fast();
  std::array<std::uint8_t, kSize> ext_csd{};
  if (!receive(8, 0, ext_csd)) return 0;
  std::uint32_t sectors = 0;
  std::memcpy(&sectors, &ext_csd.at(kSecCount), sizeof sectors);
  return sectors;
}

// All of the Mk II's are larger than 2 GB and take sector addresses.
bool SdCard::negotiate_emmc() {
  for (int i = 0; i < kAttempts; ++i) {
    const auto conditions = send({1, kResponse48}, kHighCapacity | kVoltages | kLowVoltage);
    if (!conditions) return false;
    by_block_ = ((*conditions)[0] & kHighCapacity) != 0;
    if (((*conditions)[0] & kReady) != 0) return by_block_;
  }
  return false;
}

std::optional<SdCard::Response> SdCard::send(const Command& command, std::uint32_t argument) const {
  const std::uint32_t busy =
      PRES_STATE_CIHB | ((command.flags & kData) != 0 ? PRES_STATE_CDIHB : 0);
  for (int i = 0; i < kPatience && (block_.read(PRES_STATE) & busy) != 0; ++i) {
  }
  block_.write(INT_STATUS, ~0U);
  block_.write(MIX_CTRL, command.to_host ? MIX_CTRL_DTDSEL : 0);
  block_.write(CMD_ARG, argument);
  block_.write(CMD_XFR_TYP, (command.index << 24) | command.flags);
  if (!wait_for(INT_CC)) return std::nullopt;
  Response response{};
  for (std::uint32_t i = 0; i < response.size(); ++i) response[i] = block_.read(CMD_RSP0 + 4 * i);
  return response;
}

bool SdCard::begin(const Command& command, std::uint32_t argument) const {
  block_.write(BLK_ATT, (1U << 16) | kSize);
  const auto status = send(command, argument);
  return status && ((*status)[0] & kCardErrors) == 0;
}

// After a transfer that failed: controller and card take commands again.
void SdCard::recover() const {
  for (const std::uint32_t circuit : {SYS_CTRL_RSTC, SYS_CTRL_RSTD}) {
    block_.set(SYS_CTRL, circuit);
    for (int i = 0; i < kPatience && (block_.read(SYS_CTRL) & circuit) != 0; ++i) {
    }
  }
  const auto status = send({13, kR1}, address_);
  const std::uint32_t state = status ? (*status)[0] & kStateMask : 0;
  if (state == kStateData || state == kStateReceive) static_cast<void>(send({12, kR1b}, 0));
}

bool SdCard::wait_for(std::uint32_t status) const {
  for (int i = 0; i < kPatience; ++i) {
    const std::uint32_t now = block_.read(INT_STATUS);
    if ((now & (INT_COMMAND_ERRORS | INT_DATA_ERRORS)) != 0) return false;
    if ((now & status) == 0) continue;
    block_.write(INT_STATUS, status);
    return true;
  }
  return false;
}

bool SdCard::receive(unsigned command, std::uint32_t argument,
                     std::span<std::uint8_t, kSize> out) const {
  if (!begin({command, kR1 | kData, true}, argument) || !wait_for(INT_BRR)) return false;
  for (std::size_t i = 0; i < kSize; i += sizeof(std::uint32_t)) {
    const std::uint32_t word = block_.read(DATA_BUFF_ACC_PORT);
    std::memcpy(&out[i], &word, sizeof word);
  }
  return wait_for(INT_TC);
}

bool SdCard::read_block(std::uint32_t block, std::span<std::uint8_t, kSize> out) const {
  if (receive(17, by_block_ ? block : block * kSize, out)) return true;
  recover();
  return false;
}

bool SdCard::write_block(std::uint32_t block, std::span<const std::uint8_t, kSize> in) const {
  if (transmit(by_block_ ? block : block * kSize, in)) return true;
  recover();
  return false;
}

bool SdCard::transmit(std::uint32_t at, std::span<const std::uint8_t, kSize> in) const {
  if (!begin({24, kR1 | kData}, at) || !wait_for(INT_BWR)) return false;
  for (std::size_t i = 0; i < kSize; i += sizeof(std::uint32_t)) {
    std::uint32_t word = 0;
    std::memcpy(&word, &in[i], sizeof word);
    block_.write(DATA_BUFF_ACC_PORT, word);
  }
  return wait_for(INT_TC) && programmed();
}

std::expected<void, hal::BlocksError> SdCard::check(std::uint32_t first, std::size_t bytes) const {
  if (count_ == 0) return std::unexpected(hal::BlocksError::kAbsent);
  const std::size_t blocks = bytes / kSize;
  const bool whole = bytes > 0 && bytes % kSize == 0;
  if (!whole || first >= count_ || blocks > count_ - first) {
    return std::unexpected(hal::BlocksError::kRange);
  }
  return {};
}

std::expected<void, hal::BlocksError> SdCard::read(std::uint32_t first,
                                                   std::span<std::uint8_t> out) {
  if (auto checked = check(first, out.size()); !checked) return checked;
  for (; !out.empty(); out = out.subspan(kSize)) {
    if (!read_block(first++, out.first<kSize>())) return std::unexpected(hal::BlocksError::kIo);
  }
  return {};
}

std::expected<void, hal::BlocksError> SdCard::write(std::uint32_t first,
                                                    std::span<const std::uint8_t> data) {
  if (auto checked = check(first, data.size()); !checked) return checked;
  for (; !data.empty(); data = data.subspan(kSize)) {
    if (!write_block(first++, data.first<kSize>())) return std::unexpected(hal::BlocksError::kIo);
  }
  return {};
}

std::expected<void, hal::BlocksError> SdCard::flush() {
  if (count_ == 0) return std::unexpected(hal::BlocksError::kAbsent);
  if (!programmed()) return std::unexpected(hal::BlocksError::kIo);
  return {};
}

// Waits until the card has written what it was given; false if it could not.
bool SdCard::programmed() const {
  for (int i = 0; i < kAttempts; ++i) {
    const auto status = send({13, kR1}, address_);
    if (!status || ((*status)[0] & kCardErrors) != 0) return false;
    if (((*status)[0] & kStateMask) == kStateTransfer) return true;
  }
  return false;
}

}  // namespace gokey::imx6ul
