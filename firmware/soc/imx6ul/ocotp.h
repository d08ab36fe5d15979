// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Fuses (IMX6ULLRM 37): words of 32 bits, by bank and word. Which fuse is where: its fuse map.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

struct Fuse {
  unsigned bank, word;
};
namespace fuse {
inline constexpr Fuse kLock{0, 0}, kUniqueIdLow{0, 1}, kUniqueIdHigh{0, 2};
inline constexpr Fuse kSpeedGrade{0, 4};
inline constexpr Fuse kBootConfig{0, 6};
inline constexpr std::uint32_t kClosed = 1U << 1;  // SEC_CONFIG[1]
inline constexpr Fuse kMac1{4, 2};
}  // namespace fuse

enum class FuseError : std::uint8_t {
  kNoSuchFuse,
  kNotPermitted,  // the permit is for something else
  kBusy,          // the controller is, or stays, busy
  kLocked,        // the controller reports an error: locked, or wrong timing
  kMismatch,      // not all bits were found set afterwards
};

// Says once more, and for which unit, what is to be blown. There is no way back from it.
struct FusePermit {
  Fuse fuse;
  std::uint32_t bits;
  std::uint64_t unit;  // its unique id
};

class Ocotp {
 public:
  Ocotp() : block_(0x021B'C000) {}

  // The shadow register: what the fuse was when the chip started, or after blow(). Nothing where
  // there is none, or it is locked against reading.
  [[nodiscard]] std::optional<std::uint32_t> read(Fuse fuse) const;
  [[nodiscard]] std::uint64_t unique_id() const;

  // Sets bits of a fuse for ever, reads them back. Does nothing unless the permit names the same
  // fuse, the same bits and this unit.
  [[nodiscard]] std::expected<void, FuseError> blow(Fuse fuse, std::uint32_t bits,
                                                    const FusePermit& permit) const;

 private:
  [[nodiscard]] bool idle() const;

  Block block_;
};

}  // namespace gokey::imx6ul
