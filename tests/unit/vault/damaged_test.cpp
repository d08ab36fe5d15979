// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The way out of a storage that cannot be opened: a factory reset, with power failing at every
// block that is written.
#include <functional>

#include <gtest/gtest.h>

#include "../store/medium.h"
#include "core/store/log_store.h"
#include "core/vault/sealed.h"
#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::FixedDeviceKey;
using testing::kAllTorn;
using testing::ManualClock;
using testing::Medium;
using testing::TestRandom;
using testing::Torn;
using testing::unlock;
using vault::OpenError;
using vault::Outcome;
using vault::VaultState;

constexpr std::uint32_t kSegments = 3;
constexpr std::uint32_t kSegmentBlocks = 16;
constexpr std::uint32_t kCopy = kSegments * kSegmentBlocks;
constexpr std::uint32_t kBlocks = 2 * kCopy;
constexpr std::string_view kPassphrase = "ed25519 passphrase";

// A start of the token on this medium.
struct Start {
  Start(Medium& medium, const FixedDeviceKey& device)
      : store(medium, device, kSegments), vault(store, device, clock, random) {}
  std::expected<void, vault::ProvisionError> provision(const FixedDeviceKey& device) {
    vault::ProvisionInput input;
    input.openpgp_key = crypto::Secret::copy_of(testing::test_file("ed25519.asc"));
    return vault::provision(store, device, random, input);
  }
  ManualClock clock;
  TestRandom random;
  store::LogStore store;
  vault::Vault vault;
};

Medium provisioned(std::uint8_t unit) {
  Medium medium(kBlocks);
  const FixedDeviceKey device(unit);
  Start start(medium, device);
  EXPECT_TRUE(start.provision(device));
  return medium;
}

// A header as a later version might write it: magic, version and CRC in their places.
void make_newer(Medium& medium, std::uint32_t block) {
  const auto header = medium.block(block);
  header[9] = 2;
  std::uint32_t crc = ~0U;
  for (const std::uint8_t byte : header.first(508)) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) * 0xEDB88320U);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    header[508 + i] = static_cast<std::uint8_t>(~crc >> (24 - 8 * i));
  }
}

void each_header(const std::function<void(std::uint32_t)>& change) {
  for (std::uint32_t block = 0; block < kBlocks; block += kSegmentBlocks) change(block);
}

struct Damage {
  std::string_view what;
  Medium medium;
  OpenError refusal;
};

std::vector<Damage> damages() {
  std::vector<Damage> all;
  all.push_back({"of another device", provisioned(2), OpenError::kForeign});

  Medium newer = provisioned(1);
  each_header([&](std::uint32_t block) { make_newer(newer, block); });
  all.push_back({"of a newer version", newer, OpenError::kRecordVersion});

  Medium partly = provisioned(1);
  make_newer(partly, kSegmentBlocks);
  all.push_back({"with one newer header", partly, OpenError::kRecordVersion});

  Medium broken = provisioned(1);
  each_header([&](std::uint32_t block) { broken.block(block)[300] ^= 1; });
  all.push_back({"with no whole header in either copy", broken, OpenError::kRecordDamaged});

  Medium unreadable = provisioned(1);
  each_header([&](std::uint32_t block) { unreadable.unreadable.insert(block); });
  all.push_back({"with no readable header in either copy", unreadable, OpenError::kStore});

  const FixedDeviceKey device;
  Medium other_record = provisioned(1);
  {
    store::LogStore store(other_record, device, kSegments);
    EXPECT_TRUE(store.save(vault::kRecordKind.name, wire::as_bytes("\x01 not a record")));
  }
  all.push_back({"with a record that is none", other_record, OpenError::kRecordDamaged});

  Medium other_counters = provisioned(1);
  {
    store::LogStore store(other_counters, device, kSegments);
    EXPECT_TRUE(store.save(vault::kCountersKind.name, wire::as_bytes("\x02")));
  }
  all.push_back({"with counters of a newer version", other_counters, OpenError::kCountersVersion});
  return all;
}

TEST(DamagedStorage, ServesNothingButAResetAndIsLeftUntouched) {
  const FixedDeviceKey device;
  for (const Damage& damage : damages()) {
    Medium medium = damage.medium;
    Start start(medium, device);
    EXPECT_EQ(start.vault.open(), std::unexpected(damage.refusal)) << damage.what;
    const auto described = start.vault.handle(vault::Describe{});
    EXPECT_EQ(described.outcome, Outcome::kRefused) << damage.what;
    EXPECT_TRUE(described.snapshot.damaged) << damage.what;
    EXPECT_FALSE(described.snapshot.provisioned) << damage.what;
    EXPECT_EQ(start.vault.handle(unlock(vault::kAllKeys, kPassphrase)).outcome, Outcome::kRefused);
    EXPECT_EQ(start.vault.handle(vault::Provision{}).outcome, Outcome::kRefused);
    EXPECT_EQ(start.vault.handle(vault::FidoReset{true}).outcome, Outcome::kRefused);
    EXPECT_EQ(start.vault.handle(vault::TakeHostKey{}).outcome, Outcome::kDone);
    EXPECT_FALSE(start.provision(device)) << damage.what;
    EXPECT_EQ(medium.bytes, damage.medium.bytes) << damage.what;
  }
}

TEST(DamagedStorage, AResetMakesTheTokenNew) {
  const FixedDeviceKey device;
  for (const Damage& damage : damages()) {
    Medium medium = damage.medium;
    {
      Start start(medium, device);
      ASSERT_FALSE(start.vault.open()) << damage.what;
      const auto erased = start.vault.handle(vault::FactoryReset{});
      ASSERT_EQ(erased.outcome, Outcome::kDone) << damage.what;
      EXPECT_FALSE(erased.snapshot.damaged);
      EXPECT_EQ(start.vault.handle(vault::FactoryReset{}).outcome, Outcome::kRefused);
    }
    EXPECT_TRUE(std::ranges::all_of(medium.bytes, [](std::uint8_t b) { return b == 0; }))
        << damage.what;
    Start again(medium, device);
    ASSERT_EQ(again.vault.open(), VaultState::kFactory) << damage.what;
    EXPECT_FALSE(again.vault.handle(vault::Refresh{}).snapshot.damaged);
    ASSERT_TRUE(again.provision(device)) << damage.what;
    ASSERT_EQ(again.vault.open(), VaultState::kProvisioned) << damage.what;
    EXPECT_EQ(again.vault.handle(unlock(vault::kAllKeys, kPassphrase)).outcome, Outcome::kDone);
  }
}

// After it nothing is there of the values, or nothing is changed: it can be asked for again.
TEST(DamagedStorage, AResetSurvivesPowerCutsAtEveryBlock) {
  const FixedDeviceKey device;
  for (const Damage& damage : damages()) {
    for (const Torn torn : kAllTorn) {
      bool done = false;
      std::uint64_t blocks = 0;
      for (; !done; ++blocks) {
        Medium medium = damage.medium;
        medium.cut(blocks, torn);
        {
          Start start(medium, device);
          ASSERT_FALSE(start.vault.open());
          done = start.vault.handle(vault::FactoryReset{}).outcome == Outcome::kDone;
        }
        // A second cut, while it is being continued.
        medium.power_on();
        medium.cut(blocks % 11, torn);
        {
          static_cast<void>(Start(medium, device).vault.open());
        }
        medium.power_on();
        Start again(medium, device);
        const auto state = again.vault.open();
        // The one newer header may be what the cut destroyed: then the rest is whole again.
        const bool not_begun = !state || *state == VaultState::kProvisioned;
        if (not_begun) {
          ASSERT_FALSE(done) << damage.what << ' ' << blocks;
          ASSERT_LT(blocks, 2U) << damage.what << ": stopped half-way for good";
          ASSERT_EQ(again.vault.handle(vault::FactoryReset{}).outcome, Outcome::kDone)
              << damage.what << ' ' << blocks;
        }
        ASSERT_TRUE(std::ranges::search(medium.bytes, wire::as_bytes("GKEN")).empty())
            << damage.what << ' ' << blocks;
        Start last(medium, device);
        ASSERT_EQ(last.vault.open(), VaultState::kFactory) << damage.what << ' ' << blocks;
      }
      EXPECT_GT(blocks, kBlocks);
    }
  }
}

// The rest goes all the same, and it is said.
TEST(DamagedStorage, ABlockThatTakesNoWritesSavesNoOther) {
  const FixedDeviceKey device;
  for (std::uint32_t bad = 0; bad < kBlocks; ++bad) {
    Medium medium = provisioned(1);
    medium.unwritable.insert(bad);
    const std::vector<std::uint8_t> before = medium.bytes;
    Start start(medium, device);
    ASSERT_EQ(start.vault.open(), VaultState::kProvisioned);
    ASSERT_EQ(start.vault.handle(vault::FactoryReset{}).outcome, Outcome::kStorage) << bad;
    const bool of_a_mark = bad % kCopy == kSegmentBlocks;
    if (of_a_mark) continue;  // then it is not begun
    for (std::uint32_t block = 0; block < kBlocks; ++block) {
      if (block % kCopy == kSegmentBlocks) continue;
      const auto now = medium.block(block);
      const bool zero = std::ranges::all_of(now, [](std::uint8_t b) { return b == 0; });
      ASSERT_EQ(zero, block != bad || std::ranges::all_of(
                                          std::span(before).subspan(std::size_t{bad} * 512, 512),
                                          [](std::uint8_t b) { return b == 0; }))
          << bad << ' ' << block;
    }
  }
}

TEST(DamagedStorage, AnEraseThatDidNotHappenIsNotClaimed) {
  const FixedDeviceKey device;
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  bench.store.values["record"][40] ^= 1;
  bench.store.erase_fails = true;
  ASSERT_FALSE(bench.start());
  const auto failed = bench.ask(vault::FactoryReset{});
  EXPECT_EQ(failed.outcome, Outcome::kStorage);
  EXPECT_TRUE(failed.snapshot.damaged);
  bench.store.erase_fails = false;
  EXPECT_EQ(bench.ask(vault::FactoryReset{}).outcome, Outcome::kDone);
  EXPECT_TRUE(bench.store.values.empty());
}

}  // namespace
}  // namespace gokey
