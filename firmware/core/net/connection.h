// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

struct tcp_pcb;
struct pbuf;

namespace gokey::net {

// A TCP connection that a host has made. Nothing waits: what came stays in the window until it is
// consumed, and what the window of the other side does not take is not taken here.
class Connection {
 public:
  // Takes over a connection that lwIP accepts.
  explicit Connection(tcp_pcb* pcb);
  // Ends the connection. What was sent still goes out; if the host's bytes were not all consumed,
  // it learns that by a reset.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // "10.0.0.1:40000"
  [[nodiscard]] const std::string& peer() const { return peer_; }

  // Bytes in order, not all there may be; valid until consume() or the network's next step.
  [[nodiscard]] std::span<const std::uint8_t> received() const;
  // Drops bytes from the front of received(), at most as many as it had, and opens the window.
  void consume(std::size_t count);
  // The host sends no more, and everything is consumed.
  [[nodiscard]] bool at_end() const { return ended_ && queue_ == nullptr; }

  // How many bytes send() would take at most.
  [[nodiscard]] std::size_t room() const;
  // How many bytes of the front were taken: all, some or none.
  [[nodiscard]] std::size_t send(std::span<const std::uint8_t> bytes);
  // No more will be sent.
  void finish();

  // Reset by the host, timed out, or the link went away.
  [[nodiscard]] bool broken() const { return pcb_ == nullptr && !(ended_ && finished_); }

 private:
  friend struct ConnectionEvents;
  void let_go();

  tcp_pcb* pcb_;
  pbuf* queue_ = nullptr;
  bool ended_ = false;
  bool finished_ = false;
  std::string peer_;
};

}  // namespace gokey::net
