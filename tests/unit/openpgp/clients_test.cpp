// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What GnuPG 2.2.40 and OpenSC 0.23 send, command by command.
#include "card_fixture.h"

namespace gokey::testing {
namespace {

class CardClients : public CardTest {};

const std::string kAid = "D276000124010304FF00AABBCCDD0000";
const std::string kHistorical = "0031F573C001E0009000";
const std::string kC0 = "40000400080008000001";

std::string discretionary() {
  return "73 81CB C00A" + kC0 + "C106010800002000 C206010800002000 C306010800002000" +
         "C407 007F7F7F030000" + "C53C" + repeated("A1", 20) + repeated("A2", 20) +
         repeated("A3", 20) + "C63C" + repeated("00", 60) + "CD0C 6A0F5BA1 6A0F5BA2 6A0F5BA3" +
         "DE06 010202020302" + "D6020020 D7020020 D8020020";
}

std::string application_related() {
  return "6E 81FE 4F10" + kAid + "5F520A" + kHistorical + "7F6608 0202080002020800" +
         "7F7403 810100" + discretionary();
}

std::string plain(std::string_view spaced) { return hex(bytes(spaced)); }

TEST_F(CardClients, GpgCardStatus) {
  insert();
  EXPECT_EQ(hex(card->atr()), "3BDA18FF81B1FE751F030031F573C001E00090009C");
  EXPECT_EQ(send("00A4000C 02 3F00"), "6A82");
  EXPECT_EQ(send("00A40400 06 D27600012401"), "6F128410" + kAid + "9000");
  EXPECT_EQ(send("00CA004F 00"), kAid + "9000");
  EXPECT_EQ(send("00CA5F52 00"), kHistorical + "9000");
  EXPECT_EQ(send("00CA00C4 00"), "007F7F7F0300009000");
  // 257 bytes: with a short Le the last one has to be fetched.
  const std::string related = plain(application_related());
  EXPECT_EQ(send("00CA006E 00"), related.substr(0, 512) + "6101");
  EXPECT_EQ(send("00C00000 01"), related.substr(512) + "9000");
  EXPECT_EQ(send("00CA7F74 00"), "8101009000");
  EXPECT_EQ(send("00CA005E 00 0800"), "9000");
  EXPECT_EQ(send("00CA0065 00"),
            plain("65 18 5B0D 4C6F76656C6163653C3C416461 5F2D02656E 5F350132 9000"));
  EXPECT_EQ(send("00CA5F50 00 0800"),
            hex(std::vector<std::uint8_t>{'h', 't', 't', 'p', 's', ':', '/', '/', 'e',
                                          'x', 'a', 'm', 'p', 'l', 'e', '.', 'o', 'r',
                                          'g', '/', 'a', 'd', 'a', '.', 'a', 's', 'c'}) +
                "9000");
  EXPECT_EQ(send("00CA007A 00"), "7A0593030000009000");
  const std::string key_end = "82030100019000";
  EXPECT_EQ(send("00478100 00 0002 B600 010F"),
            "7F4982010981820100" + repeated("A1", 256) + key_end);
  EXPECT_EQ(send("00478100 00 0002 B800 010F"),
            "7F4982010981820100" + repeated("A2", 256) + key_end);
  EXPECT_EQ(send("00478100 00 0002 A400 010F"),
            "7F4982010981820100" + repeated("A3", 256) + key_end);
  EXPECT_TRUE(notes.empty());
}

TEST_F(CardClients, OpenscReadsTheCardAndItsEmptyCertificates) {
  insert();
  // The drivers before openpgp probe for their own applications.
  EXPECT_EQ(send("00A40400 0B E82B0601040181C31F0201 00"), "6A82");
  EXPECT_EQ(send("00A40400 09 A00000030800001000 00"), "6A82");
  EXPECT_EQ(send("00A40400 06 D27600012401 00"), "6F128410" + kAid + "9000");
  EXPECT_EQ(send("00CA5F52 00"), kHistorical + "9000");
  EXPECT_EQ(send("00CA00FA 00"),
            plain("FA18 C106010800002000 C206010800002000 C306010800002000 9000"));
  EXPECT_EQ(send("00CA006E 00 2000"), plain(application_related()) + "9000");
  // pkcs15-openpgp.c takes any error of SELECT DATA for the end of the card, and no data for no
  // certificate.
  for (const char* occurrence : {"00", "01", "02"}) {
    EXPECT_EQ(send("00A5" + std::string(occurrence) + "04 06 60045C027F21"), "9000");
    EXPECT_EQ(send("00CA7F21 00 0800"), "9000");
  }
  EXPECT_EQ(send("00200081"), "63C3");
  EXPECT_EQ(send("00200082"), "63C3");
  EXPECT_EQ(send("00200083"), "6983");
}

TEST_F(CardClients, OpenscLogsInSignsAndLogsOut) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_EQ(send("00200082"), "9000");
  EXPECT_EQ(send("002241B8 03 830103"), "9000");
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Decipher>()->use, kAut);
  EXPECT_EQ(send("002241B8 03 830102"), "9000");
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Decipher>()->use, kDec);
  // C_Logout fails unless all three succeed.
  EXPECT_EQ(send("0020FF81"), "9000");
  EXPECT_EQ(send("0020FF82"), "9000");
  EXPECT_EQ(send("0020FF83"), "9000");
  EXPECT_EQ(send("00200082"), "63C3");
}

TEST_F(CardClients, GpgSignsWithForcedPin) {
  insert_selected();
  const std::string digest_info = "3031300D060960864801650304020105000420" + repeated("77", 32);
  EXPECT_EQ(send("002A9E9A 33" + digest_info + "00"), "6982");
  EXPECT_EQ(verify("81", "sig-word"), "9000");
  EXPECT_EQ(send("00200081"), "9000");
  EXPECT_EQ(send("002A9E9A 33" + digest_info + "00"), "DEAD9000");
  ASSERT_NE(vault.last<vault::Sign>(), nullptr);
  EXPECT_EQ(vault.last<vault::Sign>()->use, kSig);
  EXPECT_EQ(hex(vault.last<vault::Sign>()->data), digest_info);
  EXPECT_EQ(send("00CA007A 00"), "7A0593030000019000");
  EXPECT_EQ(send("00200081"), "63C3");
  EXPECT_EQ(send("002A9E9A 33" + digest_info + "00"), "6982");
}

TEST_F(CardClients, SshSignsAWholeMessageWithEd25519) {
  auto record = ada();
  record.keys[2] = ec_key(vault::Algorithm::kEd25519, 32, 0xE3);
  insert_selected(record);
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_EQ(send("00880000 00 0150" + repeated("41", 0x150) + "0000"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Sign>()->use, kAut);
  EXPECT_EQ(vault.last<vault::Sign>()->data.size(), 0x150U);
}

}  // namespace
}  // namespace gokey::testing
