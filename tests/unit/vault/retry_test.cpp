// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Wrong passphrases: counted before they are checked, remembered across restarts and failing
// storage.
#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::SaveFault;
using testing::unlock;
using vault::KeyChange;
using vault::Outcome;

constexpr std::string_view kRight = "ed25519 passphrase";

class Retry : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(bench.provision("ed25519.asc"));
    ASSERT_TRUE(bench.start());
  }
  Outcome try_wrong(vault::KeySet keys = vault::kSigOnly) {
    return bench.ask(unlock(keys, "wrong")).outcome;
  }
  Outcome try_right(vault::KeySet keys = vault::kSigOnly) {
    return bench.ask(unlock(keys, kRight)).outcome;
  }
  vault::Snapshot now() { return bench.ask(vault::Refresh{}).snapshot; }
  // From the start to the delay of one minute.
  void use_up() {
    for (int i = 0; i < 3; ++i) ASSERT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  }

  Bench bench;
};

TEST_F(Retry, ThreeTriesThenTheRightPassphraseIsNotEvenLookedAt) {
  EXPECT_EQ(now().tries_left, 3);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  EXPECT_EQ(now().tries_left, 2);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  EXPECT_EQ(now().tries_left, 1);
  EXPECT_FALSE(now().retry_at_ms);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  EXPECT_EQ(now().tries_left, 0);
  EXPECT_EQ(now().retry_at_ms, bench.clock.now + 60'000);
  const auto response = bench.ask(unlock(vault::kSigOnly, kRight));
  EXPECT_EQ(response.outcome, Outcome::kRetryDelay);
  EXPECT_EQ(response.changes[0], KeyChange::kBlocked);
}

TEST_F(Retry, DelaysDoubleUpToADay) {
  use_up();
  for (const std::uint64_t minutes :
       {1U, 2U, 4U, 8U, 16U, 32U, 64U, 128U, 256U, 512U, 1024U, 1440U, 1440U, 1440U}) {
    EXPECT_EQ(now().retry_at_ms, bench.clock.now + minutes * 60'000);
    bench.clock.now += minutes * 60'000 - 1;
    EXPECT_EQ(try_right(), Outcome::kRetryDelay);
    bench.clock.now += 1;
    EXPECT_EQ(now().tries_left, 1);
    EXPECT_FALSE(now().retry_at_ms);
    EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
    EXPECT_EQ(now().tries_left, 0);
  }
}

TEST_F(Retry, ARefusedTryNeitherCountsNorRestartsTheDelay) {
  use_up();
  const auto at = now().retry_at_ms;
  const int saves = bench.store.saves;
  for (int i = 0; i < 50; ++i) {
    bench.clock.now += 1000;
    EXPECT_EQ(try_wrong(), Outcome::kRetryDelay);
  }
  EXPECT_EQ(now().retry_at_ms, at);
  EXPECT_EQ(bench.store.saves, saves);
  bench.clock.now = *at;
  EXPECT_EQ(try_right(), Outcome::kDone);
  EXPECT_EQ(now().tries_left, 3);
}

TEST_F(Retry, ARestartForgivesNothing) {
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(now().tries_left, 2);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(now().tries_left, 0);
  EXPECT_EQ(try_right(), Outcome::kRetryDelay);
}

TEST_F(Retry, ARestartBeginsTheDelayAnew) {
  use_up();
  bench.clock.now += 59'000;
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(now().retry_at_ms, bench.clock.now + 60'000);
  bench.wait_minutes(1);
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(now().retry_at_ms, bench.clock.now + 2 * 60'000);
}

TEST_F(Retry, TheRightPassphraseGivesThreeTriesAgain) {
  EXPECT_EQ(try_wrong(), Outcome::kWrongPassphrase);
  EXPECT_EQ(try_right(), Outcome::kDone);
  EXPECT_EQ(now().tries_left, 3);
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(now().tries_left, 3);
}

TEST_F(Retry, SeveralKeysCostOneTry) {
  EXPECT_EQ(try_wrong(vault::kAllKeys), Outcome::kWrongPassphrase);
  EXPECT_EQ(now().tries_left, 2);
}

TEST_F(Retry, AnUnlockedKeyTakesAnythingWithoutACheck) {
  ASSERT_EQ(try_right(), Outcome::kDone);
  const auto response = bench.ask(unlock(vault::kSigOnly, "wrong"));
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_EQ(response.changes[0], KeyChange::kAlreadyUnlocked);
  EXPECT_EQ(now().tries_left, 3);
}

TEST_F(Retry, NoPassphraseCostsNothing) {
  EXPECT_EQ(bench.ask(unlock(vault::kSigOnly, "")).outcome, Outcome::kBadData);
  EXPECT_EQ(now().tries_left, 3);
}

TEST_F(Retry, NothingIsTriedUnlessItWasCounted) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    bench.store.fail(1, fault);
    EXPECT_EQ(try_right(), Outcome::kStorage);
    EXPECT_TRUE(now().keys[0].locked);
  }
}

TEST_F(Retry, AFailureAtAnySaveLosesNoCountedTry) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    for (int at = 1; at <= 3; ++at) {
      SCOPED_TRACE(::testing::Message() << "save " << at);
      Bench fresh;
      ASSERT_TRUE(fresh.provision("ed25519.asc"));
      ASSERT_TRUE(fresh.start());
      fresh.store.fail(at, fault);
      int checked = 0;
      for (int i = 0; i < 3; ++i) {
        const auto response = fresh.ask(unlock(vault::kSigOnly, "wrong"));
        if (response.outcome == Outcome::kWrongPassphrase) ++checked;
      }
      ASSERT_EQ(fresh.start(), vault::VaultState::kProvisioned);
      EXPECT_LE(fresh.ask(vault::Refresh{}).snapshot.tries_left, 3 - checked);
    }
  }
}

TEST_F(Retry, ARightPassphraseThatCannotBeForgivenLeavesTheKeyLocked) {
  bench.store.fail(2, SaveFault::kBefore);
  EXPECT_EQ(try_right(), Outcome::kStorage);
  EXPECT_TRUE(now().keys[0].locked);
  EXPECT_EQ(now().tries_left, 2);
}

// As a simulator of the original firmware counts: in memory, each key that is tried.
class EachKeyCounts final : public vault::RetryPolicy {
 public:
  [[nodiscard]] std::uint8_t tries_left() const override { return left; }
  [[nodiscard]] std::optional<std::uint64_t> retry_at_ms() const override { return {}; }
  [[nodiscard]] bool counts_each_key() const override { return true; }
  std::expected<void, hal::StoreError> count_try() override {
    --left;
    return {};
  }
  std::expected<void, hal::StoreError> forgive() override {
    left = 3;
    return {};
  }
  std::uint8_t left = 3;
};

TEST_F(Retry, APolicyMayCountEachKey) {
  EachKeyCounts policy;
  vault::Vault token(bench.store, bench.device, bench.clock, bench.random, policy);
  ASSERT_TRUE(token.open());
  const int saves = bench.store.saves;
  EXPECT_EQ(token.handle(unlock(vault::kDecAndAut, "wrong")).outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(policy.left, 1);
  const auto response = token.handle(unlock(vault::kDecAndAut, "wrong"));
  EXPECT_EQ(response.outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(response.changes[1], KeyChange::kWrongPassphrase);
  EXPECT_EQ(response.changes[2], KeyChange::kBlocked);
  EXPECT_EQ(token.handle(unlock(vault::kDecAndAut, kRight)).outcome, Outcome::kRetryDelay);
  EXPECT_EQ(bench.store.saves, saves);
}

}  // namespace
}  // namespace gokey
