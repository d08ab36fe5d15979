// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// CTAPHID packets and messages, CTAP 2.1, 11.2.4, for both ends of the cable.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire::ctaphid {

inline constexpr std::size_t kPacketSize = 64;
inline constexpr std::size_t kInitialData = 57;       // in an initialization packet
inline constexpr std::size_t kContinuationData = 59;  // in a continuation packet
inline constexpr std::size_t kMaxMessage = kInitialData + 128 * kContinuationData;  // 7609
using Packet = std::array<std::uint8_t, kPacketSize>;
using PacketView = std::span<const std::uint8_t, kPacketSize>;

using ChannelId = std::uint32_t;
inline constexpr ChannelId kReserved = 0;
inline constexpr ChannelId kBroadcast = 0xFFFF'FFFF;

// CTAP 2.1, 11.2.9. Without bit 7, which marks an initialization packet.
enum class Command : std::uint8_t {
  kPing = 0x01,
  kMessage = 0x03,
  kLock = 0x04,
  kInit = 0x06,
  kWink = 0x08,
  kCbor = 0x10,
  kCancel = 0x11,
  kKeepAlive = 0x3B,
  kError = 0x3F,
};

// CTAP 2.1, 11.2.9.1.6.
enum class Error : std::uint8_t {
  kInvalidCommand = 0x01,
  kInvalidParameter = 0x02,
  kInvalidLength = 0x03,
  kInvalidSequence = 0x04,
  kTimeout = 0x05,
  kChannelBusy = 0x06,
  kLockRequired = 0x0A,
  kInvalidChannel = 0x0B,
  kOther = 0x7F,
};

// CTAP 2.1, 11.2.9.1.7.
enum class KeepAlive : std::uint8_t { kProcessing = 1, kPresenceNeeded = 2 };

// CTAP 2.1, 11.2.9.1.3.
namespace capability {
inline constexpr std::uint8_t kWink = 0x01;
inline constexpr std::uint8_t kCbor = 0x04;
inline constexpr std::uint8_t kNoMessage = 0x08;
}  // namespace capability

struct InitResponse {
  std::array<std::uint8_t, 8> nonce{};
  ChannelId channel = 0;
  std::uint8_t protocol = 2;
  std::uint8_t major = 0, minor = 0, build = 0;
  std::uint8_t capabilities = 0;
};
inline constexpr std::size_t kInitResponseSize = 17;
[[nodiscard]] std::vector<std::uint8_t> encode(const InitResponse& response);
// At least 17 bytes; later versions may have more.
[[nodiscard]] Result<InitResponse> parse_init_response(Bytes data);

struct Message {
  ChannelId channel = 0;
  Command command = Command::kPing;
  std::vector<std::uint8_t> data;
};

// One packet, taken apart. `data` is a view into it, with its padding.
struct PacketFields {
  ChannelId channel = 0;
  bool initial = false;
  Command command = Command::kPing;  // of an initialization packet, any number
  std::uint16_t length = 0;          // of an initialization packet: bytes of the whole message
  std::uint8_t sequence = 0;         // of a continuation packet
  Bytes data;
};
[[nodiscard]] PacketFields parse_packet(PacketView packet);

// Cuts a message into packets, the rest of the last one zero.
class Fragmenter {
 public:
  // Nothing more than kMaxMessage bytes is sent of a longer message.
  explicit Fragmenter(Message message) : message_(std::move(message)) {}
  // The next packet; nothing after the last.
  [[nodiscard]] std::optional<Packet> next();
  [[nodiscard]] bool done() const;

 private:
  Message message_;
  std::size_t sent_ = 0;
  std::uint8_t sequence_ = 0;
  bool started_ = false;
};

// Puts one message of one channel together.
class Assembler {
 public:
  enum class State : std::uint8_t { kIdle, kIncomplete, kComplete };

  // Begins anew with an initialization packet. kTooLong, and idle, for more than kMaxMessage bytes.
  [[nodiscard]] Result<State> begin(const PacketFields& packet);
  // A continuation packet of the same channel. kMalformed, and idle, if it is out of sequence.
  [[nodiscard]] Result<State> add(const PacketFields& packet);
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] ChannelId channel() const { return message_.channel; }
  // The complete message; idle again.
  [[nodiscard]] Message take();
  void reset();

 private:
  State append(Bytes data);

  Message message_;
  std::size_t length_ = 0;
  std::uint8_t sequence_ = 0;
  State state_ = State::kIdle;
};

}  // namespace gokey::wire::ctaphid
