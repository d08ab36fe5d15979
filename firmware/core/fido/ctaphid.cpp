// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/fido/ctaphid.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace gokey::fido {
namespace {

namespace hid = wire::ctaphid;

constexpr std::uint64_t kPacketTimeoutMs = 500;  // CTAP 2.1, 11.2.5.2
constexpr std::uint64_t kKeepAliveMs = 80;       // 11.2.9.1.7: at most 100
constexpr std::size_t kMostChannels = 64;
// Answers that a host does not take; whoever sends more requests meanwhile is not heard.
constexpr std::size_t kMostOutgoing = 8;
constexpr std::size_t kNonce = 8;
constexpr std::uint8_t kLongestLock = 10;  // seconds

}  // namespace

void Ctaphid::receive(std::span<const std::uint8_t, kReportSize> report, std::uint64_t now_ms) {
  const hid::PacketFields packet = hid::parse_packet(report);
  if (outgoing_.size() >= kMostOutgoing && packet.command != hid::Command::kCancel) return;
  if (!packet.initial) {
    // CTAP 2.1, 11.2.4: without a transaction it is ignored.
    if (!assembling() || packet.channel != assembler_.channel()) return;
    packet_due_ms_ = now_ms + kPacketTimeoutMs;
    return go_on(packet);
  }
  if (packet.command == hid::Command::kInit) return init(packet);
  if (!refused(packet, now_ms)) begin(packet, now_ms);
}

bool Ctaphid::known(ChannelId channel) const {
  return std::ranges::find(channels_, channel) != channels_.end();
}

// CTAP 2.1, 11.2.5: who may not begin a transaction now.
bool Ctaphid::refused(const hid::PacketFields& packet, std::uint64_t now_ms) {
  if (!known(packet.channel)) {
    send_error(packet.channel, Error::kInvalidChannel);
    return true;
  }
  if (packet.command == hid::Command::kCancel) {
    if (running_ == packet.channel) authenticator_.cancel();
    return true;
  }
  if (assembling() && assembler_.channel() == packet.channel) {
    assembler_.reset();
    send_error(packet.channel, Error::kInvalidSequence);
    return true;
  }
  const bool locked = lock_ && *lock_ != packet.channel && now_ms < locked_until_ms_;
  if (locked || assembling() || running_ || authenticator_.busy()) {
    send_error(packet.channel, Error::kChannelBusy);
    return true;
  }
  return false;
}

void Ctaphid::begin(const hid::PacketFields& packet, std::uint64_t now_ms) {
  const auto state = assembler_.begin(packet);
  if (!state) return send_error(packet.channel, Error::kInvalidLength);
  packet_due_ms_ = now_ms + kPacketTimeoutMs;
  if (*state == hid::Assembler::State::kComplete) run(assembler_.take());
}

void Ctaphid::go_on(const hid::PacketFields& packet) {
  const auto state = assembler_.add(packet);
  if (!state) return send_error(packet.channel, Error::kInvalidSequence);
  if (*state == hid::Assembler::State::kComplete) run(assembler_.take());
}

void Ctaphid::init(const hid::PacketFields& packet) {
  const ChannelId channel = packet.channel;
  if (channel != hid::kBroadcast && !known(channel)) {
    return send_error(channel, Error::kInvalidChannel);
  }
  if (packet.length != kNonce) return send_error(channel, Error::kInvalidLength);
  hid::InitResponse response;
  std::ranges::copy(packet.data.first(kNonce), response.nonce.begin());
  if (channel == hid::kBroadcast) {
    response.channel = allocate();
  } else {
    response.channel = channel;
    // A host that starts afresh: what it began is forgotten.
    const bool its_own = running_ == channel || (assembling() && assembler_.channel() == channel);
    if (its_own) drop_transaction();
  }
  response.major = version_.major;
  response.minor = version_.minor;
  response.build = version_.build;
  response.capabilities = hid::capability::kWink | hid::capability::kCbor;
  send(channel, hid::Command::kInit, hid::encode(response));
}

Ctaphid::ChannelId Ctaphid::allocate() {
  ChannelId channel = hid::kReserved;
  while (channel == hid::kReserved || channel == hid::kBroadcast || known(channel)) {
    std::array<std::uint8_t, 4> bytes{};
    random_.fill(bytes);
    channel = 0;
    for (const std::uint8_t byte : bytes) channel = channel << 8U | byte;
  }
  channels_.push_back(channel);
  if (channels_.size() > kMostChannels) channels_.pop_front();
  return channel;
}

void Ctaphid::run(hid::Message message) {
  const ChannelId channel = message.channel;
  switch (message.command) {
    case hid::Command::kPing:
      return send(channel, hid::Command::kPing, std::move(message.data));
    case hid::Command::kMessage:
      running_ = channel;
      return authenticator_.message(message.data, reply_to(channel, message.command));
    case hid::Command::kCbor:
      if (message.data.empty()) return send_error(channel, Error::kInvalidLength);
      running_ = channel;
      keep_alive_ms_ = clock_.now_ms() + kKeepAliveMs;
      return authenticator_.cbor(message.data, reply_to(channel, message.command));
    case hid::Command::kWink:
      if (!message.data.empty()) return send_error(channel, Error::kInvalidLength);
      authenticator_.wink();
      return send(channel, hid::Command::kWink, {});
    case hid::Command::kLock:
      return lock(message);
    default:
      send_error(channel, Error::kInvalidCommand);
  }
}

void Ctaphid::lock(const hid::Message& message) {
  if (message.data.size() != 1) return send_error(message.channel, Error::kInvalidLength);
  const std::uint8_t seconds = message.data[0];
  if (seconds > kLongestLock) return send_error(message.channel, Error::kInvalidParameter);
  lock_ = message.channel;
  locked_until_ms_ = clock_.now_ms() + std::uint64_t{seconds} * 1000;
  if (seconds == 0) lock_.reset();
  send(message.channel, hid::Command::kLock, {});
}

Authenticator::Reply Ctaphid::reply_to(ChannelId channel, hid::Command command) {
  return [this, channel, command](std::vector<std::uint8_t> answer) {
    running_.reset();
    keep_alive_ms_.reset();
    send(channel, command, std::move(answer));
  };
}

void Ctaphid::drop_transaction() {
  assembler_.reset();
  keep_alive_ms_.reset();
  if (!running_) return;
  running_.reset();
  authenticator_.abandon();
}

void Ctaphid::send(ChannelId channel, hid::Command command, std::vector<std::uint8_t> data) {
  outgoing_.emplace_back(hid::Message{channel, command, std::move(data)});
}

void Ctaphid::send_error(ChannelId channel, Error error) {
  send(channel, hid::Command::kError, {static_cast<std::uint8_t>(error)});
}

std::optional<Report> Ctaphid::next() {
  if (outgoing_.empty()) return std::nullopt;
  const std::optional<Report> report = outgoing_.front().next();
  if (outgoing_.front().done()) outgoing_.pop_front();
  return report;
}

void Ctaphid::step(std::uint64_t now_ms) {
  authenticator_.step(now_ms);
  if (assembling() && now_ms >= packet_due_ms_) {
    const ChannelId channel = assembler_.channel();
    assembler_.reset();
    send_error(channel, Error::kTimeout);
  }
  if (!running_ || !keep_alive_ms_ || now_ms < *keep_alive_ms_) return;
  keep_alive_ms_ = now_ms + kKeepAliveMs;
  // A host that does not read has one waiting already.
  if (!outgoing_.empty()) return;
  const auto status =
      authenticator_.waiting() ? hid::KeepAlive::kPresenceNeeded : hid::KeepAlive::kProcessing;
  send(*running_, hid::Command::kKeepAlive, {static_cast<std::uint8_t>(status)});
}

std::uint64_t Ctaphid::next_deadline() const {
  std::uint64_t next = authenticator_.next_deadline();
  if (assembling()) next = std::min(next, packet_due_ms_);
  if (running_ && keep_alive_ms_) next = std::min(next, *keep_alive_ms_);
  return next;
}

void Ctaphid::reset() {
  drop_transaction();
  channels_.clear();
  outgoing_.clear();
  lock_.reset();
}

}  // namespace gokey::fido
