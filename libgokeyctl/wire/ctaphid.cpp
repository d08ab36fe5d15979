// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ctaphid.h"

#include <algorithm>
#include <utility>

namespace gokey::wire::ctaphid {
namespace {

constexpr std::uint8_t kInitialBit = 0x80;
constexpr std::size_t kChannelSize = 4;
constexpr std::size_t kInitialHeader = 7;
constexpr std::size_t kContinuationHeader = 5;

void put_channel(Packet& packet, ChannelId channel) {
  for (std::size_t i = 0; i < kChannelSize; ++i) {
    packet[i] = static_cast<std::uint8_t>(channel >> (8 * (kChannelSize - 1 - i)));
  }
}

std::size_t length_of(const Message& message) { return std::min(message.data.size(), kMaxMessage); }

}  // namespace

std::vector<std::uint8_t> encode(const InitResponse& response) {
  Writer out;
  out.bytes(response.nonce).u32(response.channel).u8(response.protocol);
  out.u8(response.major).u8(response.minor).u8(response.build).u8(response.capabilities);
  return out.release();
}

Result<InitResponse> parse_init_response(Bytes data) {
  if (data.size() < kInitResponseSize) return std::unexpected(WireError::kTruncated);
  InitResponse response;
  std::ranges::copy(data.first<8>(), response.nonce.begin());
  for (std::size_t i = 8; i < 12; ++i) response.channel = response.channel << 8U | data[i];
  response.protocol = data[12];
  response.major = data[13];
  response.minor = data[14];
  response.build = data[15];
  response.capabilities = data[16];
  return response;
}

PacketFields parse_packet(PacketView packet) {
  PacketFields fields;
  for (std::size_t i = 0; i < kChannelSize; ++i) fields.channel = fields.channel << 8U | packet[i];
  fields.initial = (packet[4] & kInitialBit) != 0;
  if (!fields.initial) {
    fields.sequence = packet[4];
    fields.data = packet.subspan(kContinuationHeader);
    return fields;
  }
  fields.command = static_cast<Command>(packet[4] & ~kInitialBit);
  fields.length = static_cast<std::uint16_t>(packet[5] << 8U | packet[6]);
  fields.data = packet.subspan(kInitialHeader);
  return fields;
}

bool Fragmenter::done() const { return started_ && sent_ >= length_of(message_); }

std::optional<Packet> Fragmenter::next() {
  if (done()) return std::nullopt;
  Packet packet{};
  put_channel(packet, message_.channel);
  const std::size_t length = length_of(message_);
  std::size_t header = kContinuationHeader;
  if (!started_) {
    header = kInitialHeader;
    packet[4] = static_cast<std::uint8_t>(static_cast<unsigned>(message_.command) | kInitialBit);
    packet[5] = static_cast<std::uint8_t>(length >> 8U);
    packet[6] = static_cast<std::uint8_t>(length);
    started_ = true;
  } else {
    packet[4] = sequence_++;
  }
  const std::size_t part = std::min(length - sent_, kPacketSize - header);
  std::ranges::copy(std::span(message_.data).subspan(sent_, part),
                    packet.begin() + static_cast<std::ptrdiff_t>(header));
  sent_ += part;
  return packet;
}

Result<Assembler::State> Assembler::begin(const PacketFields& packet) {
  reset();
  if (packet.length > kMaxMessage) return std::unexpected(WireError::kTooLong);
  message_.channel = packet.channel;
  message_.command = packet.command;
  length_ = packet.length;
  return append(packet.data);
}

Result<Assembler::State> Assembler::add(const PacketFields& packet) {
  if (state_ != State::kIncomplete || packet.sequence != sequence_) {
    reset();
    return std::unexpected(WireError::kMalformed);
  }
  ++sequence_;
  return append(packet.data);
}

Assembler::State Assembler::append(Bytes data) {
  const std::size_t part = std::min(length_ - message_.data.size(), data.size());
  message_.data.insert(message_.data.end(), data.begin(),
                       data.begin() + static_cast<std::ptrdiff_t>(part));
  state_ = message_.data.size() == length_ ? State::kComplete : State::kIncomplete;
  return state_;
}

Message Assembler::take() {
  Message message = std::move(message_);
  reset();
  return message;
}

void Assembler::reset() {
  message_ = {};
  length_ = 0;
  sequence_ = 0;
  state_ = State::kIdle;
}

}  // namespace gokey::wire::ctaphid
