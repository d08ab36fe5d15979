// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include "boards/sim/frames.h"
#include "core/vault/port.h"

namespace gokey::sim {

// The way to the vault in the other process.
class RemoteVault final : public vault::Port {
 public:
  // `socket` is a connected, non-blocking stream socket; not owned.
  explicit RemoteVault(int socket) : socket_(socket) {}

  void submit(vault::Request request, Done done) override;

  [[nodiscard]] int socket() const { return socket_; }
  [[nodiscard]] bool wants_to_write() const { return !outgoing_.empty(); }
  // Sends and receives what goes without waiting, and calls back for every answer that came. False
  // once the vault is gone or does not answer sensibly: nothing more will come.
  [[nodiscard]] bool step();

 private:
  [[nodiscard]] bool send_some();
  [[nodiscard]] bool deliver(const crypto::Secret& message);

  int socket_;
  std::deque<crypto::Secret> outgoing_;
  std::size_t sent_ = 0;  // of the first outgoing frame
  FrameReader incoming_;
  std::deque<Done> waiting_;
};

// The other end: answers requests on `socket`, a blocking stream socket, until the asker closes it
// (true) or sends what is no request (false).
using Answer = std::function<vault::Response(vault::Request)>;
[[nodiscard]] bool serve_vault(int socket, const Answer& answer);

}  // namespace gokey::sim
