// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
  // All of them outlive it.
  UsbToken(imx6ul::UsbDevice& controller, token::Token& token, usb::EthernetFunction& network,
           const hal::Clock& clock, hal::Random& random, std::array<std::uint8_t, 4> serial);

  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override { return device_.next_deadline(); }
  [[nodiscard]] bool expect() override;

 private:
  imx6ul::UsbDevice& controller_;
  usb::EthernetFunction& network_;
  openpgp::Card card_;
  usb::SlotWith<openpgp::Card> slot_;
  usb::CcidFunction reader_;
  fido::Authenticator authenticator_;
  fido::Ctaphid ctaphid_;
  usb::HidFunction fido_;
  usb::Device device_;
};

}  // namespace gokey::mk2
