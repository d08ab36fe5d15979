// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/fido_udp.h"

#include <array>
#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>

namespace gokey::sim {
namespace {

// One more than a report, so that longer datagrams are told from it.
constexpr std::size_t kRoom = fido::kReportSize + 1;
constexpr int kMostReports = 256;  // in one round

}  // namespace

Result<DatagramSocket> DatagramSocket::open(const Endpoint& endpoint) {
  auto address = resolve(endpoint);
  if (!address) return std::unexpected(address.error());
  const std::string what = "receive on " + to_string(endpoint);
  UniqueFd socket(::socket(address->family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) return failure(Exit::kFailed, what, error_text(errno));
  if (::bind(socket.get(), address->get(), address->size) != 0) {
    if (errno != EADDRINUSE) return failure(Exit::kFailed, what, error_text(errno));
    return failure(Exit::kBusy, what, "the port is in use",
                   "name another one, or 0 for any free port; `ss -lunp` shows who has it");
  }
  SocketAddress taken;
  taken.size = sizeof taken.storage;
  ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&taken.storage), &taken.size);
  return DatagramSocket(std::move(socket), to_string(taken));
}

void FidoUdp::add_to(std::vector<pollfd>& polled) const { polled.push_back({socket_, POLLIN, 0}); }

void FidoUdp::step(std::uint64_t now_ms) {
  receive(now_ms);
  reports_.step(now_ms);
  send();
}

void FidoUdp::receive(std::uint64_t now_ms) {
  for (int i = 0; i < kMostReports; ++i) {
    std::array<std::uint8_t, kRoom> datagram{};
    SocketAddress from;
    from.size = sizeof from.storage;
    const ssize_t got = ::recvfrom(socket_, datagram.data(), datagram.size(), 0,
                                   reinterpret_cast<sockaddr*>(&from.storage), &from.size);
    if (got < 0) return;
    if (static_cast<std::size_t>(got) != fido::kReportSize) continue;
    peer_ = from;
    reports_.receive(std::span(datagram).first<fido::kReportSize>(), now_ms);
    send();
  }
}

// What the network does not take is lost, as datagrams are.
void FidoUdp::send() {
  while (const auto report = reports_.next()) {
    if (peer_.size == 0) continue;
    static_cast<void>(
        ::sendto(socket_, report->data(), report->size(), MSG_NOSIGNAL, peer_.get(), peer_.size));
  }
}

}  // namespace gokey::sim
