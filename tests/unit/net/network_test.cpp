// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The stack with a host that writes its frames by hand.
#include "core/net/network.h"

#include <deque>

#include <gtest/gtest.h>

#include "little_endian.h"

namespace gokey::net {
namespace {

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

std::uint32_t sum16(wire::Bytes data, std::uint32_t sum = 0) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    sum += static_cast<std::uint32_t>(data[i]) << (i % 2 == 0 ? 8U : 0U);
  }
  return sum;
}
std::uint16_t checksum(std::uint32_t sum) {
  while (sum > 0xFFFF) sum = (sum & 0xFFFFU) + (sum >> 16U);
  return static_cast<std::uint16_t>(~sum);
}

const Frame kTokenMac = bytes("0247AABBCCDD"), kHostMac = bytes("0647AABBCCDD");
const Frame kToken = bytes("0A00000A"), kHost = bytes("0A000001");

Frame ipv4(std::uint8_t protocol, wire::Bytes payload, wire::Bytes from, wire::Bytes to) {
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

Frame udp(std::uint16_t from_port, std::uint16_t port, wire::Bytes data, wire::Bytes from,
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

TEST_F(NetworkTest, AnswersArp) {
  give(arp_request());
  const auto answers = take(0x0806);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(wire::to_upper_hex(answers[0]).substr(0, 84),
            "0647AABBCCDD0247AABBCCDD08060001080006040002"
            "0247AABBCCDD0A00000A0647AABBCCDD0A000001");
}

TEST_F(NetworkTest, AnswersPing) {
  const Frame echo = bytes("0800 F7FF 0000 0000");
  give(ipv4(1, echo, kHost, kToken));
  const auto answers = take(0x0800, 1);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0][34], 0);  // echo reply
  give(ipv4(1, echo, kHost, bytes("0A0000FF")));
  EXPECT_TRUE(take(0x0800, 1).empty()) << "a broadcast ping";
}

TEST_F(NetworkTest, AnswersDhcpFromAHostWithoutAddress) {
  Frame discover = bytes("01010600 11223344");
  discover.resize(236);
  std::copy(kHostMac.begin(), kHostMac.end(), discover.begin() + 28);
  const Frame options = bytes("63825363 350101 FF");
  discover.insert(discover.end(), options.begin(), options.end());
  give(udp(68, 67, discover, bytes("00000000"), bytes("FFFFFFFF")));
  const auto answers = take(0x0800, 17);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(wire::to_upper_hex(wire::Bytes(answers[0]).first(6)), "FFFFFFFFFFFF");
  EXPECT_EQ(wire::to_upper_hex(wire::Bytes(answers[0]).subspan(58, 4)), "0A000001");
}

TEST_F(NetworkTest, AnswersItsName) {
  pass(3000);  // probing comes first (RFC 6762, 8)
  link_.to_host.clear();
  wire::Writer query;
  query.u16(0).u16(0).u16(1).u16(0).u16(0).u16(0);
  query.u8(14).text("gokey-aabbccdd").u8(5).text("local").u8(0).u16(1).u16(1);
  Frame frame = udp(5353, 5353, query.buffer(), kHost, bytes("E00000FB"));
  std::ranges::copy(bytes("01005E0000FB"), frame.begin());
  give(frame);
  pass(500);
  const auto answers = take(0x0800, 17);
  ASSERT_FALSE(answers.empty());
  const std::string text = wire::to_upper_hex(answers[0]);
  EXPECT_NE(text.find("0001800100000078"
                      "0004"
                      "0A00000A"),
            std::string::npos)
      << text;
}

TEST_F(NetworkTest, CarriesATcpConnection) {
  Connection& connection = connect();
  EXPECT_EQ(connection.peer(), "10.0.0.1:40000");
  send_tcp(kAck | kPush, 101, next_, "hello");
  EXPECT_EQ(wire::as_text(connection.received()), "hello");
  connection.consume(5);
  EXPECT_EQ(connection.send(wire::as_bytes("good day")), 8U);
  const auto answer = take_tcp();
  ASSERT_FALSE(answer.empty());
  EXPECT_EQ(answer.back().text, "good day");
  EXPECT_EQ(answer.back().acknowledged, 106U);
  send_tcp(kAck | kFin, 106, next_ + 8);
  EXPECT_TRUE(connection.at_end());
  accepted_.clear();
  const auto end = take_tcp();
  ASSERT_FALSE(end.empty());
  EXPECT_TRUE(end.back().flags & kFin);
}

TEST_F(NetworkTest, EndsWellWhicheverSideFinishesFirst) {
  Connection& connection = connect();
  connection.finish();
  send_tcp(kAck, 101, next_ + 1);
  send_tcp(kAck | kPush, 101, next_ + 1, "last words");
  send_tcp(kAck | kFin, 111, next_ + 1);
  EXPECT_FALSE(connection.broken());
  EXPECT_FALSE(connection.at_end());
  EXPECT_EQ(wire::as_text(connection.received()), "last words");
  pass(200'000);  // lwIP has forgotten the connection by now
  connection.consume(10);
  EXPECT_TRUE(connection.at_end());
  EXPECT_EQ(connection.send(wire::as_bytes("too late")), 0U);
}

TEST_F(NetworkTest, HoldsTheHostBackUntilBytesAreConsumed) {
  Connection& connection = connect();
  std::uint32_t at = 101;
  std::size_t held = 0;
  const std::string text(1000, 'x');
  for (int i = 0; i < 100; ++i) {
    send_tcp(kAck | kPush, at, next_, text);
    pass(300);
    const auto answers = take_tcp();
    if (answers.empty() || answers.back().acknowledged == at) break;
    at = answers.back().acknowledged;
    held = at - 101;
  }
  EXPECT_GT(held, 20'000U);
  EXPECT_LE(held, 16U * 1460U);
  std::size_t read = 0;
  while (!connection.received().empty()) {
    read += connection.received().size();
    connection.consume(connection.received().size());
  }
  EXPECT_EQ(read, held);
}

TEST_F(NetworkTest, TakesNoMoreThanTheHostReads) {
  Connection& connection = connect();
  const std::vector<std::uint8_t> block(1000, 'y');
  std::size_t taken = 0;
  for (std::size_t sent = 1; sent != 0;) taken += sent = connection.send(block);
  EXPECT_GT(taken, 20'000U);
  EXPECT_LE(taken, 16U * 1460U);
  std::size_t on_the_wire = 0;
  for (const auto& one : take_tcp()) on_the_wire += one.text.size();
  EXPECT_LE(on_the_wire, 8000U);  // the window that the host has opened
}

TEST_F(NetworkTest, SendsWhatTheLinkHadNoRoomFor) {
  Connection& connection = connect();
  link_.room = false;
  EXPECT_EQ(connection.send(wire::as_bytes("later")), 5U);
  EXPECT_TRUE(take_tcp().empty());
  link_.room = true;
  network_->step();
  const auto sent = take_tcp();
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].text, "later");
}

// Numbers that are as far away as can be count as before and behind at once.
TEST_F(NetworkTest, NumbersFromTheOtherSideOfTheCircleChangeNothing) {
  constexpr std::uint32_t kHalf = 1U << 31U;
  Connection& connection = connect();
  for (const std::uint32_t off : {kHalf, kHalf - 1, kHalf + 1}) {
    send_tcp(kAck | kPush, 101 + off, next_, "x");
    send_tcp(kAck | kFin, 101 + off, next_);
    send_tcp(kAck, 101, next_ + off);
    send_tcp(kAck | kPush, 101, next_ + off, "x");
  }
  EXPECT_TRUE(connection.received().empty());
  EXPECT_FALSE(connection.at_end());
  EXPECT_EQ(connection.send(wire::as_bytes("good day")), 8U);
  send_tcp(kAck | kPush, 101, next_ + 8, "hello");
  EXPECT_EQ(wire::as_text(connection.received()), "hello");
  take_tcp();
  send_tcp(kSyn, 101 + kHalf, 0);  // a host that started anew
  const auto answer = take_tcp();
  ASSERT_EQ(answer.size(), 1U);
  EXPECT_EQ(answer[0].flags, kAck);
  EXPECT_EQ(answer[0].acknowledged, 106U);
}

TEST_F(NetworkTest, ResetsBreakTheConnection) {
  Connection& connection = connect();
  send_tcp(kReset, 101, next_);
  EXPECT_TRUE(connection.broken());
  EXPECT_EQ(connection.send(wire::as_bytes("?")), 0U);
}

TEST_F(NetworkTest, AnUnpluggedHostBreaksItToo) {
  const Connection& connection = connect();
  link_.is_up = false;
  network_->step();
  EXPECT_TRUE(connection.broken());
  EXPECT_EQ(network_->next_deadline(), std::numeric_limits<std::uint64_t>::max());
  link_.is_up = true;
  EXPECT_EQ(network_->next_deadline(), 0U);
  network_->step();
  accepted_.clear();
  give(arp_request());
  link_.to_host.clear();
  connect();
}

TEST_F(NetworkTest, ConnectionsMayOutliveIt) {
  const Connection& connection = connect();
  network_.reset();
  EXPECT_TRUE(connection.broken());
}

TEST_F(NetworkTest, RefusesOtherPorts) {
  send_tcp(kSyn, 100, 0, "", 80);
  const auto answers = take_tcp();
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_TRUE(answers[0].flags & kReset);
}

TEST_F(NetworkTest, IsOneAtATime) {
  EXPECT_FALSE(Network::create(link_, clock_, random_, Serial{}, {}));
  network_.reset();
  EXPECT_TRUE(Network::create(link_, clock_, random_, Serial{}, {}));
}

TEST_F(NetworkTest, FramesOfAnyLengthAreSurvived) {
  const Frame whole = arp_request();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    give(Frame(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
  }
  give(Frame(2000, 0xFF));
  link_.to_host.clear();
  give(whole);
  EXPECT_EQ(take(0x0806).size(), 1U);
}

}  // namespace
}  // namespace gokey::net
