// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The stack with a host that writes its frames by hand.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/net/network.h"
#include "little_endian.h"
#include "wire/bytes.h"

namespace gokey::net {

using testing::bytes;
using Frame = std::vector<std::uint8_t>;

class Link final : public hal::FrameLink {
 public:
  [[nodiscard]] bool up() const override { return is_up; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override {
    if (to_token.empty()) return {};
    current_ = to_token.front();
    to_token.pop_front();
    return current_;
  }
  [[nodiscard]] bool send(std::span<const std::uint8_t> frame) override {
    if (!room) return false;
    to_host.emplace_back(frame.begin(), frame.end());
    return true;
  }

  bool is_up = true, room = true;
  std::deque<Frame> to_token, to_host;

 private:
  Frame current_;
};

class Clock final : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return now; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
  std::uint64_t now = 1000;
};

class Random final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = next_ += 37;
  }

 private:
  std::uint8_t next_ = 0;
};

inline std::uint32_t sum16(wire::Bytes data, std::uint32_t sum = 0) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    sum += static_cast<std::uint32_t>(data[i]) << (i % 2 == 0 ? 8U : 0U);
  }
  return sum;
}
inline std::uint16_t checksum(std::uint32_t sum) {
  while (sum > 0xFFFF) sum = (sum & 0xFFFFU) + (sum >> 16U);
  return static_cast<std::uint16_t>(~sum);
}

inline const Frame kTokenMac = bytes("0247AABBCCDD"), kHostMac = bytes("0647AABBCCDD");
inline const Frame kToken = bytes("0A00000A"), kHost = bytes("0A000001");

inline Frame ipv4(std::uint8_t protocol, wire::Bytes payload, wire::Bytes from, wire::Bytes to) {
  wire::Writer header;
  header.u16(0x4500).u16(static_cast<std::uint16_t>(20 + payload.size())).u32(0);
  header.u8(64).u8(protocol).u16(0).bytes(from).bytes(to);
  Frame ip = header.release();
  const std::uint16_t sum = checksum(sum16(ip));
  ip[10] = static_cast<std::uint8_t>(sum >> 8U);
  ip[11] = static_cast<std::uint8_t>(sum);
  wire::Writer frame;
  frame.bytes(to[0] == 0x0A ? kTokenMac : bytes("FFFFFFFFFFFF")).bytes(kHostMac).u16(0x0800);
  return frame.bytes(ip).bytes(payload).release();
}

inline Frame udp(std::uint16_t from_port, std::uint16_t port, wire::Bytes data, wire::Bytes from,
                 wire::Bytes to) {
  wire::Writer out;  // a checksum of zero: none
  out.u16(from_port).u16(port).u16(static_cast<std::uint16_t>(8 + data.size())).u16(0).bytes(data);
  return ipv4(17, out.buffer(), from, to);
}

// Header fields of a segment that the token sent.
struct Segment {
  std::uint16_t port;
  std::uint32_t sequence, acknowledged;
  std::uint8_t flags;
  std::string text;
};
constexpr std::uint8_t kFin = 1, kSyn = 2, kReset = 4, kPush = 8, kAck = 16;

class NetworkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    network_ = Network::create(
        link_, clock_, random_, Serial{0xAA, 0xBB, 0xCC, 0xDD},
        [this](std::unique_ptr<Connection> one) { accepted_.push_back(std::move(one)); });
    ASSERT_TRUE(network_);
    network_->step();
    // The host's address is known from its ARP request.
    give(arp_request());
    link_.to_host.clear();
  }
  void give(const Frame& frame) {
    link_.to_token.push_back(frame);
    network_->step();
  }
  static Frame arp_request() {
    return bytes(
        "FFFFFFFFFFFF 0647AABBCCDD 0806 0001 0800 06 04 0001 0647AABBCCDD 0A000001 000000000000 "
        "0A00000A");
  }
  // The frames of one kind that the token sent since the last call.
  std::vector<Frame> take(std::uint16_t type, std::uint8_t protocol = 0) {
    std::vector<Frame> out;
    for (const Frame& one : std::exchange(link_.to_host, {})) {
      const bool fits = one.size() > 34 && one[12] * 256 + one[13] == type;
      if (fits && (protocol == 0 || one[23] == protocol)) out.push_back(one);
    }
    return out;
  }
  void send_tcp(std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledged,
                std::string_view text = "", std::uint16_t port = 22, std::uint16_t window = 8000) {
    wire::Writer out;
    out.u16(40000).u16(port).u32(sequence).u32(acknowledged).u8(0x50).u8(flags).u16(window).u32(0);
    out.text(text);
    Frame segment = out.release();
    const std::uint32_t pseudo =
        sum16(kHost) + sum16(kToken) + 6 + static_cast<std::uint32_t>(segment.size());
    const std::uint16_t sum = checksum(sum16(segment, pseudo));
    segment[16] = static_cast<std::uint8_t>(sum >> 8U);
    segment[17] = static_cast<std::uint8_t>(sum);
    give(ipv4(6, segment, kHost, kToken));
  }
  std::vector<Segment> take_tcp() {
    std::vector<Segment> out;
    for (const Frame& one : take(0x0800, 6)) {
      wire::Reader reader(
          wire::Bytes(one).subspan(34, static_cast<std::size_t>(one[16] * 256 + one[17] - 20)));
      Segment segment{};
      segment.port = reader.u16().value();
      EXPECT_TRUE(reader.take(2));
      segment.sequence = reader.u32().value();
      segment.acknowledged = reader.u32().value();
      const std::size_t header = static_cast<std::size_t>(reader.u8().value() >> 4U) * 4;
      segment.flags = reader.u8().value();
      EXPECT_TRUE(reader.take(header - 14));
      segment.text = wire::as_text(reader.rest());
      out.push_back(segment);
    }
    return out;
  }
  // A connection made; `next_` is the token's next sequence number, 101 the host's.
  Connection& connect() {
    send_tcp(kSyn, 100, 0);
    const auto answer = take_tcp();
    EXPECT_EQ(answer.size(), 1U);
    EXPECT_EQ(answer.at(0).flags, kSyn | kAck);
    next_ = answer.at(0).sequence + 1;
    send_tcp(kAck, 101, next_);
    EXPECT_EQ(accepted_.size(), 1U);
    return *accepted_.at(0);
  }
  void pass(std::uint64_t ms) {
    for (std::uint64_t i = 0; i < ms; i += 50) {
      clock_.now += 50;
      network_->step();
    }
  }

  Link link_;
  Clock clock_;
  Random random_;
  std::unique_ptr<Network> network_;
  std::vector<std::unique_ptr<Connection>> accepted_;
  std::uint32_t next_ = 0;
};

}  // namespace gokey::net
