// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/listener.h"

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace gokey::sim {
namespace {

void set_option(int fd, int level, int option, int value) {
  ::setsockopt(fd, level, option, &value, sizeof value);
}

// A peer that vanished without a word is noticed after about two minutes.
void keep_alive(int fd) {
  set_option(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
  set_option(fd, IPPROTO_TCP, TCP_KEEPIDLE, 60);
  set_option(fd, IPPROTO_TCP, TCP_KEEPINTVL, 15);
  set_option(fd, IPPROTO_TCP, TCP_KEEPCNT, 4);
}

}  // namespace

Result<Listener> Listener::open(const Endpoint& endpoint) {
  auto address = resolve(endpoint);
  if (!address) return std::unexpected(address.error());
  const std::string what = "listen on " + to_string(endpoint);
  UniqueFd socket(::socket(address->family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) return failure(Exit::kFailed, what, error_text(errno));
  set_option(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
  if (::bind(socket.get(), address->get(), address->size) != 0 ||
      ::listen(socket.get(), 128) != 0) {
    if (errno != EADDRINUSE) return failure(Exit::kFailed, what, error_text(errno));
    return failure(Exit::kBusy, what, "the port is in use",
                   "name another one, or 0 for any free port; `ss -ltnp` shows who has it");
  }
  SocketAddress taken;
  taken.size = sizeof taken.storage;
  ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&taken.storage), &taken.size);
  return Listener(std::move(socket), to_string(taken));
}

std::optional<Listener::Accepted> Listener::accept() const {
  SocketAddress peer;
  peer.size = sizeof peer.storage;
  UniqueFd socket(::accept4(socket_.get(), reinterpret_cast<sockaddr*>(&peer.storage), &peer.size,
                            SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!socket) return std::nullopt;
  set_option(socket.get(), IPPROTO_TCP, TCP_NODELAY, 1);
  keep_alive(socket.get());
  return Accepted{std::move(socket), to_string(peer)};
}

}  // namespace gokey::sim
