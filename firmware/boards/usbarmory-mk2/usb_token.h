// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "boards/metal/loop.h"
#include "core/fido/authenticator.h"
#include "core/fido/ctaphid.h"
#include "core/openpgp/card.h"
#include "core/token/token.h"
#include "core/usb/card_slot.h"
#include "core/usb/ccid_function.h"
#include "core/usb/device.h"
#include "core/usb/hid_function.h"
#include "core/usb/net/ethernet_function.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "soc/imx6ul/usb_device.h"

namespace gokey::mk2 {

// The token as a USB device: card reader, FIDO key and network card.
class UsbToken final : public metal::Peripheral {
 public:
  // All of them outlive it. `used`: is called whenever a host turns to the card.
  UsbToken(imx6ul::UsbDevice& controller, token::Token& token, usb::EthernetFunction& network,
           const hal::Clock& clock, hal::Random& random, std::array<std::uint8_t, 4> serial,
           std::function<void()> used);

  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override { return device_.next_deadline(); }
  [[nodiscard]] bool expect() override;

 private:
  // Not the reader's questions whether it is there.
  struct WatchedCard {
    [[nodiscard]] std::vector<std::uint8_t> atr() const { return card.atr(); }
    void reset() {  // by which the reader switches it on
      used();
      card.reset();
    }
    void power_off() { card.power_off(); }
    void process(std::span<const std::uint8_t> apdu, usb::CardSlot::Reply reply) {
      used();
      card.process(apdu, std::move(reply));
    }
    openpgp::Card card;
    std::function<void()> used;
  };

  imx6ul::UsbDevice& controller_;
  usb::EthernetFunction& network_;
  WatchedCard card_;
  usb::SlotWith<WatchedCard> slot_;
  usb::CcidFunction reader_;
  fido::Authenticator authenticator_;
  fido::Ctaphid ctaphid_;
  usb::HidFunction fido_;
  usb::Device device_;
};

}  // namespace gokey::mk2
