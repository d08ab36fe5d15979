// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/tcp_pump.h"

#include <cerrno>
#include <span>

#include <sys/socket.h>

namespace gokey::sim {
namespace {

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

UniqueFd TcpPump::open() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return {};
  }
  socket_.reset(ends[0]);
  return UniqueFd(ends[1]);
}

bool TcpPump::step() {
  if (connection_->broken()) return false;
  to_server();
  return to_host();
}

void TcpPump::to_server() {
  while (true) {
    const auto bytes = connection_->received();
    if (bytes.empty()) break;
    const ssize_t put = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (put < 0 && would_block()) return;
    // A server that has closed its end may have left last words, which are still to be read.
    connection_->consume(put < 0 ? bytes.size() : static_cast<std::size_t>(put));
  }
  if (!connection_->at_end() || host_done_) return;
  host_done_ = true;
  ::shutdown(socket_.get(), SHUT_WR);
}

// False once the server is gone and everything it said is on its way.
bool TcpPump::to_host() {
  while (true) {
    while (waiting_ > 0) {
      const std::size_t sent = connection_->send(std::span(buffer_).subspan(begin_, waiting_));
      if (sent == 0) return true;  // until the host acknowledges some
      begin_ += sent;
      waiting_ -= sent;
    }
    const ssize_t got = ::recv(socket_.get(), buffer_.data(), buffer_.size(), 0);
    if (got < 0) return would_block();
    if (got == 0) return false;
    begin_ = 0;
    waiting_ = static_cast<std::size_t>(got);
  }
}

}  // namespace gokey::sim
