// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/speed.h"

namespace gokey::imx6ul {
namespace {

constexpr OperatingPoint k900{{75, 1}, 1275}, k792{{66, 1}, 1225}, k696{{58, 1}, 1275},
    k528{{88, 2}, 1175}, k198{{66, 4}, 950};
static_assert(k900.rate.mhz() == 900 && k792.rate.mhz() == 792 && k696.rate.mhz() == 696 &&
              k528.rate.mhz() == 528 && k198.rate.mhz() == 198);

constexpr unsigned SPEED_GRADING = 16;  // in fuse::kSpeedGrade

}  // namespace

std::optional<OperatingPoint> fastest(Chip chip, std::optional<std::uint32_t> fuse) {
  if (!fuse || chip == Chip::kUnknown) return std::nullopt;
  const bool plain = chip == Chip::kImx6ul;
  switch (*fuse >> SPEED_GRADING & 3U) {
    case 1:
      return k528;
    case 2:
      return plain ? k696 : k792;
    case 3:
      return plain ? std::nullopt : std::optional(k900);
    default:
      return std::nullopt;
  }
}

CoreSpeed::CoreSpeed(Chip chip, const Ocotp& ocotp, const hal::Clock& clock)
    : supply_(clock), full_(k198), failed_(SpeedError::kUnknownGrade) {
  if (const auto point = fastest(chip, ocotp.read(fuse::kSpeedGrade))) {
    full_ = *point;
    failed_.reset();
  }
}

// No frequency without the voltage that it needs, at any moment.
std::optional<SpeedError> CoreSpeed::change(const OperatingPoint& to) const {
  const auto mhz = clock_.mhz();
  if (!mhz) return SpeedError::kForeignClock;
  const auto millivolts = supply_.millivolts();
  if (!millivolts) return SpeedError::kForeignSupply;
  if (*millivolts < to.millivolts && !supply_.set(to.millivolts)) return SpeedError::kVoltage;
  if (*mhz != to.rate.mhz() && !clock_.set(to.rate)) return SpeedError::kClock;
  if (*millivolts > to.millivolts && !supply_.set(to.millivolts)) return SpeedError::kVoltage;
  return std::nullopt;
}

std::expected<unsigned, SpeedError> CoreSpeed::set(Speed speed) {
  if (failed_) return std::unexpected(*failed_);
  const OperatingPoint& to = speed == Speed::kFull ? full_ : k198;
  failed_ = change(to);
  if (failed_) return std::unexpected(*failed_);
  return to.rate.mhz();
}

}  // namespace gokey::imx6ul
