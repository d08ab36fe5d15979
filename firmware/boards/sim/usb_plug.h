// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "boards/sim/usbip_server.h"
#include "boards/sim/virtual_bus.h"
#include "core/openpgp/card.h"
#include "core/usb/card_slot.h"
#include "core/usb/ccid_function.h"
#include "core/usb/device.h"
#include "hal/clock.h"

namespace gokey::sim {

// The token's USB plug: the device with all its functions, offered to USB/IP clients.
class UsbPlug {
 public:
  // The card and the functions beside the card reader outlive the plug.
  UsbPlug(openpgp::Card& card, std::vector<usb::Function*> others, const hal::Clock& clock,
          std::array<std::uint8_t, 4> serial);

  // Takes a connected, non-blocking socket.
  void adopt(UniqueFd socket, std::string peer) {
    server_.adopt(std::move(socket), std::move(peer), clock_.now_ms());
  }
  void add_to(std::vector<pollfd>& polled) const { server_.add_to(polled); }
  // Does all that goes without waiting.
  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const;

 private:
  const hal::Clock& clock_;
  usb::SlotWith<openpgp::Card> slot_;
  usb::CcidFunction reader_;
  VirtualBus bus_;
  usb::Device device_;
  UsbipServer server_;
};

}  // namespace gokey::sim
