// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/network.h"

#include <csignal>
#include <cstdio>

#include <gtest/gtest.h>
#include <lwip/debug.h>

#include "core/net/port.h"
#include "network_host.h"

namespace gokey::net {
namespace {

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

TEST(NetworkDeathTest, AFailedAssertionIsToldWithItsPlaceAndIsTheEnd) {
  on_damage([](const Damage& damage) {
    std::fprintf(stderr, "%s at %s:%d%s\n", damage.text, damage.file, damage.line,
                 damage.address != nullptr ? ", an address" : "");
  });
  EXPECT_EXIT(LWIP_ASSERT("two and two", false), ::testing::KilledBySignal(SIGABRT),
              "two and two at .*network_test.cpp:[0-9]+, an address");
  on_damage(nullptr);
  EXPECT_EXIT(LWIP_ASSERT("two and two", false), ::testing::KilledBySignal(SIGABRT), "");
}

}  // namespace
}  // namespace gokey::net
