// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <poll.h>

#include "boards/sim/endpoint.h"
#include "boards/sim/posix.h"
#include "core/fido/reports.h"

namespace gokey::sim {

// A bound UDP socket.
class DatagramSocket {
 public:
  // Port 0 takes a free one.
  [[nodiscard]] static Result<DatagramSocket> open(const Endpoint& endpoint);

  [[nodiscard]] int fd() const { return socket_.get(); }
  // "127.0.0.1:21328", with the port that was really taken.
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  DatagramSocket(UniqueFd socket, std::string address)
      : socket_(std::move(socket)), address_(std::move(address)) {}

  UniqueFd socket_;
  std::string address_;
};

// HID reports of 64 bytes as datagrams, for test suites that speak so. Answers go to whoever sent
// the last report; datagrams of another length are dropped.
class FidoUdp {
 public:
  FidoUdp(const DatagramSocket& socket, fido::Reports& reports)
      : socket_(socket.fd()), reports_(reports) {}

  void add_to(std::vector<pollfd>& polled) const;
  // Does all that can be done without waiting.
  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const { return reports_.next_deadline(); }

 private:
  void receive(std::uint64_t now_ms);
  void send();

  int socket_;
  fido::Reports& reports_;
  SocketAddress peer_;
};

}  // namespace gokey::sim
