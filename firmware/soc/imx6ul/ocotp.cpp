// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/ocotp.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t CTRL = 0x00, CTRL_SET = 0x04, CTRL_CLR = 0x08, DATA = 0x20;
constexpr std::uint32_t CTRL_BUSY = 1U << 8, CTRL_ERROR = 1U << 9, CTRL_RELOAD_SHADOWS = 1U << 10;
constexpr std::uint32_t CTRL_WR_UNLOCK = 0x3E77U << 16;

constexpr std::uint32_t kReadLocked = 0xBADA'BADA;  // 37.3.1.2
constexpr unsigned kBanks = 16, kWords = 8;
// Reads of CTRL; blowing a word takes some 400 us.
constexpr int kPatience = 1'000'000;

// Banks from 6 on lie behind a gap.
std::optional<std::uint32_t> shadow(Fuse fuse) {
  if (fuse.bank >= kBanks || fuse.word >= kWords) return std::nullopt;
  const std::uint32_t gap = fuse.bank > 5 ? 0x100 : 0;
  return 0x400 + gap + 0x10 * (kWords * fuse.bank + fuse.word);
}

}  // namespace

std::optional<std::uint32_t> Ocotp::read(Fuse fuse) const {
  const auto at = shadow(fuse);
  if (!at) return std::nullopt;
  const std::uint32_t value = block_.read(*at);
  if (value == kReadLocked) return std::nullopt;
  return value;
}

std::uint64_t Ocotp::unique_id() const {
  return (std::uint64_t{read(fuse::kUniqueIdHigh).value_or(0)} << 32U) |
         read(fuse::kUniqueIdLow).value_or(0);
}

bool Ocotp::idle() const {
  for (int i = 0; i < kPatience; ++i) {
    if ((block_.read(CTRL) & CTRL_BUSY) == 0) return true;
  }
  return false;
}

// 37.3.1.3; the timing register keeps what the boot ROM has set for its clocks.
std::expected<void, FuseError> Ocotp::blow(Fuse fuse, std::uint32_t bits,
                                           const FusePermit& permit) const {
  const auto at = shadow(fuse);
  if (!at || bits == 0) return std::unexpected(FuseError::kNoSuchFuse);
  if (permit.fuse.bank != fuse.bank || permit.fuse.word != fuse.word || permit.bits != bits ||
      permit.unit != unique_id()) {
    return std::unexpected(FuseError::kNotPermitted);
  }
  block_.write(CTRL_CLR, CTRL_ERROR);
  if (!idle()) return std::unexpected(FuseError::kBusy);
  block_.write(CTRL, CTRL_WR_UNLOCK | (kWords * fuse.bank + fuse.word));
  block_.write(DATA, bits);
  if (!idle()) return std::unexpected(FuseError::kBusy);
  if ((block_.read(CTRL) & CTRL_ERROR) != 0) {
    block_.write(CTRL_CLR, CTRL_ERROR);
    return std::unexpected(FuseError::kLocked);
  }
  block_.write(CTRL_SET, CTRL_RELOAD_SHADOWS);
  if (!idle()) return std::unexpected(FuseError::kBusy);
  if ((block_.read(*at) & bits) != bits) return std::unexpected(FuseError::kMismatch);
  return {};
}

}  // namespace gokey::imx6ul
