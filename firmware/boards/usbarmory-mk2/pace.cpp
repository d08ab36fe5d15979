// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/pace.h"

namespace gokey::mk2 {
namespace {

constexpr std::uint64_t kFullSpeedMs = 60'000;

const char* describe(imx6ul::SpeedError error) {
  using enum imx6ul::SpeedError;
  switch (error) {
    case kUnknownGrade:
      return "its fuses name no speed";
    case kForeignClock:
      return "the loader feeds it by another clock";
    case kForeignSupply:
      return "the loader feeds it from another supply";
    case kVoltage:
      return "its voltage did not rise";
    case kClock:
      return "its clock did not settle";
  }
  return "";
}

}  // namespace

void Pace::start(Tell log, Tell warn) {
  log_ = std::move(log);
  warn_ = std::move(warn);
  set(imx6ul::Speed::kFull);
}

void Pace::step(std::uint64_t now_ms) {
  if (over_) return;
  if (std::exchange(used_, false)) {
    if (!full_) set(imx6ul::Speed::kFull);
    idle_ms_ = now_ms + kFullSpeedMs;
  } else if (now_ms >= idle_ms_) {
    set(imx6ul::Speed::kIdle);
    idle_ms_ = metal::kNever;
  }
  if (over_) idle_ms_ = metal::kNever;
}

void Pace::set(imx6ul::Speed speed) {
  const auto done = set_(speed);
  full_ = speed == imx6ul::Speed::kFull;
  over_ = !done;
  if (done) return log_("processor: " + std::to_string(*done) + " MHz");
  const std::string why = std::string("the processor keeps its speed: ") + describe(done.error());
  log_("warning: " + why);
  warn_(why);
}

}  // namespace gokey::mk2
