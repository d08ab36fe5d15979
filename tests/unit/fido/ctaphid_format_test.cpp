// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include <gtest/gtest.h>

#include "wire/ctaphid.h"
#include "wire/hex.h"

namespace gokey::wire::ctaphid {
namespace {

std::vector<std::uint8_t> counting(std::size_t size) {
  std::vector<std::uint8_t> bytes(size);
  std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
  return bytes;
}

std::vector<Packet> cut(const Message& message) {
  Fragmenter fragmenter(message);
  std::vector<Packet> packets;
  while (const auto packet = fragmenter.next()) packets.push_back(*packet);
  return packets;
}

TEST(CtapHidFormat, AShortMessageIsOnePacket) {
  const auto packets = cut({0x01020304, Command::kPing, {0xAA, 0xBB}});
  ASSERT_EQ(packets.size(), 1U);
  EXPECT_EQ(to_hex(Bytes(packets[0]).first(10)), "01020304810002aabb00");
}

TEST(CtapHidFormat, AnEmptyMessageIsOnePacketToo) {
  const auto packets = cut({1, Command::kWink, {}});
  ASSERT_EQ(packets.size(), 1U);
  EXPECT_EQ(to_hex(Bytes(packets[0]).first(8)), "0000000188000000");
}

TEST(CtapHidFormat, LongMessagesGoThereAndBack) {
  for (const std::size_t size : {57UZ, 58UZ, 116UZ, 117UZ, 1024UZ, kMaxMessage}) {
    const Message message{7, Command::kCbor, counting(size)};
    const auto packets = cut(message);
    EXPECT_EQ(packets.size(), size <= 57 ? 1U : 1 + (size - 57 + 58) / 59) << size;
    Assembler assembler;
    for (std::size_t i = 0; i < packets.size(); ++i) {
      const auto fields = parse_packet(packets[i]);
      EXPECT_EQ(fields.initial, i == 0);
      const auto state = i == 0 ? assembler.begin(fields) : assembler.add(fields);
      ASSERT_TRUE(state);
      EXPECT_EQ(*state == Assembler::State::kComplete, i + 1 == packets.size());
    }
    const Message whole = assembler.take();
    EXPECT_EQ(whole.channel, 7U);
    EXPECT_EQ(whole.command, Command::kCbor);
    EXPECT_EQ(whole.data, message.data);
  }
}

TEST(CtapHidFormat, SequenceAndLengthAreChecked) {
  const auto packets = cut({7, Command::kPing, counting(300)});
  Assembler assembler;
  ASSERT_TRUE(assembler.begin(parse_packet(packets[0])));
  EXPECT_FALSE(assembler.add(parse_packet(packets[2])));
  EXPECT_EQ(assembler.state(), Assembler::State::kIdle);
  EXPECT_FALSE(assembler.add(parse_packet(packets[1]))) << "nothing was begun";
  Packet huge = packets[0];
  huge[5] = 0xFF;
  EXPECT_EQ(assembler.begin(parse_packet(huge)).error(), WireError::kTooLong);
}

TEST(CtapHidFormat, TheAnswerToInit) {
  InitResponse response;
  response.nonce = {1, 2, 3, 4, 5, 6, 7, 8};
  response.channel = 0xA1B2C3D4;
  response.capabilities = capability::kWink | capability::kCbor;
  const auto bytes = encode(response);
  EXPECT_EQ(to_hex(bytes), "0102030405060708a1b2c3d40200000005");
  const auto parsed = parse_init_response(bytes);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->channel, 0xA1B2C3D4);
  EXPECT_EQ(parsed->capabilities, 5);
  EXPECT_FALSE(parse_init_response(Bytes(bytes).first(16)));
}

}  // namespace
}  // namespace gokey::wire::ctaphid
