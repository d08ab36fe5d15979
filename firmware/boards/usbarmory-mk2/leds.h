// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/metal/loop.h"
#include "boards/usbarmory-mk2/pads.h"
#include "core/token/token.h"
#include "soc/imx6ul/call.h"

namespace gokey::mk2 {

// Shows the token's status on the LEDs.
class Leds final : public metal::Peripheral {
 public:
  explicit Leds(token::Token& token);

  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override { return blink_ms_; }
  [[nodiscard]] bool expect() override { return changed_; }

 private:
  static constexpr std::uint64_t kHalfBlinkMs = 250;

  token::Token& token_;
  token::Token::Subscription subscription_;
  imx6ul::LentOutput white_{kLentWhite}, blue_{kLentBlue};
  token::Leds shown_;
  bool changed_ = true;
  bool lit_ = false;  // of what blinks
  std::uint64_t blink_ms_ = metal::kNever;
};

}  // namespace gokey::mk2
