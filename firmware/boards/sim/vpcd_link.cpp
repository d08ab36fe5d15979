// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/vpcd_link.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include "core/crypto/secret.h"

namespace gokey::sim {
namespace {

constexpr std::uint64_t kRetryMs = 250;

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

VpcdLink::VpcdLink(SocketAddress reader, openpgp::Card& card) : reader_(reader), card_(card) {}

// The card loses its power; a reply still under way would come to nobody.
VpcdLink::~VpcdLink() { card_.power_off(); }

std::uint64_t VpcdLink::next_deadline() const {
  return state_ == State::kWaiting ? retry_at_ms_ : std::numeric_limits<std::uint64_t>::max();
}

void VpcdLink::step(std::uint64_t now_ms) {
  if (state_ == State::kWaiting && now_ms >= retry_at_ms_) connect(now_ms);
  if (state_ == State::kConnecting) connected(now_ms);
  if (state_ == State::kInserted && !exchange()) remove(now_ms);
}

void VpcdLink::connect(std::uint64_t now_ms) {
  socket_.reset(::socket(reader_.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket_) return retry(now_ms);
  if (::connect(socket_.get(), reader_.get(), reader_.size) != 0 && errno != EINPROGRESS) {
    return retry(now_ms);
  }
  state_ = State::kConnecting;
}

void VpcdLink::connected(std::uint64_t now_ms) {
  pollfd writable{socket_.get(), POLLOUT, 0};
  if (::poll(&writable, 1, 0) <= 0) return;
  int error = 0;
  socklen_t size = sizeof error;
  ::getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &error, &size);
  if (error != 0) return retry(now_ms);
  const int on = 1;
  ::setsockopt(socket_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  state_ = State::kInserted;
  said_waiting_ = false;
  log_line("vpcd: card inserted at " + to_string(reader_));
}

void VpcdLink::retry(std::uint64_t now_ms) {
  socket_.reset();
  state_ = State::kWaiting;
  retry_at_ms_ = now_ms + kRetryMs;
  if (said_waiting_) return;
  said_waiting_ = true;
  log_line("vpcd: waiting for a reader at " + to_string(reader_));
}

void VpcdLink::remove(std::uint64_t now_ms) {
  card_.power_off();
  frames_.reset();
  crypto::wipe(received_);
  received_.clear();
  outgoing_.clear();
  log_line("vpcd: the reader is gone");
  retry(now_ms);
}

bool VpcdLink::exchange() {
  while (true) {
    if (!send_some()) return false;
    // The link is strictly serial: while the card works nothing is read.
    wire::Bytes rest = received_;
    while (!card_.busy()) {
      const auto frame = frames_.feed(rest);
      if (!frame) break;
      serve(*frame);
    }
    crypto::wipe(std::span(received_).first(received_.size() - rest.size()));
    received_.erase(received_.begin(), received_.end() - static_cast<std::ptrdiff_t>(rest.size()));
    if (!outgoing_.empty()) {
      if (!send_some()) return false;
      if (!outgoing_.empty()) return true;
    }
    if (card_.busy()) return true;

    acknowledge_at_once(socket_.get());
    std::array<std::uint8_t, 4096> buffer{};
    const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
    if (got < 0) return would_block();
    if (got == 0) return false;
    received_.insert(received_.end(), buffer.begin(), buffer.begin() + got);
    crypto::wipe(std::span(buffer).first(static_cast<std::size_t>(got)));
  }
}

void VpcdLink::serve(wire::Bytes frame) {
  switch (wire::vpcd_request(frame)) {
    case wire::VpcdRequest::kPowerOff:
      return card_.power_off();
    case wire::VpcdRequest::kPowerOn:
    case wire::VpcdRequest::kReset:
      return card_.reset();
    case wire::VpcdRequest::kGetAtr:
      return answer(card_.atr());
    case wire::VpcdRequest::kApdu:
      return card_.process(frame,
                           [this](const std::vector<std::uint8_t>& response) { answer(response); });
    case wire::VpcdRequest::kUnknown:
      return;
  }
}

void VpcdLink::answer(wire::Bytes content) {
  // A response may be a session key.
  auto frame = wire::encode_vpcd_frame(content);
  if (!frame) return;
  outgoing_.insert(outgoing_.end(), frame->begin(), frame->end());
  crypto::wipe(*frame);
}

bool VpcdLink::send_some() {
  while (!outgoing_.empty()) {
    const ssize_t put = ::send(socket_.get(), outgoing_.data(), outgoing_.size(), MSG_NOSIGNAL);
    if (put < 0) return would_block();
    crypto::wipe(std::span(outgoing_).first(static_cast<std::size_t>(put)));
    outgoing_.erase(outgoing_.begin(), outgoing_.begin() + put);
  }
  return true;
}

}  // namespace gokey::sim
