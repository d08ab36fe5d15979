// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Selection, classes, chaining, GET RESPONSE, and commands that are not what they say.
#include "card_fixture.h"

namespace gokey::testing {
namespace {

class CardTransport : public CardTest {};

const std::string kFci = "6F128410D276000124010304FF00AABBCCDD00009000";

TEST_F(CardTransport, SelectsByFullAndPartialName) {
  insert();
  EXPECT_EQ(send("00A40400 06 D27600012401 00"), kFci);
  EXPECT_EQ(send("00A40400 08 D276000124010304 00"), kFci);
  EXPECT_EQ(send("00A40400 10 D276000124010304FF00AABBCCDD0000 00"), kFci);
  EXPECT_EQ(send("00A40404 06 D27600012401 00"), kFci);
  EXPECT_EQ(send("00A4040C 06 D27600012401"), "9000");
  EXPECT_EQ(send("00A40400 05 D276000124 00"), "6A82");
  EXPECT_EQ(send("00A40400 10 D276000124010304F5ECAABBCCDD0000 00"), "6A82");
  EXPECT_EQ(send("00A40400 11 D276000124010304FF00AABBCCDD000000 00"), "6A82");
  EXPECT_EQ(send("00A40400 00"), "6A82");
  EXPECT_EQ(send("00A40000 02 3F00 00"), "6A82");
  EXPECT_EQ(send("00A40800 02 2F00 00"), "6A82");
  EXPECT_EQ(send("00A40402 06 D27600012401 00"), "6A86");
}

TEST_F(CardTransport, NothingButSelectBeforeSelection) {
  insert();
  for (const char* apdu : {"00CA004F00", "0020008106313233343536", "002A9E9A01AA00", "0084000008",
                           "00C0000000", "10DA005E0141", "00FF0000", "00CA006E00"}) {
    EXPECT_EQ(send(apdu), "6985") << apdu;
  }
  EXPECT_TRUE(vault.asked.size() == 1 && notes.empty());
  EXPECT_EQ(send("00A4000C 02 3F00"), "6A82");
}

TEST_F(CardTransport, AFailedSelectLeavesTheApplicationSelected) {
  insert_selected();
  EXPECT_EQ(send("00A40400 07 A0000000030000 00"), "6A82");
  EXPECT_EQ(send("00CA0093 00"), "0000009000");
}

TEST_F(CardTransport, Classes) {
  insert_selected();
  EXPECT_EQ(send("80CA004F 00"), "6E00");
  EXPECT_EQ(send("FFCA004F 00"), "6E00");
  EXPECT_EQ(send("20CA004F 00"), "6E00");
  EXPECT_EQ(send("0CCA004F 00"), "6882");
  EXPECT_EQ(send("04CA004F 00"), "6882");
  EXPECT_EQ(send("01CA004F 00"), "6881");
  EXPECT_EQ(send("40CA004F 00"), "6881");
}

TEST_F(CardTransport, UnknownInstructionsAreNamedInTheLog) {
  insert_selected();
  EXPECT_EQ(send("00B00000 00"), "6D00");
  EXPECT_EQ(send("00F10000"), "6D00");
  EXPECT_EQ(send("10F10000 01 AA"), "6D00");
  EXPECT_EQ(notes, (std::vector<std::string>{"unsupported INS b0", "unsupported INS f1",
                                             "unsupported INS f1"}));
}

TEST_F(CardTransport, CommandsThatAreNotWhatTheySay) {
  insert_selected();
  for (const char* apdu : {"", "00", "00CA00", "00CA004F0000", "00200081FF313233", "008800000000",
                           "0088000000FFFFAA", "00880000000000AA0000"}) {
    EXPECT_EQ(send(apdu), "6700") << apdu;
  }
  EXPECT_EQ(send("00CA004F 01 AA 00"), "6700");
  EXPECT_EQ(send("00CA0093 00"), "0000009000");
}

TEST_F(CardTransport, ShortPartsMakeALongCommand) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  EXPECT_EQ(send("102A8086 FE 00" + repeated("55", 253)), "9000");
  EXPECT_EQ(send("002A8086 03 555555 00"), "DEAD9000");
  EXPECT_EQ(hex(vault.last<vault::Decipher>()->data), repeated("55", 256));
}

TEST_F(CardTransport, AChainMayHaveAPassphraseAndEmptyParts) {
  insert_selected();
  EXPECT_EQ(send("10200081 04 7369672D"), "9000");
  EXPECT_EQ(send("10200081"), "9000");
  EXPECT_EQ(send("00200081 04 776F7264"), "9000");
  EXPECT_FALSE(vault.locked(kSig));
}

TEST_F(CardTransport, AnotherCommandEndsTheChain) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  EXPECT_EQ(send("10880000 02 AAAA"), "9000");
  EXPECT_EQ(send("00CA0093 00"), "6883");
  EXPECT_EQ(send("00CA0093 00"), "0000009000");
  EXPECT_EQ(send("10880000 02 AAAA"), "9000");
  EXPECT_EQ(send("10880001 02 AAAA"), "6883");
  EXPECT_EQ(send("00880000 02 BBBB 00"), "DEAD9000");
  EXPECT_EQ(hex(vault.last<vault::Sign>()->data), "BBBB");
  // Selection is always possible, and begins anew.
  EXPECT_EQ(send("10880000 02 AAAA"), "9000");
  EXPECT_EQ(send("00A4040C 06 D27600012401"), "9000");
  EXPECT_EQ(send("00880000 02 CCCC 00"), "DEAD9000");
  EXPECT_EQ(hex(vault.last<vault::Sign>()->data), "CCCC");
}

TEST_F(CardTransport, ErrorsEndTheChain) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  for (const char* broken : {"00", "80880000", "00F10000", "00C0000000"}) {
    EXPECT_EQ(send("10880000 02 AAAA"), "9000");
    send(broken);
    EXPECT_EQ(send("00880000 02 BBBB 00"), "DEAD9000");
    EXPECT_EQ(hex(vault.last<vault::Sign>()->data), "BBBB") << broken;
  }
  EXPECT_EQ(send("10A40400 06 D27600012401"), "6884");
}

TEST_F(CardTransport, DataIsLimitedTo4096Bytes) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  const std::string part = "10880000 00 0800" + repeated("AA", 2048);
  EXPECT_EQ(send(part), "9000");
  EXPECT_EQ(send(part), "9000");
  EXPECT_EQ(send("00880000 00"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Sign>()->data.size(), 4096U);
  EXPECT_EQ(send(part), "9000");
  EXPECT_EQ(send(part), "9000");
  EXPECT_EQ(send("10880000 01 AA"), "6700");
  EXPECT_EQ(send("00880000 02 BBBB 00"), "DEAD9000");
  EXPECT_EQ(hex(vault.last<vault::Sign>()->data), "BBBB");
  EXPECT_EQ(send("00880000 00 1001" + repeated("AA", 4097) + "0000"), "6700");
}

TEST_F(CardTransport, AResetEndsTheChain) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  EXPECT_EQ(send("10880000 02 AAAA"), "9000");
  card->reset();
  EXPECT_EQ(send("00A4040C 06 D27600012401"), "9000");
  EXPECT_EQ(send("00880000 02 BBBB 00"), "DEAD9000");
  EXPECT_EQ(hex(vault.last<vault::Sign>()->data), "BBBB");
}

TEST_F(CardTransport, LongResponsesComeInParts) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  vault.result.assign(600, 0x42);
  EXPECT_EQ(send("00880000 01 AA 00"), repeated("42", 256) + "6100");
  EXPECT_EQ(send("00C00000 00"), repeated("42", 256) + "6158");
  EXPECT_EQ(send("00C00000 50"), repeated("42", 0x50) + "6108");
  EXPECT_EQ(send("00C00000 00"), repeated("42", 8) + "9000");
  EXPECT_EQ(send("00C00000 00"), "6985");
  EXPECT_EQ(send("00880000 00 0001 AA 0000"), repeated("42", 600) + "9000");
  EXPECT_EQ(send("00880000 00 0001 AA 0258"), repeated("42", 600) + "9000");
  EXPECT_EQ(send("00880000 00 0001 AA 0200"), repeated("42", 512) + "6158");
}

TEST_F(CardTransport, AnyCommandForgetsTheRestOfAResponse) {
  insert_selected();
  const std::string aid = "D276000124010304FF00AABBCCDD0000";
  for (const char* between : {"00CA0093 00", "00", "80CA0093", "00A4040C06D27600012401"}) {
    EXPECT_EQ(send("00CA004F 04"), aid.substr(0, 8) + "610C");
    send(between);
    EXPECT_EQ(send("00C00000 00"), "6985") << between;
  }
  EXPECT_EQ(send("00CA004F 04"), aid.substr(0, 8) + "610C");
  EXPECT_EQ(send("00C00001 00"), "6A86");
  EXPECT_EQ(send("00C00000 0C"), aid.substr(8) + "9000");
  EXPECT_EQ(send("00CA004F 04"), aid.substr(0, 8) + "610C");
  card->reset();
  EXPECT_EQ(send("00C00000 00"), "6985");
}

TEST_F(CardTransport, OneCommandAtATime) {
  insert_selected();
  console_unlock(vault::kDecAndAut, "dec-word");
  std::optional<std::string> first, second;
  submit("00880000 01 AA 00", first);
  submit("00CA0093 00", second);
  EXPECT_EQ(second, "6F00");
  EXPECT_FALSE(first.has_value());
  vault.run();
  EXPECT_EQ(first, "DEAD9000");
}

TEST_F(CardTransport, AReplyMayBringTheNextCommand) {
  insert_selected();
  std::string next;
  const auto counter = bytes("00CA009300");
  card->process(counter, [&](const std::vector<std::uint8_t>&) {
    card->process(counter,
                  [&](const std::vector<std::uint8_t>& response) { next = hex(response); });
  });
  EXPECT_EQ(next, "0000009000");
}

}  // namespace
}  // namespace gokey::testing
