// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "boards/sim/options.h"
#include "boards/sim/posix.h"
#include "boards/sim/tcp_pump.h"
#include "core/net/network.h"
#include "core/usb/net/ethernet_function.h"

struct pollfd;

namespace gokey::sim {

// The token's network card: the USB function, the network stack behind it, and the connections to
// its SSH port as sockets.
class UsbNetwork {
 public:
  // Gets a connected, non-blocking socket for each connection, and the host's name for the log.
  using Adopt = std::function<void(UniqueFd socket, std::string peer)>;

  // One at a time; null while there is another. Clock and random numbers outlive it.
  [[nodiscard]] static std::unique_ptr<UsbNetwork> create(UsbNetworkModel model,
                                                          const hal::Clock& clock,
                                                          hal::Random& random,
                                                          const net::Serial& serial, Adopt adopt);
  UsbNetwork(const UsbNetwork&) = delete;
  UsbNetwork& operator=(const UsbNetwork&) = delete;

  [[nodiscard]] usb::Function& function() { return *function_; }

  // Does all that goes without waiting.
  void step();
  [[nodiscard]] std::uint64_t next_deadline() const {
    return function_->waiting() ? 0 : network_->next_deadline();
  }
  // The sockets to wait for before the next step().
  void add_polled(std::vector<pollfd>& polled) const;

 private:
  UsbNetwork(UsbNetworkModel model, const net::Serial& serial, Adopt adopt);
  void accept(std::unique_ptr<net::Connection> connection);

  Adopt adopt_;
  std::unique_ptr<usb::EthernetFunction> function_;
  std::unique_ptr<net::Network> network_;
  std::vector<std::unique_ptr<TcpPump>> pumps_;
};

}  // namespace gokey::sim
