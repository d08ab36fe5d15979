// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Passphrases: what VERIFY opens, what it costs, and what closes it again.
#include "card_fixture.h"

namespace gokey::testing {
namespace {

class CardVerify : public CardTest {};

TEST_F(CardVerify, Reference81OpensTheSignatureKeyAlone) {
  insert_selected();
  EXPECT_EQ(verify("81", "sig-word"), "9000");
  EXPECT_FALSE(vault.locked(kSig));
  EXPECT_TRUE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
}

TEST_F(CardVerify, Reference82OpensDecryptionAndAuthentication) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_TRUE(vault.locked(kSig));
  EXPECT_FALSE(vault.locked(kDec));
  EXPECT_FALSE(vault.locked(kAut));
}

TEST_F(CardVerify, AWrongPassphraseCostsOneTryWhateverTheNumberOfKeys) {
  insert_selected();
  EXPECT_EQ(verify("82", "wrong!"), "63C2");
  EXPECT_EQ(send("00200082"), "63C2");
  EXPECT_EQ(send("00200081"), "63C2");
  EXPECT_EQ(send("00CA00C4 00"), "007F7F7F0200009000");
  EXPECT_EQ(verify("81", "sig-word"), "9000");
  EXPECT_EQ(send("00CA00C4 00"), "007F7F7F0300009000");
}

TEST_F(CardVerify, IsBlockedDuringTheDelayAndAllowsOneTryAfterIt) {
  insert_selected();
  EXPECT_EQ(verify("81", "wrong1"), "63C2");
  EXPECT_EQ(verify("81", "wrong2"), "63C1");
  EXPECT_EQ(verify("81", "wrong3"), "63C0");
  EXPECT_EQ(send("00200081"), "6983");
  EXPECT_EQ(verify("81", "sig-word"), "6983");
  EXPECT_EQ(verify("82", "dec-word"), "6983");
  clock.now = 61000;
  EXPECT_EQ(send("00200081"), "63C1");
}

TEST_F(CardVerify, OneOfTwoPassphrasesBehind82IsASuccess) {
  insert_selected();
  vault.passphrases[2] = "aut-word";
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_FALSE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
  EXPECT_EQ(send("00200082"), "9000");
  EXPECT_EQ(verify("82", "aut-word"), "9000");
  EXPECT_FALSE(vault.locked(kAut));
}

TEST_F(CardVerify, AKeyThatTheConsoleOpenedAcceptsAnyPassphrase) {
  insert_selected();
  console_unlock(vault::kSigOnly, "sig-word");
  EXPECT_EQ(send("00200081"), "9000");
  const std::size_t asked = vault.asked.size();
  EXPECT_EQ(verify("81", "123456"), "9000");
  EXPECT_EQ(vault.asked.size(), asked);  // nothing was checked, so nothing was counted
  EXPECT_EQ(send("002A9E9A 01 AA 00"), "DEAD9000");
}

TEST_F(CardVerify, PassphrasesOf127BytesAndNoLonger) {
  insert_selected();
  vault.passphrases[0] = std::string(127, 'x');
  EXPECT_EQ(send("00200081 80" + repeated("78", 128)), "6A80");
  EXPECT_EQ(send("00200081 7F" + repeated("78", 127)), "9000");
}

TEST_F(CardVerify, ParametersAndMissingKeys) {
  auto record = ada();
  record.keys[0].reset();
  insert_selected(record);
  EXPECT_EQ(verify("81", "sig-word"), "6A88");
  EXPECT_EQ(send("00200081"), "6A88");
  EXPECT_EQ(notes, (std::vector<std::string>{"missing key for VERIFY", "missing key for VERIFY"}));
  EXPECT_EQ(send("0020FF81"), "9000");
  EXPECT_EQ(verify("80", "dec-word"), "6A88");
  EXPECT_EQ(verify("84", "dec-word"), "6A88");
  EXPECT_EQ(send("00200182 06 313233343536"), "6A86");
  EXPECT_EQ(send("0020FF82 06 313233343536"), "6700");
  EXPECT_EQ(verify("83", "12345678"), "6983");
  EXPECT_EQ(send("0020FF83"), "9000");
}

TEST_F(CardVerify, TakingBackLocksAlsoWhatTheConsoleOpened) {
  insert_selected();
  EXPECT_EQ(verify("81", "sig-word"), "9000");
  console_unlock(vault::kDecAndAut, "dec-word");
  EXPECT_EQ(send("0020FF81"), "9000");
  EXPECT_TRUE(vault.locked(kSig));
  EXPECT_EQ(send("0020FF82"), "9000");
  EXPECT_TRUE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
}

TEST_F(CardVerify, ResetAndPowerOffLockWhatVerifyOpened) {
  for (const bool power : {false, true}) {
    insert_selected();
    console_unlock(vault::kSigOnly, "sig-word");
    EXPECT_EQ(verify("82", "dec-word"), "9000");
    power ? card->power_off() : card->reset();
    vault.run();
    EXPECT_FALSE(vault.locked(kSig));
    EXPECT_TRUE(vault.locked(kDec));
    EXPECT_TRUE(vault.locked(kAut));
    EXPECT_EQ(send("00200081"), "6985");  // no longer selected
  }
}

TEST_F(CardVerify, AnotherApplicationLocksWhatVerifyOpened) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_EQ(send("00A40400 06 D27600012401"), "6F128410D276000124010304FF00AABBCCDD00009000");
  EXPECT_FALSE(vault.locked(kDec));
  EXPECT_EQ(send("00A40400 0B E82B0601040181C31F0201 00"), "6A82");
  EXPECT_TRUE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
  EXPECT_EQ(send("00200082"), "63C3");
}

TEST_F(CardVerify, TheConsoleTakesOverAKeyThatVerifyOpened) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  console_unlock({kDec}, "dec-word");
  card->reset();
  vault.run();
  EXPECT_FALSE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
}

TEST_F(CardVerify, AKeyLockedMeanwhileIsNotLockedTwice) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  console(vault::Lock{vault::kAllKeys});
  console_unlock(vault::kAllKeys, "dec-word");
  card->reset();
  vault.run();
  EXPECT_FALSE(vault.locked(kDec));
}

// The reader is pulled while the vault derives the key.
TEST_F(CardVerify, AResetDuringVerifyLeavesNothingOpen) {
  insert_selected();
  std::optional<std::string> answer;
  submit("00200082 08 6465632D776F7264", answer);
  EXPECT_TRUE(card->busy());
  card->power_off();
  EXPECT_FALSE(card->busy());
  vault.run();
  EXPECT_FALSE(answer.has_value());
  EXPECT_TRUE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
}

TEST_F(CardVerify, ANewSessionsVerifyCountsAfterAResetDuringTheOldOne) {
  insert_selected();
  std::optional<std::string> old_answer, answer;
  submit("00200082 08 6465632D776F7264", old_answer);
  card->reset();
  submit("00A4040C 06 D27600012401", answer);
  submit("00200082 08 6465632D776F7264", answer);
  vault.run();
  EXPECT_FALSE(old_answer.has_value());
  EXPECT_EQ(answer, "9000");
  EXPECT_FALSE(vault.locked(kDec));
}

// The vault is slow: the new session must not see what the old one had open.
TEST_F(CardVerify, ASessionsKeysAreClosedForTheNextOneAtOnce) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  card->reset();
  std::optional<std::string> answer;
  submit("00A4040C 06 D27600012401", answer);
  submit("00200082", answer);
  EXPECT_EQ(answer, "63C3");
  submit("00200082 06 77726F6E6721", answer);
  vault.run();
  EXPECT_EQ(answer, "63C2");
  EXPECT_TRUE(vault.locked(kDec));
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_EQ(send("00200082"), "9000");
}

TEST_F(CardVerify, OutcomesOfTheVault) {
  insert_selected();
  console_unlock(vault::kAllKeys, "dec-word");
  struct Row {
    vault::Outcome outcome;
    const char* sign;
    const char* decipher;
  };
  const Row rows[] = {{vault::Outcome::kNoKey, "6A88", "6A88"},
                      {vault::Outcome::kLocked, "6982", "6982"},
                      {vault::Outcome::kBadData, "6A80", "6A80"},
                      {vault::Outcome::kFailed, "6F00", "6A80"},
                      {vault::Outcome::kWrongAlgorithm, "6985", "6985"},
                      {vault::Outcome::kStorage, "6581", "6581"},
                      {vault::Outcome::kNotInitialised, "6985", "6985"},
                      {vault::Outcome::kNoRandom, "6F00", "6F00"},
                      {vault::Outcome::kRefused, "6985", "6985"}};
  for (const Row& row : rows) {
    vault.outcome = row.outcome;
    EXPECT_EQ(send("00880000 01 AA 00"), row.sign);
    EXPECT_EQ(send("002A8086 00 0101 00" + repeated("55", 256) + "0100"), row.decipher);
  }
}

class ClassicCard : public CardTest {
 protected:
  ClassicCard() : CardTest({.classic = true}) {}
};

TEST_F(ClassicCard, Reference82OpensDecryptionAlone) {
  insert_selected();
  EXPECT_EQ(verify("82", "dec-word"), "9000");
  EXPECT_FALSE(vault.locked(kDec));
  EXPECT_TRUE(vault.locked(kAut));
  EXPECT_EQ(send("0020FF82"), "9000");
  EXPECT_TRUE(vault.locked(kDec));
}

}  // namespace
}  // namespace gokey::testing
