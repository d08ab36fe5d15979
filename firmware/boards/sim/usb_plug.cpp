// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/usb_plug.h"

#include <algorithm>
#include <utility>

namespace gokey::sim {
namespace {

std::vector<usb::Function*> with_reader(usb::Function& reader, std::vector<usb::Function*> others) {
  others.insert(others.begin(), &reader);
  return others;
}

}  // namespace

UsbPlug::UsbPlug(openpgp::Card& card, std::vector<usb::Function*> others, const hal::Clock& clock,
                 std::array<std::uint8_t, 4> serial)
    : clock_(clock),
      slot_(card),
      reader_({&slot_}, clock, "Smart Card Control"),
      device_(bus_, usb::token_identity(serial), {with_reader(reader_, std::move(others))}),
      server_(device_, bus_) {
  device_.attach();
}

// The functions first, so that what they have to say leaves at once; and again afterwards, for what
// came in.
void UsbPlug::step(std::uint64_t now_ms) {
  device_.step(now_ms);
  server_.step(now_ms);
  device_.step(clock_.now_ms());
  server_.step(now_ms);
}

std::uint64_t UsbPlug::next_deadline() const {
  return std::min(device_.next_deadline(), server_.next_deadline());
}

}  // namespace gokey::sim
