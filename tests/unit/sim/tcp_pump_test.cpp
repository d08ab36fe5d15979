// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A host's TCP connection, lwIP, the pump, and the socket of a server. Nothing runs by itself: a
// step is taken when the test takes it.
#include "boards/sim/tcp_pump.h"

#include <array>

#include <sys/socket.h>

#include "../net/network_host.h"

namespace gokey::sim {
namespace {

using net::kAck;
using net::kFin;
using net::kPush;
using net::kReset;

class TcpPumpTest : public net::NetworkTest {
 protected:
  void SetUp() override {
    NetworkTest::SetUp();
    connect();
    take_tcp();
    pump_ = std::make_unique<TcpPump>(std::move(accepted_.at(0)));
    server_ = pump_->open();
    ASSERT_TRUE(server_);
  }
  void host_sends(std::string_view text) {
    send_tcp(kAck | kPush, sequence_, next_, text);
    sequence_ += static_cast<std::uint32_t>(text.size());
  }
  // All that the server can read now; "|" at the end: the host sends no more.
  std::string server_reads() {
    std::string all;
    std::array<char, 4096> some{};
    while (true) {
      const ssize_t got = ::recv(server_.get(), some.data(), some.size(), MSG_DONTWAIT);
      if (got == 0) return all + "|";
      if (got < 0) return all;
      all.append(some.data(), static_cast<std::size_t>(got));
    }
  }
  void server_sends(std::string_view text) {
    ASSERT_EQ(::send(server_.get(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL),
              static_cast<ssize_t>(text.size()));
  }
  // All that is on its way to the host now, acknowledged by it; "|" at the end: the token sends no
  // more.
  std::string host_reads() {
    std::string all;
    for (const net::Segment& one : take_tcp()) {
      all += one.text;
      next_ = one.sequence + static_cast<std::uint32_t>(one.text.size());
      if ((one.flags & kFin) == 0) continue;
      ++next_;
      all += "|";
    }
    send_tcp(kAck, sequence_, next_);
    return all;
  }

  std::uint32_t sequence_ = 101;
  std::unique_ptr<TcpPump> pump_;
  UniqueFd server_;
};

// No two windows of it are alike.
std::string long_text(std::size_t size) {
  std::string text;
  for (unsigned i = 0; text.size() < size; ++i) text += std::to_string(i) + " ";
  text.resize(size);
  return text;
}

TEST_F(TcpPumpTest, CarriesBothWays) {
  host_sends("SSH-2.0-host\r\n");
  EXPECT_EQ(server_reads(), "") << "not before a step";
  EXPECT_TRUE(pump_->step());
  EXPECT_EQ(server_reads(), "SSH-2.0-host\r\n");
  server_sends("SSH-2.0-token\r\n");
  EXPECT_TRUE(pump_->step());
  EXPECT_EQ(host_reads(), "SSH-2.0-token\r\n");
  EXPECT_TRUE(pump_->wants_to_read());
  EXPECT_FALSE(pump_->wants_to_write());
}

TEST_F(TcpPumpTest, AServerThatDoesNotReadHoldsTheHostUp) {
  const std::string text = long_text(1000);
  std::string sent, arrived;
  // The socket's buffer fills, and then the window: what the host sends beyond it is not taken.
  for (int i = 0; i < 10'000 && !pump_->wants_to_write(); ++i) {
    host_sends(text);
    sent += text;
    ASSERT_TRUE(pump_->step());
    take_tcp();
  }
  ASSERT_TRUE(pump_->wants_to_write()) << "the socket never filled";
  for (int i = 0; i < 10; ++i) {
    host_sends(text);
    sent += text;
    ASSERT_TRUE(pump_->step());
  }
  while (arrived.size() < sent.size()) {
    const std::string some = server_reads();
    ASSERT_FALSE(some.empty()) << "after " << arrived.size() << " of " << sent.size();
    arrived += some;
    ASSERT_TRUE(pump_->step());
  }
  EXPECT_TRUE(arrived == sent);
  EXPECT_FALSE(pump_->wants_to_write());
}

TEST_F(TcpPumpTest, AHostThatDoesNotReadHoldsTheServerUp) {
  const std::string text = long_text(100'000);
  server_sends(text);
  EXPECT_TRUE(pump_->step());
  EXPECT_FALSE(pump_->wants_to_read()) << "it would spin";
  std::string arrived;
  while (arrived.size() < text.size()) {
    const std::string some = host_reads();
    ASSERT_FALSE(some.empty()) << "after " << arrived.size();
    arrived += some;
    ASSERT_TRUE(pump_->step());
  }
  EXPECT_TRUE(arrived == text);
  EXPECT_TRUE(pump_->wants_to_read());
}

TEST_F(TcpPumpTest, TheEndOfTheHostsWordsIsPassedOnAndTheServerMayAnswer) {
  host_sends("last words");
  send_tcp(kAck | kFin, sequence_++, next_);
  EXPECT_TRUE(pump_->step());
  EXPECT_EQ(server_reads(), "last words|");
  EXPECT_TRUE(pump_->step());
  server_sends("an answer");
  EXPECT_TRUE(pump_->step());
  EXPECT_EQ(host_reads(), "an answer");
}

TEST_F(TcpPumpTest, WhatAServerSaidBeforeItWentStillArrives) {
  const std::string text = long_text(50'000);
  server_sends(text);
  server_.reset();
  host_sends("to nobody");
  std::string arrived;
  while (pump_->step()) {
    const std::string some = host_reads();
    ASSERT_FALSE(some.empty()) << "after " << arrived.size();
    arrived += some;
  }
  pump_.reset();
  for (std::string some = host_reads(); !some.empty(); some = host_reads()) arrived += some;
  EXPECT_TRUE(arrived == text + "|") << arrived.size();
}

TEST_F(TcpPumpTest, AResetByTheHostIsTheEndForTheServer) {
  send_tcp(kReset, sequence_, 0);
  EXPECT_FALSE(pump_->step());
  pump_.reset();
  EXPECT_EQ(server_reads(), "|");
}

TEST_F(TcpPumpTest, ALinkThatGoesDownIsTheEndForTheServer) {
  link_.is_up = false;
  network_->step();
  EXPECT_FALSE(pump_->step());
  pump_.reset();
  EXPECT_EQ(server_reads(), "|");
}

}  // namespace
}  // namespace gokey::sim
