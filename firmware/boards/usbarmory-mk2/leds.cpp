// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/leds.h"

#include <algorithm>

namespace gokey::mk2 {

Leds::Leds(token::Token& token)
    : token_(token),
      subscription_(token.subscribe([this](const token::Event&) { changed_ = true; })) {}

void Leds::step(std::uint64_t now_ms) {
  if (now_ms >= blink_ms_) {
    lit_ = !lit_;
    blink_ms_ = now_ms + kHalfBlinkMs;
  } else if (!changed_) {
    return;
  }
  if (changed_) shown_ = token::leds(token_.status());
  changed_ = false;
  const bool blinks = shown_.white == token::Led::kBlink || shown_.blue == token::Led::kBlink;
  if (!blinks) {
    blink_ms_ = metal::kNever;
    lit_ = true;
  } else if (blink_ms_ == metal::kNever) {
    blink_ms_ = now_ms + kHalfBlinkMs;
  }
  const auto dark = [this](token::Led led) {
    return led == token::Led::kOff || (led == token::Led::kBlink && !lit_);
  };
  white_.set(dark(shown_.white));
  blue_.set(dark(shown_.blue));
}

}  // namespace gokey::mk2
