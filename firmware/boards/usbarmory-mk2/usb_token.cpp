// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/usb_token.h"

#include <utility>

namespace gokey::mk2 {
namespace {

// In the answer to CTAPHID_INIT.
constexpr fido::DeviceVersion kFidoVersion{0, 1, 0};

}  // namespace

UsbToken::UsbToken(imx6ul::UsbDevice& controller, token::Token& token,
                   usb::EthernetFunction& network, const hal::Clock& clock, hal::Random& random,
                   std::array<std::uint8_t, 4> serial, std::function<void()> used)
    : controller_(controller),
      network_(network),
      card_{{token, random}, std::move(used)},
      slot_(card_),
      reader_({&slot_}, clock, "Smart Card Control"),
      authenticator_(token, clock),
      ctaphid_(authenticator_, clock, random, kFidoVersion),
      fido_(ctaphid_, clock),
      device_(controller, usb::token_identity(serial), {{&reader_, &fido_, &network}}) {
  device_.attach();
}

void UsbToken::step(std::uint64_t now_ms) {
  controller_.step();
  device_.step(now_ms);
}

// Frames that came in this turn are for the body in the next one.
bool UsbToken::expect() { return controller_.expect() || network_.waiting(); }

}  // namespace gokey::mk2
