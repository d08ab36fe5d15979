// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What lies in storage: whole, or refused.
#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::SaveFault;
using vault::OpenError;
using vault::VaultState;

TEST(Storage, EveryChangedBitOfTheRecordIsRefused) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  const auto whole = bench.store.values["record"];
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    auto& record = bench.store.values["record"];
    record[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    const auto opened = bench.start();
    ASSERT_FALSE(opened) << "bit " << bit;
    ASSERT_EQ(opened.error(), bit < 8 ? OpenError::kRecordVersion : OpenError::kRecordDamaged);
    record = whole;
  }
  EXPECT_EQ(bench.start(), VaultState::kProvisioned);
}

TEST(Storage, EveryChangedBitOfTheCountersIsRefused) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  const auto whole = bench.store.values["counters"];
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    auto& counters = bench.store.values["counters"];
    counters[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    const auto opened = bench.start();
    ASSERT_FALSE(opened) << "bit " << bit;
    ASSERT_EQ(opened.error(), bit < 8 ? OpenError::kCountersVersion : OpenError::kCountersDamaged);
    counters = whole;
  }
}

TEST(Storage, EveryShorterFileIsRefused) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  const auto whole = bench.store.values["record"];
  for (std::size_t size = 0; size < whole.size(); ++size) {
    bench.store.values["record"].assign(whole.begin(),
                                        whole.begin() + static_cast<std::ptrdiff_t>(size));
    ASSERT_EQ(bench.start(), std::unexpected(OpenError::kRecordDamaged)) << size;
  }
}

TEST(Storage, MissingCountersAreNotMadeAnew) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  bench.store.values.erase("counters");
  EXPECT_EQ(bench.start(), std::unexpected(OpenError::kCountersMissing));
  EXPECT_FALSE(bench.store.values.contains("counters"));
}

TEST(Storage, CountersOfAnotherRecordAreRefused) {
  Bench first;
  ASSERT_TRUE(first.provision("ed25519.asc"));
  Bench second;
  std::array<std::uint8_t, 8> skipped{};
  second.random.fill(skipped);
  ASSERT_TRUE(second.provision("ed25519.asc"));
  second.store.values["counters"] = first.store.values["counters"];
  EXPECT_EQ(second.start(), std::unexpected(OpenError::kCountersForeign));
}

TEST(Storage, ARecordBelongsToItsDevice) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  const testing::FixedDeviceKey other(2);
  vault::Vault token(bench.store, other, bench.clock, bench.random);
  EXPECT_EQ(token.open(), std::unexpected(OpenError::kRecordDamaged));
}

TEST(Storage, HoldsNothingInClear) {
  Bench bench;
  vault::ProvisionInput input;
  input.name = "Mustermann<<Erika";
  ASSERT_TRUE(vault::provision(bench.store, bench.device, bench.random, input));
  for (const auto& [name, value] : bench.store.values) {
    EXPECT_EQ(wire::as_text(value).find("Mustermann"), std::string_view::npos) << name;
  }
}

TEST(Storage, WhenProvisioningFailsTheTokenIsInTheFactoryStateOrWhole) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    for (int at = 1; at <= 4; ++at) {
      Bench bench;
      bench.store.fail(at, fault);
      const auto provisioned = bench.provision("ed25519.asc");
      ASSERT_FALSE(provisioned);
      EXPECT_EQ(provisioned.error().code, vault::ProvisionErrorCode::kStore);
      const bool whole = at == 4 && fault == SaveFault::kAfter;
      EXPECT_EQ(bench.start(), whole ? VaultState::kProvisioned : VaultState::kFactory);
      if (!whole) {
        EXPECT_TRUE(bench.provision("ed25519.asc"));
      }
      EXPECT_EQ(bench.start(), VaultState::kProvisioned);
    }
  }
}

}  // namespace
}  // namespace gokey
