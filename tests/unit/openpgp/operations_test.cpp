// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "card_fixture.h"

namespace gokey::testing {
namespace {

class CardOperations : public CardTest {
 protected:
  // What the vault was asked to decipher.
  std::string cryptogram() {
    const auto* asked = vault.last<vault::Decipher>();
    return asked ? hex(asked->data) : "nothing";
  }
  void insert_open(vault::PublicRecord record = ada()) {
    insert_selected(std::move(record));
    console_unlock(vault::kAllKeys, "dec-word");
    console_unlock(vault::kSigOnly, "sig-word");
    vault.asked.clear();
  }
  vault::PublicRecord with_decryption(vault::KeyInfo info) {
    auto record = ada();
    record.keys[1] = std::move(info);
    return record;
  }
};

TEST_F(CardOperations, RsaCryptogramComesAfterAPaddingIndicator) {
  insert_open();
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "DEAD9000");
  EXPECT_EQ(cryptogram(), repeated("55", 256));
  EXPECT_EQ(send("002A8086 00 0101 02" + repeated("55", 256) + "0100"), "6A80");
  EXPECT_EQ(send("002A8086 00 0101 01" + repeated("55", 256) + "0100"), "6A80");
  EXPECT_EQ(send("002A8086 00"), "6A80");
}

TEST_F(CardOperations, EcdhPointOfP256) {
  insert_open(with_decryption(ec_key(vault::Algorithm::kNistP256, 65, 0xE2)));
  const std::string point = "04" + repeated("66", 64);
  EXPECT_EQ(send("002A8086 48 A646 7F4943 8641" + point + "00"), "DEAD9000");
  EXPECT_EQ(cryptogram(), point);
}

TEST_F(CardOperations, EcdhPointOfP521NeedsLongLengths) {
  insert_open(with_decryption(ec_key(vault::Algorithm::kNistP521, 133, 0xE2)));
  const std::string point = "04" + repeated("66", 132);
  EXPECT_EQ(send("002A8086 8F A6818C 7F498188 868185" + point + "00"), "DEAD9000");
  EXPECT_EQ(cryptogram(), point);
}

TEST_F(CardOperations, X25519WithAndWithoutPrefix) {
  insert_open(with_decryption(ec_key(vault::Algorithm::kX25519, 32, 0xE2)));
  EXPECT_EQ(send("002A8086 27 A625 7F4922 8620" + repeated("66", 32) + "00"), "DEAD9000");
  EXPECT_EQ(cryptogram(), repeated("66", 32));
  EXPECT_EQ(send("002A8086 28 A626 7F4923 8621 40" + repeated("66", 32) + "00"), "DEAD9000");
  EXPECT_EQ(cryptogram(), repeated("66", 32));
  // A native point may itself start with 40.
  EXPECT_EQ(send("002A8086 27 A625 7F4922 8620 40" + repeated("66", 31) + "00"), "DEAD9000");
  EXPECT_EQ(cryptogram(), "40" + repeated("66", 31));
}

TEST_F(CardOperations, EcdhDataThatLies) {
  insert_open(with_decryption(ec_key(vault::Algorithm::kNistP256, 65, 0xE2)));
  for (const char* data :
       {"02 A646", "02 A600", "03 A6820F", "06 A6047F498643", "07 A6057F49028605", "04 A6827F49",
        "01 A6", "05 7F49028600", "06 A6047F490186", "06 A682FFFF7F49", "05 A683000001"}) {
    EXPECT_EQ(send("002A8086" + std::string(data) + "00"), "6A80") << data;
  }
  EXPECT_TRUE(vault.asked.empty());
}

TEST_F(CardOperations, FailuresOfDecipheringLookTheSame) {
  insert_open();
  vault.outcome = vault::Outcome::kFailed;
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "6A80");
  vault.outcome = vault::Outcome::kBadData;
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "6A80");
}

TEST_F(CardOperations, EnvironmentChoosesBetweenKeys2And3) {
  insert_open();
  EXPECT_EQ(send("002241A4 03 830102"), "9000");
  EXPECT_EQ(send("00880000 02 ABCD 00"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Sign>()->use, kDec);
  EXPECT_EQ(send("002241A4 03 830103"), "9000");
  EXPECT_EQ(send("00880000 02 ABCD 00"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Sign>()->use, kAut);
  // One does not touch the other, and a new selection starts from the beginning.
  EXPECT_EQ(send("002241B8 03 830103"), "9000");
  EXPECT_EQ(send("00880000 02 ABCD 00"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Sign>()->use, kAut);
  EXPECT_EQ(send("00A4040C 06 D27600012401"), "9000");
  EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), "DEAD9000");
  EXPECT_EQ(vault.last<vault::Decipher>()->use, kDec);
}

TEST_F(CardOperations, EnvironmentRefusesOtherKeysAndTemplates) {
  insert_open();
  EXPECT_EQ(send("002241B8 03 830101"), "6A80");
  EXPECT_EQ(send("002241B8 03 830104"), "6A80");
  EXPECT_EQ(send("002241B8 04 83020002"), "6A80");
  EXPECT_EQ(send("002241B8 03 840102"), "6A80");
  EXPECT_EQ(send("002241B8"), "6A80");
  EXPECT_EQ(send("002241B6 03 830102"), "6A86");
  EXPECT_EQ(send("002281B8 03 830102"), "6A86");
}

TEST_F(CardOperations, OtherSecurityOperationsAreNamedInTheLog) {
  insert_open();
  EXPECT_EQ(send("002A0000 01 AA 00"), "6A86");
  EXPECT_EQ(send("002A8680 10" + repeated("00", 16) + "00"), "6A86");
  EXPECT_EQ(notes, (std::vector<std::string>{"unsupported PSO 0000", "unsupported PSO 8680"}));
}

TEST_F(CardOperations, NothingToSign) {
  insert_open();
  EXPECT_EQ(send("002A9E9A 00"), "6A80");
  EXPECT_EQ(send("00880000 00"), "6A80");
  EXPECT_EQ(send("00880001 01 AA 00"), "6A86");
  EXPECT_TRUE(vault.asked.empty());
}

TEST_F(CardOperations, MissingKeysAreNamedInTheLog) {
  auto record = ada();
  for (auto& key : record.keys) key.reset();
  insert_selected(record);
  EXPECT_EQ(send("002A9E9A 01 AA 00"), "6A88");
  EXPECT_EQ(send("002A8086 01 00 00"), "6A88");
  EXPECT_EQ(send("00880000 01 AA 00"), "6A88");
  EXPECT_EQ(notes,
            (std::vector<std::string>{"missing private key for PSO:COMPUTE DIGITAL SIGNATURE",
                                      "missing private key for PSO:DEC",
                                      "missing private key for INTERNAL AUTHENTICATE"}));
}

TEST_F(CardOperations, Challenges) {
  insert_selected();
  EXPECT_EQ(send("00840000 04"), "000102039000");
  EXPECT_EQ(send("00840000 00").size(), (256U + 2U) * 2U);
  EXPECT_EQ(send("00840000 00 0400").size(), (1024U + 2U) * 2U);
  EXPECT_EQ(send("00840000 00 0000").size(), (1024U + 2U) * 2U);
  EXPECT_EQ(send("00840000 00 0401"), "6700");
  EXPECT_EQ(send("00840000"), "6700");
  EXPECT_EQ(send("00840000 01 AA 04"), "6700");
  EXPECT_EQ(send("00840100 04"), "6A86");
}

// A provisioned token takes neither keys nor data nor new passphrases.
TEST_F(CardOperations, PersonalisationIsRefused) {
  insert_open();
  EXPECT_EQ(send("00DA005E 01 41"), "6982");
  EXPECT_EQ(send("00DA00C4 01 01"), "6982");
  EXPECT_EQ(send("00DB3FFF 04 4D02B600"), "6982");
  EXPECT_EQ(send("00478000 02 B600 00"), "6982");
  EXPECT_EQ(send("002C0281 06 313233343536"), "6982");
  EXPECT_EQ(send("00240081 0C 313233343536313233343536"), "6985");
  EXPECT_EQ(send("00E60000"), "6985");
  EXPECT_EQ(send("00440000"), "6985");
  EXPECT_TRUE(vault.asked.empty());
  EXPECT_EQ(notes[0], "unsupported INS da");
  EXPECT_EQ(notes[5], "unsupported INS 24");
}

}  // namespace
}  // namespace gokey::testing
