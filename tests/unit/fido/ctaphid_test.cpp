// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fido_token.h"
#include "wire/hex.h"

namespace gokey::testing {
namespace {

using hid::Command;

constexpr std::uint8_t kSelection = 0x0B;

// "command data", one line for each message.
std::string said(FidoToken& token) {
  std::string text;
  for (const hid::Message& message : token.receive()) {
    const auto command = static_cast<std::uint8_t>(message.command);
    if (!text.empty()) text += "\n";
    text += wire::to_hex(std::span(&command, 1)) + " " + wire::to_hex(message.data);
  }
  return text;
}

TEST(Ctaphid, InitGivesAChannelAndResynchronisesIt) {
  FidoToken token;
  const auto first = token.channel();
  const auto second = token.channel();
  EXPECT_NE(first, 0U);
  EXPECT_NE(first, second);
  token.send({first, Command::kInit, {1, 2, 3, 4, 5, 6, 7, 8}});
  const auto again = token.receive();
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(hid::parse_init_response(again[0].data)->channel, first);
  EXPECT_EQ(hid::parse_init_response(again[0].data)->capabilities, 5);
  token.send({first, Command::kInit, {1}});
  EXPECT_EQ(said(token), "3f 03");
}

TEST(Ctaphid, OnlyAllocatedChannelsAreServed) {
  FidoToken token;
  for (const hid::ChannelId stranger : {hid::kReserved, hid::kBroadcast, 0x12345678U}) {
    token.send({stranger, Command::kPing, {1}});
    EXPECT_EQ(said(token), "3f 0b") << stranger;
  }
}

TEST(Ctaphid, TheOldestOfTooManyChannelsIsForgotten) {
  FidoToken token;
  const auto first = token.channel();
  for (int i = 1; i < 64; ++i) EXPECT_NE(token.channel(), 0U);
  token.send({first, Command::kPing, {1}});
  EXPECT_EQ(said(token), "01 01");
  const auto last = token.channel();
  token.send({first, Command::kPing, {1}});
  EXPECT_EQ(said(token), "3f 0b");
  token.send({last, Command::kPing, {1}});
  EXPECT_EQ(said(token), "01 01");
}

TEST(Ctaphid, PingComesBack) {
  FidoToken token;
  const auto channel = token.channel();
  token.send({channel, Command::kPing, {}});
  EXPECT_EQ(said(token), "01 ");
  const std::vector<std::uint8_t> most(hid::kMaxMessage, 0x5A);
  token.send({channel, Command::kPing, most});
  EXPECT_EQ(token.receive().at(0).data, most);
}

TEST(Ctaphid, UnknownCommandsAndLengths) {
  FidoToken token;
  const auto channel = token.channel();
  token.send({channel, static_cast<Command>(0x48), {1}});
  EXPECT_EQ(said(token), "3f 01");
  token.send({channel, Command::kCbor, {}});
  EXPECT_EQ(said(token), "3f 03");
  token.send({channel, Command::kLock, {11}});
  EXPECT_EQ(said(token), "3f 02");
  token.send({channel, Command::kWink, {}});
  EXPECT_EQ(said(token), "08 ");
  EXPECT_TRUE(token.token.status().winking);
  token.wait(2000);
  EXPECT_FALSE(token.token.status().winking);
}

TEST(Ctaphid, APacketThatDoesNotComeEndsTheTransaction) {
  FidoToken token;
  const auto channel = token.channel();
  hid::Fragmenter half({channel, Command::kPing, std::vector<std::uint8_t>(100)});
  token.ctaphid.receive(*half.next(), token.bench.clock.now);
  const auto other = token.channel();  // INIT is never busy
  token.send({other, Command::kPing, {1}});
  EXPECT_EQ(said(token), "3f 06");
  token.wait(499);
  EXPECT_EQ(said(token), "");
  token.wait(1);
  EXPECT_EQ(said(token), "3f 05");
  token.ctaphid.receive(*half.next(), token.bench.clock.now);
  EXPECT_EQ(said(token), "") << "a continuation of nothing is ignored";
}

TEST(Ctaphid, PacketsOutOfOrderEndTheTransaction) {
  FidoToken token;
  const auto channel = token.channel();
  hid::Fragmenter fragmenter({channel, Command::kPing, std::vector<std::uint8_t>(200)});
  const auto first = *fragmenter.next();
  static_cast<void>(fragmenter.next());
  token.ctaphid.receive(first, token.bench.clock.now);
  token.ctaphid.receive(*fragmenter.next(), token.bench.clock.now);
  EXPECT_EQ(said(token), "3f 04");
}

TEST(Ctaphid, ALockedTokenIsBusyForOthers) {
  FidoToken token;
  const auto owner = token.channel();
  const auto other = token.channel();
  token.send({owner, Command::kLock, {3}});
  EXPECT_EQ(said(token), "04 ");
  token.send({other, Command::kPing, {1}});
  EXPECT_EQ(said(token), "3f 06");
  token.send({owner, Command::kPing, {1}});
  EXPECT_EQ(said(token), "01 01");
  token.wait(3000);
  token.send({other, Command::kPing, {2}});
  EXPECT_EQ(said(token), "01 02");
}

TEST(Ctaphid, WhileSomebodyIsAskedTheHostHearsOfIt) {
  FidoToken token;
  const auto channel = token.channel();
  const auto other = token.channel();
  token.send({channel, Command::kCbor, {kSelection}});
  EXPECT_EQ(token.token.status().fido.presence_pending->application, "selection");
  for (int i = 0; i < 3; ++i) {
    token.wait(100);
    EXPECT_EQ(said(token), "3b 02") << "at least every 100 ms";
  }
  for (int i = 0; i < 5; ++i) token.wait(100);
  EXPECT_EQ(said(token), "3b 02") << "one is enough for a host that does not read";
  token.send({other, Command::kPing, {1}});
  EXPECT_EQ(said(token), "3f 06");
  token.send({other, Command::kCancel, {}});
  EXPECT_EQ(said(token), "") << "not its request";
  EXPECT_EQ(token.token.confirm_presence(), token::Token::Confirmation::kConfirmed);
  EXPECT_EQ(said(token), "10 00");
}

TEST(Ctaphid, ARequestEndsByCancelTimeResyncOrUnplugging) {
  FidoToken token;
  auto channel = token.channel();
  token.send({channel, Command::kCbor, {kSelection}});
  token.send({channel, Command::kCancel, {}});
  EXPECT_EQ(said(token), "10 2d");

  token.send({channel, Command::kCbor, {kSelection}});
  token.wait(30'000);
  EXPECT_EQ(token.receive().back().data, std::vector<std::uint8_t>{0x2F});

  token.send({channel, Command::kCbor, {kSelection}});
  token.send({channel, Command::kInit, {1, 2, 3, 4, 5, 6, 7, 8}});
  EXPECT_EQ(token.receive().size(), 1U) << "the answer to INIT alone";
  EXPECT_FALSE(token.token.status().fido.presence_pending);

  token.send({channel, Command::kCbor, {kSelection}});
  token.ctaphid.reset();
  EXPECT_EQ(said(token), "");
  EXPECT_FALSE(token.token.status().fido.presence_pending);
  token.send({channel, Command::kPing, {1}});
  EXPECT_EQ(said(token), "3f 0b");
  channel = token.channel();
  token.send({channel, Command::kPing, {1}});
  EXPECT_EQ(said(token), "01 01");
}

TEST(Ctaphid, TwoTransportsShareOneAuthenticator) {
  FidoToken token;
  const auto channel = token.channel();
  fido::Ctaphid second(token.authenticator, token.bench.clock, token.bench.random, {});
  token.send({channel, Command::kCbor, {kSelection}});
  hid::Fragmenter init({hid::kBroadcast, Command::kInit, {1, 2, 3, 4, 5, 6, 7, 8}});
  second.receive(*init.next(), token.bench.clock.now);
  const auto report = second.next();  // what the packet's data points into
  const auto there = hid::parse_init_response(hid::parse_packet(*report).data)->channel;
  hid::Fragmenter ping({there, Command::kPing, {1}});
  second.receive(*ping.next(), token.bench.clock.now);
  EXPECT_EQ(hid::parse_packet(*second.next()).command, Command::kError) << "busy";
  second.reset();
  EXPECT_TRUE(token.authenticator.waiting()) << "the other's request goes on";
}

TEST(Ctaphid, BeforeInitialisationNothingCrashes) {
  FidoToken token(false);
  const auto channel = token.channel();
  token.send({channel, Command::kCbor, {kSelection}});
  EXPECT_EQ(said(token), "10 30");
  std::vector<std::uint8_t> registration{0, 1, 0, 0, 64};
  registration.resize(5 + 64);
  token.send({channel, Command::kMessage, registration});
  EXPECT_EQ(said(token), "03 6f00");
  token.send({channel, Command::kMessage, {}});
  EXPECT_EQ(said(token), "03 6700");
  token.send({channel, Command::kMessage, {0, 3, 0, 0, 0}});
  EXPECT_EQ(said(token), "03 5532465f56329000");
}

// CTAP 2.1, 6.10: a token without them has no option of that name, no largest size, and does not
// know the command.
TEST(Ctaphid, LargeBlobsAreUnsupportedAndSaidSo) {
  constexpr std::uint8_t kGetInfo = 0x04, kLargeBlobs = 0x0C, kInvalidCommand = 0x01;
  FidoToken token;
  const auto channel = token.channel();
  token.send({channel, Command::kCbor, {kGetInfo}});
  const auto info = token.receive();
  ASSERT_EQ(info.size(), 1U);
  EXPECT_EQ(info[0].data.at(0), 0);
  const std::string_view text = wire::as_text(info[0].data);
  EXPECT_NE(text.find("clientPin"), std::string_view::npos);
  EXPECT_EQ(text.find("largeBlob"), std::string_view::npos);
  token.send({channel, Command::kCbor, {kLargeBlobs, 0xA2, 0x01, 0x00, 0x03, 0x00}});
  const auto refused = token.receive();
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0].data, std::vector<std::uint8_t>{kInvalidCommand});
}

}  // namespace
}  // namespace gokey::testing
