// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "boards/sim/endpoint.h"
#include "boards/sim/posix.h"

namespace gokey::sim {

// A listening TCP socket.
class Listener {
 public:
  // Port 0 takes a free one.
  [[nodiscard]] static Result<Listener> open(const Endpoint& endpoint);

  [[nodiscard]] int fd() const { return socket_.get(); }
  // "127.0.0.1:2222", with the port that was really taken.
  [[nodiscard]] const std::string& address() const { return address_; }

  struct Accepted {
    UniqueFd socket;  // non-blocking, without Nagle's delay, with keepalive
    std::string peer;
  };
  // The next waiting connection, if any.
  [[nodiscard]] std::optional<Accepted> accept() const;

 private:
  Listener(UniqueFd socket, std::string address)
      : socket_(std::move(socket)), address_(std::move(address)) {}

  UniqueFd socket_;
  std::string address_;
};

}  // namespace gokey::sim
