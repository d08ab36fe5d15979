// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The quick check of a passphrase that was right before: what it takes, what it costs, and what is
// left of it for somebody without the device.
#include "core/vault/quick_unlock.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "core/vault/sealed.h"
#include "fakes.h"

namespace gokey {
namespace {

using testing::FixedDeviceKey;
using testing::ManualClock;
using testing::MemoryStore;
using testing::SaveFault;
using testing::secret;
using testing::TestRandom;
using testing::unlock;
using vault::KeyChange;
using vault::KeyUse;
using vault::Outcome;
using vault::QuickUnlock;

constexpr std::string_view kPurpose = "gokey/quick-unlock/v1";
constexpr std::string_view kRight = "default passphrase";
constexpr std::uint32_t kUsualCount = 65011712;  // GnuPG's

// Counts what is derived for which purpose, and can be made another device for one of them.
class WatchedDevice final : public hal::DeviceKey {
 public:
  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override {
    ++derived[std::string(purpose)];
    const FixedDeviceKey& device = purpose == kPurpose && replaced ? other_ : own_;
    device.derive(purpose, out);
  }
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return own_.serial(); }
  [[nodiscard]] bool secure_boot() const override { return false; }
  [[nodiscard]] int quick_checks() const {
    const auto found = derived.find(std::string(kPurpose));
    return found == derived.end() ? 0 : found->second;
  }

  bool replaced = false;
  mutable std::map<std::string, int> derived;

 private:
  FixedDeviceKey own_{1}, other_{2};
};

// A token whose keys have GnuPG's usual count.
struct SlowToken {
  MemoryStore store;
  WatchedDevice device;
  ManualClock clock;
  TestRandom random;
  std::optional<vault::Vault> token;

  explicit SlowToken(std::string_view key_file = "default-count.asc") {
    vault::ProvisionInput input;
    input.openpgp_key = crypto::Secret::copy_of(testing::test_file(key_file));
    EXPECT_TRUE(vault::provision(store, device, random, input));
    start();
  }
  void start() {
    token.emplace(store, device, clock, random);
    EXPECT_TRUE(token->open());
  }
  vault::Response unlock_with(std::string_view passphrase, vault::KeySet keys = vault::kSigOnly) {
    return token->handle(unlock(keys, passphrase));
  }
  void lock() { static_cast<void>(token->handle(vault::Lock{vault::kAllKeys})); }
};

TEST(QuickUnlock, AnswersAfterTheFirstCorrectPassphraseUntilTheNextStart) {
  SlowToken slow;
  EXPECT_EQ(slow.unlock_with("wrong").outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(slow.device.quick_checks(), 0);  // nothing to check against
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  EXPECT_EQ(slow.device.quick_checks(), 1);  // made
  slow.lock();
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  EXPECT_EQ(slow.device.quick_checks(), 2);  // used
  const auto signature = slow.token->handle(vault::Sign{KeyUse::kSignature, {1, 2, 3}});
  EXPECT_EQ(signature.outcome, Outcome::kDone);

  slow.start();
  EXPECT_EQ(slow.unlock_with("wrong").outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(slow.device.quick_checks(), 2);
}

// OpenPGP's S2K hashes salt and passphrase over and over, so that a passphrase and the same
// followed by salt and itself yield one key (RFC 4880 3.7.1.3). Who is asked shows by what is
// taken.
TEST(QuickUnlock, TheSlowCheckIsNotAskedAgain) {
  SlowToken slow;
  const auto bytes = vault::load_sealed(slow.store, slow.device, vault::kRecordKind);
  ASSERT_TRUE(bytes);
  const auto kept = vault::decode_record(bytes->bytes());
  ASSERT_TRUE(kept && kept->keys[0]);
  ASSERT_EQ(kept->keys[0]->s2k.count, kUsualCount);
  const auto& salt = kept->keys[0]->s2k.salt;
  const std::string twin =
      std::string(kRight) + std::string(salt.begin(), salt.end()) + std::string(kRight);

  EXPECT_EQ(slow.unlock_with(twin).outcome, Outcome::kDone);
  slow.lock();
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(slow.unlock_with(twin).outcome, Outcome::kDone);
}

TEST(QuickUnlock, OneCheckServesAllKeys) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight, vault::kAllKeys).outcome, Outcome::kDone);
  slow.lock();
  const int before = slow.device.quick_checks();
  const auto opened = slow.unlock_with(kRight, vault::kAllKeys);
  EXPECT_EQ(opened.changes,
            (std::array{KeyChange::kUnlocked, KeyChange::kUnlocked, KeyChange::kUnlocked}));
  EXPECT_EQ(slow.device.quick_checks(), before + 1);
}

TEST(QuickUnlock, AWrongPassphraseCostsATry) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  slow.lock();
  for (int left = 2; left >= 0; --left) {
    const auto refused = slow.unlock_with("wrong");
    EXPECT_EQ(refused.outcome, Outcome::kWrongPassphrase);
    EXPECT_EQ(refused.changes[0], KeyChange::kWrongPassphrase);
    EXPECT_EQ(refused.snapshot.tries_left, left);
  }
  const int before = slow.device.quick_checks();
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kRetryDelay);
  EXPECT_EQ(slow.device.quick_checks(), before);
  slow.clock.now += 60'000;
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  EXPECT_EQ(slow.token->handle(vault::Refresh{}).snapshot.tries_left, 3);
}

TEST(QuickUnlock, ATryThatCannotBeCountedIsNotMade) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  slow.lock();
  const int before = slow.device.quick_checks();
  slow.store.fail(1, SaveFault::kBefore);
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kStorage);
  EXPECT_EQ(slow.device.quick_checks(), before);
}

// Counted as failed first, whichever check follows: this is what a restart in between finds.
TEST(QuickUnlock, IsCountedInStorageBeforeItIsChecked) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  slow.lock();
  slow.store.fail(2, SaveFault::kBefore);  // the second forgives
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kStorage);
  slow.start();
  EXPECT_EQ(slow.token->handle(vault::Refresh{}).snapshot.tries_left, 2);
}

TEST(QuickUnlock, IsOfThisDeviceOnly) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  slow.lock();
  slow.device.replaced = true;
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kWrongPassphrase);
  slow.device.replaced = false;
  EXPECT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
}

// What somebody has who copies the storage: nothing that was not there before the first passphrase.
TEST(QuickUnlock, LeavesNothingInStorage) {
  SlowToken slow;
  const auto before = slow.store.values;
  ASSERT_EQ(slow.unlock_with(kRight, vault::kAllKeys).outcome, Outcome::kDone);
  slow.lock();
  ASSERT_EQ(slow.unlock_with(kRight, vault::kAllKeys).outcome, Outcome::kDone);
  slow.lock();
  for (const auto& [name, value] : slow.store.values) {
    ASSERT_TRUE(before.contains(name)) << name;
    if (name == vault::kCountersKind.name) {
      EXPECT_EQ(value.size(), before.at(name).size());
    } else {
      EXPECT_EQ(value, before.at(name)) << name;
    }
  }
}

// The storage gives the same answer to the right passphrase and to a wrong one: it opens for
// neither, as its seals are the device's.
TEST(QuickUnlock, ACopyOfTheStorageVerifiesNoGuess) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight, vault::kAllKeys).outcome, Outcome::kDone);
  const FixedDeviceKey thief(9);
  for (const vault::SealedKind& kind : {vault::kRecordKind, vault::kCountersKind}) {
    const auto opened = vault::load_sealed(slow.store, thief, kind);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error(), vault::SealedError::kDamaged);
  }
  for (const std::string_view guess : {kRight, std::string_view("wrong")}) {
    vault::Vault copy(slow.store, thief, slow.clock, slow.random);
    EXPECT_FALSE(copy.open());
    EXPECT_EQ(copy.handle(unlock(vault::kAllKeys, guess)).outcome, Outcome::kRefused);
  }
}

TEST(QuickUnlock, ADifferentTokenForgetsIt) {
  SlowToken slow;
  ASSERT_EQ(slow.unlock_with(kRight).outcome, Outcome::kDone);
  const int before = slow.device.quick_checks();
  ASSERT_EQ(slow.token->handle(vault::FactoryReset{}).outcome, Outcome::kDone);
  vault::ProvisionInput input;
  input.openpgp_key = crypto::Secret::copy_of(testing::test_file("default-count.asc"));
  ASSERT_TRUE(vault::provision(slow.store, slow.device, slow.random, input));
  ASSERT_TRUE(slow.token->open());  // the same vault: what it kept would still be there
  EXPECT_EQ(slow.unlock_with("wrong").outcome, Outcome::kWrongPassphrase);
  EXPECT_EQ(slow.device.quick_checks(), before);
}

TEST(QuickUnlock, IsNotMadeWhereTheKeysOwnCheckIsQuick) {
  SlowToken token("ed25519.asc");
  for (int i = 0; i < 2; ++i) {
    ASSERT_EQ(token.unlock_with("ed25519 passphrase").outcome, Outcome::kDone);
    token.lock();
  }
  EXPECT_EQ(token.device.quick_checks(), 0);
}

// The parts, without a vault around them.
class QuickUnlockEntry : public ::testing::Test {
 protected:
  std::optional<crypto::Secret> recall(const QuickUnlock::Place& where,
                                       std::string_view passphrase) {
    const auto typed = secret(passphrase);
    return QuickUnlock::Attempt(quick, typed.bytes()).recall(where);
  }

  WatchedDevice device;
  TestRandom random;
  QuickUnlock quick{device, random};
  const QuickUnlock::Place place{{7}, KeyUse::kDecryption, {8}};
  const std::vector<std::uint8_t> cipher_key = std::vector<std::uint8_t>(32, 0x5A);

  void SetUp() override {
    const auto typed = secret(kRight);
    QuickUnlock::Attempt(quick, typed.bytes()).keep(place, cipher_key);
  }
};

TEST_F(QuickUnlockEntry, BelongsToPassphraseRecordUseAndFingerprint) {
  const auto same = recall(place, kRight);
  ASSERT_TRUE(same);
  EXPECT_TRUE(std::ranges::equal(same->bytes(), cipher_key));
  EXPECT_FALSE(recall(place, "default passphrasE"));
  EXPECT_FALSE(recall(place, ""));
  EXPECT_FALSE(recall({{6}, place.use, place.fingerprint}, kRight));
  EXPECT_FALSE(recall({place.record, KeyUse::kSignature, place.fingerprint}, kRight));
  EXPECT_FALSE(recall({place.record, place.use, {9}}, kRight));
}

TEST_F(QuickUnlockEntry, IsGoneWhenForgotten) {
  EXPECT_TRUE(quick.knows(place.use));
  quick.forget();
  EXPECT_FALSE(quick.knows(place.use));
  EXPECT_FALSE(recall(place, kRight));
}

}  // namespace
}  // namespace gokey
