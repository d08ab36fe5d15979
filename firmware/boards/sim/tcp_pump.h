// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "boards/sim/posix.h"
#include "core/net/connection.h"

namespace gokey::sim {

// Carries bytes between a connection of the token's own network stack and a socket, since the
// simulator's SSH server (Debian's libssh) serves file descriptors. Neither side is read faster
// than the other one takes.
class TcpPump {
 public:
  explicit TcpPump(std::unique_ptr<net::Connection> connection)
      : connection_(std::move(connection)) {}

  // The far end of the socket, non-blocking; nothing if the system gives none.
  [[nodiscard]] UniqueFd open();

  // Does all that goes without waiting. False if the connection is over on one of its sides: the
  // pump is to be destroyed, which ends the other one.
  [[nodiscard]] bool step();

  // To poll, unless neither is wanted: a closed socket would be reported all the time.
  [[nodiscard]] int fd() const { return socket_.get(); }
  [[nodiscard]] bool wants_to_read() const { return waiting_ == 0; }
  [[nodiscard]] bool wants_to_write() const { return !connection_->received().empty(); }

 private:
  void to_server();
  [[nodiscard]] bool to_host();

  std::unique_ptr<net::Connection> connection_;
  UniqueFd socket_;
  bool host_done_ = false;                    // the end of the host's bytes was passed on
  std::array<std::uint8_t, 16384> buffer_{};  // from the server
  std::size_t begin_ = 0;                     // of what waits in it
  std::size_t waiting_ = 0;
};

}  // namespace gokey::sim
