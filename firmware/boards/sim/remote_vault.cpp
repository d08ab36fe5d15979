// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/remote_vault.h"

#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

#include "boards/sim/posix.h"

namespace gokey::sim {
namespace {

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

void RemoteVault::submit(vault::Request request, Done done) {
  outgoing_.push_back(make_frame(vault::encode(request).bytes()));
  waiting_.push_back(std::move(done));
  // Usually there is room, and the vault starts before the caller's loop comes round. A failure
  // shows in step().
  static_cast<void>(send_some());
}

bool RemoteVault::send_some() {
  while (!outgoing_.empty()) {
    const auto rest = outgoing_.front().bytes().subspan(sent_);
    const ssize_t put = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put < 0) return would_block();
    sent_ += static_cast<std::size_t>(put);
    if (sent_ < outgoing_.front().size()) continue;
    outgoing_.pop_front();
    sent_ = 0;
  }
  return true;
}

bool RemoteVault::step() {
  if (!send_some()) return false;
  while (true) {
    const auto space = incoming_.space();
    const ssize_t got = ::recv(socket_, space.data(), space.size(), MSG_DONTWAIT);
    if (got < 0) return would_block();
    if (got == 0) return false;
    const auto state = incoming_.wrote(static_cast<std::size_t>(got));
    if (state == FrameReader::State::kTooLong) return false;
    if (state == FrameReader::State::kComplete && !deliver(incoming_.take())) return false;
  }
}

bool RemoteVault::deliver(const crypto::Secret& message) {
  auto response = vault::decode_response(message.bytes());
  if (!response || waiting_.empty()) return false;
  const Done done = std::move(waiting_.front());
  waiting_.pop_front();
  if (done) done(std::move(*response));
  return true;
}

bool serve_vault(int socket, const Answer& answer) {
  FrameReader incoming;
  while (true) {
    const auto space = incoming.space();
    const ssize_t got = ::read(socket, space.data(), space.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    const auto state = incoming.wrote(static_cast<std::size_t>(got));
    if (state == FrameReader::State::kTooLong) return false;
    if (state == FrameReader::State::kIncomplete) continue;
    const crypto::Secret message = incoming.take();
    auto request = vault::decode_request(message.bytes());
    if (!request) return false;
    const vault::Response response = answer(std::move(*request));
    if (!write_all(socket, make_frame(vault::encode(response).bytes()).bytes())) return true;
  }
}

}  // namespace gokey::sim
