// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "boards/sim/endpoint.h"
#include "boards/sim/posix.h"
#include "core/openpgp/card.h"
#include "wire/vpcd.h"

namespace gokey::sim {

// Puts a card into vsmartcard's virtual reader: connects to the reader's port and answers what it
// sends. Tries again for as long as no reader is there.
class VpcdLink {
 public:
  VpcdLink(SocketAddress reader, openpgp::Card& card);
  ~VpcdLink();
  VpcdLink(const VpcdLink&) = delete;
  VpcdLink& operator=(const VpcdLink&) = delete;

  // To poll; -1 while there is no connection. next_deadline() then says when to call step().
  [[nodiscard]] int fd() const { return socket_.get(); }
  [[nodiscard]] bool wants_to_read() const { return state_ == State::kInserted && !card_.busy(); }
  [[nodiscard]] bool wants_to_write() const {
    return state_ == State::kConnecting || !outgoing_.empty();
  }
  [[nodiscard]] std::uint64_t next_deadline() const;
  // Does all that can be done without waiting.
  void step(std::uint64_t now_ms);

 private:
  enum class State : std::uint8_t { kWaiting, kConnecting, kInserted };

  void connect(std::uint64_t now_ms);
  void connected(std::uint64_t now_ms);
  void retry(std::uint64_t now_ms);
  void remove(std::uint64_t now_ms);
  [[nodiscard]] bool exchange();
  void serve(wire::Bytes frame);
  void answer(wire::Bytes content);
  [[nodiscard]] bool send_some();

  SocketAddress reader_;
  openpgp::Card& card_;
  State state_ = State::kWaiting;
  UniqueFd socket_;
  std::uint64_t retry_at_ms_ = 0;
  bool said_waiting_ = false;
  wire::VpcdFrameParser frames_;
  std::vector<std::uint8_t> received_;  // not yet cut into frames
  std::vector<std::uint8_t> outgoing_;
};

}  // namespace gokey::sim
