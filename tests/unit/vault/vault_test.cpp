// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the vault does with locks, signatures, SNVS modes and the host key.
#include <algorithm>

#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::SaveFault;
using testing::secret;
using testing::unlock;
using vault::KeyChange;
using vault::KeyUse;
using vault::Outcome;
using vault::Sign;
using vault::SnvsMode;

constexpr std::string_view kRight = "ed25519 passphrase";
const std::vector<std::uint8_t> kMessage{1, 2, 3};

TEST(FactoryState, HasNoKeysButAHostKey) {
  Bench bench;
  ASSERT_EQ(bench.start(), vault::VaultState::kFactory);
  const auto response = bench.ask(vault::Describe{});
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_FALSE(response.record);
  EXPECT_FALSE(response.snapshot.provisioned);
  EXPECT_EQ(response.snapshot.tries_left, 3);
  EXPECT_EQ(bench.ask(vault::Initialise{}).outcome, Outcome::kNotProvisioned);
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "x")).outcome, Outcome::kNotProvisioned);
  EXPECT_EQ(bench.ask(vault::Lock{vault::kAllKeys}).outcome, Outcome::kNotProvisioned);
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kNotProvisioned);
  EXPECT_EQ(bench.ask(vault::Decipher{KeyUse::kDecryption, kMessage}).outcome,
            Outcome::kNotProvisioned);
  EXPECT_EQ(bench.ask(vault::TakeHostKey{}).data.size(), 32U);
  EXPECT_TRUE(bench.store.values.empty());
}

TEST(Unlock, SaysWhatBecameOfEachKey) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  auto response = bench.ask(unlock({KeyUse::kAuthentication}, kRight));
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_EQ(response.changes,
            (std::array{KeyChange::kNone, KeyChange::kNone, KeyChange::kUnlocked}));
  response = bench.ask(unlock(vault::kAllKeys, kRight));
  EXPECT_EQ(response.changes,
            (std::array{KeyChange::kUnlocked, KeyChange::kUnlocked, KeyChange::kAlreadyUnlocked}));
  response = bench.ask(vault::Lock{vault::kDecAndAut});
  EXPECT_EQ(response.changes,
            (std::array{KeyChange::kNone, KeyChange::kLocked, KeyChange::kLocked}));
  EXPECT_FALSE(response.snapshot.keys[0].locked);
  EXPECT_TRUE(response.snapshot.keys[1].locked);
  response = bench.ask(vault::Lock{vault::kAllKeys});
  EXPECT_EQ(response.changes,
            (std::array{KeyChange::kLocked, KeyChange::kAlreadyLocked, KeyChange::kAlreadyLocked}));
}

TEST(Unlock, OfAKeyThatIsNotThere) {
  Bench bench;
  ASSERT_TRUE(bench.provision("primary-only.asc"));
  ASSERT_TRUE(bench.start());
  auto response = bench.ask(unlock(vault::kDecAndAut, "primary passphrase"));
  EXPECT_EQ(response.outcome, Outcome::kNoKey);
  EXPECT_EQ(response.changes[1], KeyChange::kMissing);
  response = bench.ask(unlock(vault::kAllKeys, "primary passphrase"));
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_EQ(response.changes,
            (std::array{KeyChange::kUnlocked, KeyChange::kMissing, KeyChange::kMissing}));
  EXPECT_EQ(bench.ask(vault::Decipher{KeyUse::kDecryption, kMessage}).outcome, Outcome::kNoKey);
  EXPECT_EQ(bench.ask(vault::Lock{vault::kDecAndAut}).outcome, Outcome::kNoKey);
  EXPECT_EQ(bench.ask(unlock({}, "primary passphrase")).outcome, Outcome::kBadData);
  EXPECT_EQ(bench.ask(vault::Lock{}).outcome, Outcome::kBadData);
}

TEST(Unlock, KeysWithoutPassphraseAreNeverLocked) {
  Bench bench;
  ASSERT_TRUE(bench.provision("unprotected.asc"));
  ASSERT_TRUE(bench.start());
  auto response = bench.ask(vault::Lock{vault::kAllKeys});
  EXPECT_EQ(response.changes[0], KeyChange::kNoPassphrase);
  EXPECT_FALSE(response.snapshot.keys[0].locked);
  for (int i = 0; i < 2; ++i) {
    response = bench.ask(Sign{KeyUse::kSignature, kMessage});
    EXPECT_EQ(response.outcome, Outcome::kDone);
    EXPECT_EQ(response.changes[0], KeyChange::kNoPassphrase);
  }
  response = bench.ask(unlock(vault::kAllKeys, "anything"));
  EXPECT_EQ(response.changes[0], KeyChange::kAlreadyUnlocked);
}

TEST(Signature, CountsAndLocksAgain) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kLocked);
  ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, kRight)).outcome, Outcome::kDone);
  const auto response = bench.ask(Sign{KeyUse::kSignature, kMessage});
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_EQ(response.changes[0], KeyChange::kLocked);
  EXPECT_EQ(response.snapshot.signatures, 1U);
  EXPECT_TRUE(response.snapshot.keys[0].locked);
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.signatures, 1U);
}

TEST(Signature, AFailedAttemptLocksAgainAndDoesNotCount) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, kRight)).outcome, Outcome::kDone);
  const auto response = bench.ask(Sign{KeyUse::kSignature, {}});
  EXPECT_EQ(response.outcome, Outcome::kBadData);
  EXPECT_EQ(response.changes[0], KeyChange::kLocked);
  EXPECT_EQ(response.snapshot.signatures, 0U);
}

TEST(Signature, StaysUnlockedWhereTheRecordSaysSo) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc", SnvsMode::kNone, true));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, kRight)).outcome, Outcome::kDone);
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kDone);
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kDone);
}

TEST(Signature, DoesNotLeaveWithoutBeingCounted) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    Bench bench;
    ASSERT_TRUE(bench.provision("ed25519.asc"));
    ASSERT_TRUE(bench.start());
    ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, kRight)).outcome, Outcome::kDone);
    bench.store.fail(1, fault);
    const auto response = bench.ask(Sign{KeyUse::kSignature, kMessage});
    EXPECT_EQ(response.outcome, Outcome::kStorage);
    EXPECT_TRUE(response.data.empty());
    EXPECT_TRUE(response.snapshot.keys[0].locked);
  }
}

TEST(Authentication, NeitherCountsNorLocks) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kDecAndAut, kRight)).outcome, Outcome::kDone);
  for (int i = 0; i < 2; ++i) {
    const auto response = bench.ask(Sign{KeyUse::kAuthentication, kMessage});
    EXPECT_EQ(response.outcome, Outcome::kDone);
    EXPECT_EQ(response.snapshot.signatures, 0U);
  }
  EXPECT_EQ(bench.ask(vault::Decipher{KeyUse::kSignature, kMessage}).outcome, Outcome::kRefused);
}

TEST(Snvs, SaysWhetherTheStorageIsSecure) {
  for (const SnvsMode mode : {SnvsMode::kNone, SnvsMode::kOn}) {
    Bench bench;
    ASSERT_TRUE(bench.provision("ed25519.asc", mode));
    ASSERT_TRUE(bench.start());
    const auto response = bench.ask(vault::Initialise{});
    EXPECT_EQ(response.outcome, Outcome::kAlreadyInitialised);
    EXPECT_EQ(response.snapshot.secure_storage, mode == SnvsMode::kOn);
  }
}

TEST(Snvs, SshStartsUninitialised) {
  Bench bench;
  ASSERT_TRUE(bench.provision("unprotected.asc", SnvsMode::kSsh));
  ASSERT_TRUE(bench.start());
  auto response = bench.ask(Sign{KeyUse::kSignature, kMessage});
  EXPECT_EQ(response.outcome, Outcome::kNotInitialised);
  EXPECT_TRUE(response.snapshot.secure_storage);
  EXPECT_FALSE(response.snapshot.initialised);
  EXPECT_TRUE(response.snapshot.keys[0].locked);
  response = bench.ask(vault::Initialise{});
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_TRUE(response.snapshot.initialised);
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kDone);
}

TEST(Snvs, SshIsInitialisedByTheFirstUnlock) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc", SnvsMode::kSsh));
  ASSERT_TRUE(bench.start());
  const auto response = bench.ask(unlock(vault::kSigOnly, "wrong"));
  EXPECT_EQ(response.outcome, Outcome::kWrongPassphrase);
  EXPECT_TRUE(response.snapshot.initialised);
}

TEST(HostKey, IsGivenOnceAndIsTheSameAtEveryStart) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  const auto first = bench.ask(vault::TakeHostKey{});
  EXPECT_EQ(first.outcome, Outcome::kDone);
  EXPECT_FALSE(first.host_key_is_pem);
  EXPECT_EQ(bench.ask(vault::TakeHostKey{}).outcome, Outcome::kRefused);
  ASSERT_TRUE(bench.start());
  EXPECT_TRUE(std::ranges::equal(bench.ask(vault::TakeHostKey{}).data.bytes(), first.data.bytes()));
}

TEST(HostKey, OfTheRecordIsGivenAsItCame) {
  Bench bench;
  const std::string pem =
      "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n";
  vault::ProvisionInput input;
  input.host_key_pem = secret(pem);
  ASSERT_TRUE(vault::provision(bench.store, bench.device, bench.random, input));
  ASSERT_TRUE(bench.start());
  const auto response = bench.ask(vault::TakeHostKey{});
  EXPECT_TRUE(response.host_key_is_pem);
  EXPECT_EQ(wire::as_text(response.data.bytes()), pem);
}

TEST(Random, OnceItFailedNoKeyIsUsed) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, kRight)).outcome, Outcome::kDone);
  bench.random.failed = true;
  bench.random.drawn = 0;
  const auto before = bench.store.values;
  EXPECT_EQ(bench.ask(Sign{KeyUse::kSignature, kMessage}).outcome, Outcome::kNoRandom);
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, kRight)).outcome, Outcome::kNoRandom);
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "wrong")).outcome, Outcome::kNoRandom);
  EXPECT_EQ(bench.ask(vault::FidoMake{}).outcome, Outcome::kNoRandom);
  EXPECT_EQ(bench.ask(vault::FidoReset{}).outcome, Outcome::kNoRandom);
  // It can still be looked at, and locked.
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.tries_left, 3);
  EXPECT_TRUE(bench.ask(vault::Describe{}).record);
  EXPECT_EQ(bench.ask(vault::TakeHostKey{}).outcome, Outcome::kDone);
  EXPECT_EQ(bench.ask(vault::Lock{vault::kAllKeys}).outcome, Outcome::kDone);
  EXPECT_EQ(bench.random.drawn, 0);
  EXPECT_EQ(bench.store.values, before);
}

TEST(Random, ThatFailsAtTheStartLeavesTheCardUninitialised) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  bench.random.failed = true;
  bench.random.drawn = 0;
  ASSERT_EQ(bench.start(), vault::VaultState::kProvisioned);
  EXPECT_FALSE(bench.ask(vault::Refresh{}).snapshot.initialised);
  EXPECT_EQ(bench.ask(vault::Initialise{}).outcome, Outcome::kNoRandom);
  EXPECT_EQ(bench.random.drawn, 0);
}

TEST(Vault, RefusesEverythingUntilOpened) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  bench.token.emplace(bench.store, bench.device, bench.clock, bench.random);
  EXPECT_EQ(bench.ask(vault::TakeHostKey{}).outcome, Outcome::kRefused);
  bench.store.load_fails = true;
  EXPECT_EQ(bench.token->open(), std::unexpected(vault::OpenError::kStore));
  EXPECT_EQ(bench.ask(vault::Refresh{}).outcome, Outcome::kRefused);
  // The console is to say what is wrong.
  EXPECT_EQ(bench.ask(vault::TakeHostKey{}).outcome, Outcome::kDone);
}

}  // namespace
}  // namespace gokey
