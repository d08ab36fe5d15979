// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Transcripts of a CCID host (USB CCID, revision 1.1). A message is
//   type | dwLength | slot | sequence | three bytes | data
// and its answer
//   type | dwLength | slot | sequence | status | error | one byte | data
#include <gtest/gtest.h>

#include "core/usb/ccid_function.h"
#include "core/usb/device.h"
#include "fake_controller.h"
#include "hex_bytes.h"
#include "ticking_clock.h"

namespace gokey::usb {
namespace {

using testing::bytes;
using testing::Data;
using testing::FakeController;
using testing::hex;

constexpr auto kAtr = "3BDA18FF81B1FE751F030031F573C001E00090009C";

// Answers a command whose INS is 01 when told to, any other at once: 02 with its own bytes, the
// rest with 9000.
class ToyCard final : public CardSlot {
 public:
  Data atr() const override { return bytes(kAtr); }
  void reset() override { log += "reset "; }
  void power_off() override { log += "off "; }
  void process(std::span<const std::uint8_t> apdu, Reply reply) override {
    last.assign(apdu.begin(), apdu.end());
    const std::uint8_t ins = apdu.size() > 1 ? apdu[1] : 0;
    if (ins == 1) {
      waiting = std::move(reply);
    } else if (ins == 2) {
      reply(last);
    } else {
      reply(long_answer.empty() ? Data{0x90, 0x00} : long_answer);
    }
  }
  std::string log;
  Data last, long_answer;
  Reply waiting;
};

class CcidTest : public ::testing::Test {
 protected:
  CcidTest() {
    device_.attach();
    host_.reset();
    host_.put({0x00, 9, 1, 0, 0});
  }
  void send(std::string_view message) { host_.send(0x01, bytes(message)); }
  std::string receive() {
    const auto data = host_.receive(0x81);
    return data ? hex(*data) : "nothing";
  }
  std::string ask(std::string_view message) {
    send(message);
    return receive();
  }
  void power_on() {
    EXPECT_EQ(ask("62 00000000 00 00 000000").substr(0, 20), "80150000000000000000");
  }
  void pass(std::uint64_t ms) {
    clock_.now += ms;
    device_.step(clock_.now);
  }
  bool abort(std::uint8_t slot, std::uint8_t sequence) {
    return host_.put({0x21, 0x01, static_cast<std::uint16_t>(sequence << 8U | slot), 0, 0});
  }

  testing::TickingClock clock_;
  ToyCard card_;
  CcidFunction reader_{{&card_}, clock_, "Smart Card Control"};
  FakeController host_;
  Device device_{host_, {}, {{&reader_}}};
};

TEST_F(CcidTest, PowerAndStatus) {
  EXPECT_EQ(ask("65 00000000 00 01 000000"), "81000000000001010001") << "inactive, clock stopped";
  EXPECT_EQ(ask("62 00000000 00 02 000000"), std::string("80150000000002000000") + kAtr);
  EXPECT_EQ(ask("65 00000000 00 03 000000"), "81000000000003000000");
  EXPECT_EQ(ask("62 00000000 00 04 040000"), "80000000000004400700") << "no such voltage";
  card_.log.clear();
  EXPECT_EQ(ask("63 00000000 00 05 000000"), "81000000000005010001");
  EXPECT_EQ(card_.log, "off ") << "the original left the keys open";
}

TEST_F(CcidTest, ParametersComeFromTheAtr) {
  power_on();
  EXPECT_EQ(ask("6C 00000000 00 01 000000"),
            "82070000000001000001"
            "1810FF7500FE00");
  EXPECT_EQ(ask("61 07000000 00 02 010000 11100045007F00"),
            "82070000000002000001"
            "11100045007F00");
  EXPECT_EQ(ask("6C 00000000 00 03 000000"),
            "82070000000003000001"
            "11100045007F00");
  EXPECT_EQ(ask("6D 00000000 00 04 000000"),
            "82070000000004000001"
            "1810FF7500FE00");
  EXPECT_EQ(ask("61 05000000 00 05 000000 1110000A00"), "82000000000005400701") << "T=0";
  EXPECT_EQ(ask("61 06000000 00 06 010000 111000450000"), "82000000000006400101");
}

TEST_F(CcidTest, Apdus) {
  EXPECT_EQ(ask("6F 04000000 00 01 000000 00020304"), "8000000000000141FE00") << "no power";
  power_on();
  EXPECT_EQ(ask("6F 04000000 00 02 000000 00020304"), "8004000000000200000000020304");
  EXPECT_EQ(ask("6F 05000000 00 03 FF0000 00AA030405"), "800200000000030000009000");
  EXPECT_EQ(hex(card_.last), "00AA030405");
  EXPECT_EQ(ask("6F 00000000 00 04 000000"), "80000000000004400100") << "nothing to process";
  EXPECT_EQ(ask("6F 04000000 00 05 000400 00020304"), "80000000000005400800") << "wLevelParameter";
}

TEST_F(CcidTest, EveryMessageIsAnswered) {
  power_on();
  EXPECT_EQ(ask("6B 02000000 00 01 000000 AABB"), "83000000000001400000") << "Escape";
  EXPECT_EQ(ask("6E 00000000 00 02 010000"), "81000000000002400000") << "IccClock";
  EXPECT_EQ(ask("6A 00000000 00 03 000000"), "81000000000003400000") << "T0APDU";
  EXPECT_EQ(ask("69 01000000 00 04 000000 00"), "80000000000004400000") << "Secure";
  EXPECT_EQ(ask("71 00000000 00 05 010000"), "81000000000005400000") << "Mechanical";
  EXPECT_EQ(ask("73 08000000 00 06 000000 0000000000000000"), "84000000000006400000");
  EXPECT_EQ(ask("00 00000000 00 07 000000"), "81000000000007400000") << "unknown";
  EXPECT_EQ(ask("FF 01000000 00 08 000000 00"), "81000000000008400000") << "unknown";
  EXPECT_EQ(ask("65 00000000 01 09 000000"), "81000000000109420500") << "no second slot";
  EXPECT_EQ(ask("6F 04000000 FF 0A 000000 00020304"), "8000000000FF0A420500");
}

TEST_F(CcidTest, LengthsThatLieAreRefused) {
  power_on();
  EXPECT_EQ(ask("6F 05000000 00 01 000000 00020304"), "80000000000001400100") << "more than came";
  EXPECT_EQ(ask("6F 03000000 00 02 000000 00020304"), "80000000000002400100") << "less than came";
  EXPECT_EQ(ask("6F FFFFFFFF 00 03 000000 00020304"), "80000000000003400100");
  EXPECT_EQ(ask("62 01000000 00 04 000000 00"), "80000000000004400100")
      << "data where none belongs";
  EXPECT_EQ(ask("6F 0400"), "80000000000000400100") << "not even a header";
  EXPECT_EQ(ask("6F 04000000 00 05 000000 00020304"), "8004000000000500000000020304");
}

TEST_F(CcidTest, TooLongAMessageIsTakenOffTheBus) {
  power_on();
  Data message = bytes("6F F60F0000 00 01 000000");  // 4096 bytes in all
  message.resize(4096, 0x62);
  host_.send(0x01, message);
  EXPECT_EQ(receive(), "80000000000001400100");
  EXPECT_EQ(receive(), "nothing") << "its data is not taken for messages";
  EXPECT_EQ(ask("65 00000000 00 02 000000"), "81000000000002000000");
}

TEST_F(CcidTest, AMessageThatStopsHalfWayIsGivenUp) {
  power_on();
  Data half = bytes("6F 00040000 00 01 000000");  // 1024 bytes of data to come
  half.resize(512, 0);
  host_.send(0x01, half);
  EXPECT_EQ(receive(), "nothing");
  pass(CcidFunction::kStalledMs);
  EXPECT_EQ(receive(), "80000000000001400100");
  EXPECT_EQ(ask("65 00000000 00 02 000000"), "81000000000002000000");
}

TEST_F(CcidTest, MessagesThatFillTheirPackets) {
  power_on();
  for (const std::size_t size : {512U, 1024U, 2048U}) {
    Data message = bytes("6F 00000000 00 01 000000");
    const std::size_t length = size - 10;
    message[1] = static_cast<std::uint8_t>(length);
    message[2] = static_cast<std::uint8_t>(length >> 8U);
    message.resize(size, 0x02);
    host_.send(0x01, message);  // no empty packet follows
    const auto answer = host_.receive(0x81);
    ASSERT_TRUE(answer) << size;
    EXPECT_EQ(answer->size(), size);
    EXPECT_EQ(card_.last.size(), length);
    host_.send(0x01, {});  // an empty packet is no message
    EXPECT_EQ(receive(), "nothing");
  }
}

TEST_F(CcidTest, LongCommandsComeInPieces) {
  power_on();
  EXPECT_EQ(ask("6F 02000000 00 01 000200 0002"), "80000000000001400800")
      << "ends what never began";
  EXPECT_EQ(ask("6F 02000000 00 02 000100 0002"), "80000000000002000010") << "go on";
  EXPECT_EQ(ask("6F 01000000 00 03 000300 03"), "80000000000003000010");
  EXPECT_EQ(ask("6F 01000000 00 04 000200 04"), "8004000000000400000000020304");
  EXPECT_EQ(ask("6F 02000000 00 05 000100 0002"), "80000000000005000010");
  EXPECT_EQ(ask("6F 04000000 00 06 000000 00021111"), "8004000000000600000000021111")
      << "a whole one in between takes its place";
  EXPECT_EQ(ask("6F 01000000 00 07 000200 04"), "80000000000007400800");
}

TEST_F(CcidTest, AChainWithoutEndIsRefused) {
  power_on();
  Data piece = bytes("6F 00040000 00 01 000100");
  piece.resize(10 + 1024, 0);
  host_.send(0x01, piece);
  EXPECT_EQ(receive(), "80000000000001000010");
  piece[8] = 0x03;
  for (int i = 0; i < 63; ++i) {
    host_.send(0x01, piece);
    EXPECT_EQ(receive(), "80000000000001000010");
  }
  host_.send(0x01, piece);
  EXPECT_EQ(receive(),
            "80000000000001"
            "40FC00")
      << "longer than any APDU";
}

TEST_F(CcidTest, LongResponsesGoOutInPieces) {
  power_on();
  card_.long_answer.assign(5000, 0xAB);
  send("6F 04000000 00 01 000000 00AA0000");
  const auto first = host_.receive(0x81);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->size(), kCcidMaxMessage);
  EXPECT_EQ(hex(std::span(*first).first(10)), "80F60700000001000001") << "begins";
  const auto second = ask("6F 00000000 00 02 001000");
  EXPECT_EQ(second.substr(0, 20), "80F60700000002000003") << "continues";
  const auto third = ask("6F 00000000 00 03 001000");
  EXPECT_EQ(third.substr(0, 20), "809C0300000003000002") << "ends";
  EXPECT_EQ(ask("6F 00000000 00 04 001000"), "80000000000004400800") << "nothing is left";
}

TEST_F(CcidTest, AsksForTimeWhileTheCardWorks) {
  power_on();
  EXPECT_EQ(ask("6F 04000000 00 07 000000 00010304"), "nothing");
  pass(999);
  EXPECT_EQ(receive(), "nothing");
  pass(1);
  EXPECT_EQ(receive(), "80000000000007800100");
  pass(1000);
  EXPECT_EQ(receive(), "80000000000007800100");
  EXPECT_EQ(ask("65 00000000 00 08 000000"), "8100000000000840E000") << "busy";
  card_.waiting({0x90, 0x00});
  EXPECT_EQ(receive(), "800200000000070000009000");
  pass(5000);
  EXPECT_EQ(receive(), "nothing");
}

TEST_F(CcidTest, AHostThatDoesNotReadIsNotFlooded) {
  power_on();
  send("6F 04000000 00 07 000000 00010304");
  for (int i = 0; i < 100; ++i) pass(1000);
  int answers = 0;
  while (receive() != "nothing") ++answers;
  EXPECT_LE(answers, 8);
  for (int i = 0; i < 100; ++i) send("65 00000000 00 01 000000");
  EXPECT_GT(host_.packets_waiting(0x01), 80U) << "the rest waits on the bus";
  for (int i = 0; i < 100; ++i) EXPECT_NE(receive(), "nothing");
}

TEST_F(CcidTest, AbortNeedsBothHalves) {
  power_on();
  send("6F 04000000 00 07 000000 00010304");
  EXPECT_TRUE(abort(0, 8));
  EXPECT_EQ(ask("65 00000000 00 01 000000"), "8100000000000140FF00") << "until the message comes";
  EXPECT_EQ(ask("72 00000000 00 08 000000"), "8000000000000741FF00") << "the command is over";
  EXPECT_EQ(receive(), "81000000000008010001") << "the abort is done, the card is off";
  card_.waiting({0x90, 0x00});
  EXPECT_EQ(receive(), "nothing") << "its late answer comes to nobody";
  power_on();
}

TEST_F(CcidTest, ALateAnswerIsNotTakenForTheNextCommands) {
  power_on();
  send("6F 04000000 00 01 000000 00010304");
  const auto late = std::move(card_.waiting);
  EXPECT_TRUE(abort(0, 2));
  EXPECT_EQ(ask("72 00000000 00 02 000000"), "8000000000000141FF00");
  EXPECT_EQ(receive(), "81000000000002010001");
  power_on();
  send("6F 04000000 00 03 000000 00010304");
  late({0xDE, 0xAD});
  EXPECT_EQ(receive(), "nothing");
  card_.waiting({0x90, 0x00});
  EXPECT_EQ(receive(), "800200000000030000009000");
}

TEST_F(CcidTest, AbortInTheOtherOrderAndAlone) {
  power_on();
  EXPECT_EQ(ask("72 00000000 00 09 000000"), "nothing");
  EXPECT_TRUE(abort(0, 9));
  EXPECT_EQ(receive(), "81000000000009000000") << "nothing was running: the card stays on";
  EXPECT_EQ(ask("72 00000000 00 0A 000000"), "nothing");
  pass(CcidSlot::kAbortMs);
  EXPECT_EQ(receive(), "8100000000000A400600") << "the control request never came";
  EXPECT_EQ(ask("65 00000000 00 0B 000000"), "8100000000000B000000");
  EXPECT_FALSE(abort(1, 0)) << "no such slot";
}

TEST_F(CcidTest, ControlRequests) {
  EXPECT_EQ(hex(*host_.get({0xA1, 0x02, 0, 0, 64})), "A00F0000") << "4000 kHz";
  EXPECT_EQ(hex(*host_.get({0xA1, 0x03, 0, 0, 64})), "002A000008F80100");
  EXPECT_FALSE(host_.get({0xA1, 0x04, 0, 0, 64}));
  EXPECT_FALSE(host_.put({0x21, 0x01, 0, 0, 1}, Data{0}));
}

TEST_F(CcidTest, TellsThatACardIsThere) {
  EXPECT_EQ(hex(*host_.receive(0x82)), "5003");
  EXPECT_FALSE(host_.receive(0x82));
  host_.events().usb_suspended();
  host_.events().usb_resumed();
  EXPECT_EQ(hex(*host_.receive(0x82)), "5003");
}

TEST_F(CcidTest, PullingThePlugSwitchesTheCardOff) {
  power_on();
  send("6F 04000000 00 07 000000 00010304");
  card_.log.clear();
  host_.unplug();
  EXPECT_EQ(card_.log, "off ");
  card_.waiting({0x90, 0x00});
  host_.reset();
  host_.put({0x00, 9, 1, 0, 0});
  EXPECT_EQ(receive(), "nothing");
  EXPECT_EQ(ask("65 00000000 00 01 000000"), "81000000000001010001");
}

// scdaemon's driver sends SET_INTERFACE before anything else.
TEST_F(CcidTest, SetInterfaceBeginsAnew) {
  EXPECT_TRUE(host_.put({0x01, 11, 0, 0, 0}));
  EXPECT_EQ(ask("65 00000000 00 01 000000"), "81000000000001010001");
  EXPECT_EQ(hex(*host_.receive(0x82)), "5003");
}

TEST(CcidTwoSlots, AnswerForThemselves) {
  testing::TickingClock clock;
  ToyCard first, second;
  CcidFunction reader({&first, &second}, clock, "Two");
  FakeController host;
  Device device(host, {}, {{&reader}});
  device.attach();
  host.reset();
  host.put({0x00, 9, 1, 0, 0});
  EXPECT_EQ(hex(*host.receive(0x82)), "500F");
  host.send(0x01, bytes("62 00000000 00 00 000000"));
  host.receive(0x81);
  host.send(0x01, bytes("62 00000000 01 00 000000"));
  host.receive(0x81);
  host.send(0x01, bytes("6F 04000000 00 01 000000 00010304"));  // works
  host.send(0x01, bytes("6F 04000000 01 02 000000 00020304"));
  EXPECT_EQ(hex(*host.receive(0x81)), "8004000000010200000000020304");
  first.waiting({0x90, 0x00});
  EXPECT_EQ(hex(*host.receive(0x81)), "800200000000010000009000");
}

}  // namespace
}  // namespace gokey::usb
