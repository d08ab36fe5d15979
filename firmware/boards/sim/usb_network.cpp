// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/usb_network.h"

#include <utility>

#include <poll.h>

#include "boards/sim/failure.h"
#include "core/net/port.h"
#include "core/usb/net/ecm.h"
#include "core/usb/net/ncm.h"

namespace gokey::sim {
namespace {

std::unique_ptr<usb::EthernetFunction> make_function(UsbNetworkModel model,
                                                     const net::Serial& serial) {
  std::string mac = net::mac_text(net::host_mac(serial));
  if (model == UsbNetworkModel::kEcm) return std::make_unique<usb::Ecm>(std::move(mac));
  return std::make_unique<usb::Ncm>(std::move(mac));
}

// As a board that crashes: the program ends, and with it every unlocked key.
void say(const net::Damage& damage) {
  const std::string path = damage.file;
  log_line("the network stack is damaged and the token ends: lwIP, " +
           path.substr(path.rfind('/') + 1) + ":" + std::to_string(damage.line) + ": " +
           damage.text);
}

}  // namespace

UsbNetwork::UsbNetwork(UsbNetworkModel model, const net::Serial& serial, Adopt adopt)
    : adopt_(std::move(adopt)), function_(make_function(model, serial)) {}

std::unique_ptr<UsbNetwork> UsbNetwork::create(UsbNetworkModel model, const hal::Clock& clock,
                                               hal::Random& random, const net::Serial& serial,
                                               Adopt adopt) {
  auto made = std::unique_ptr<UsbNetwork>(new UsbNetwork(model, serial, std::move(adopt)));
  net::on_damage(say);
  made->network_ = net::Network::create(
      *made->function_, clock, random, serial,
      [self = made.get()](std::unique_ptr<net::Connection> one) { self->accept(std::move(one)); });
  return made->network_ ? std::move(made) : nullptr;
}

void UsbNetwork::accept(std::unique_ptr<net::Connection> connection) {
  std::string peer = connection->peer() + " over USB";
  auto pump = std::make_unique<TcpPump>(std::move(connection));
  UniqueFd socket = pump->open();
  if (!socket) return;
  pumps_.push_back(std::move(pump));
  adopt_(std::move(socket), std::move(peer));
}

void UsbNetwork::step() {
  network_->step();
  std::erase_if(pumps_, [](const auto& pump) { return !pump->step(); });
}

void UsbNetwork::add_polled(std::vector<pollfd>& polled) const {
  for (const auto& pump : pumps_) {
    const int events =
        (pump->wants_to_read() ? POLLIN : 0) | (pump->wants_to_write() ? POLLOUT : 0);
    if (events != 0) polled.push_back({pump->fd(), static_cast<short>(events), 0});
  }
}

}  // namespace gokey::sim
