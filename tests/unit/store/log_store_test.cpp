// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/log_store.h"

#include <array>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "medium.h"

namespace gokey {
namespace {

using hal::StoreError;
using store::LogStore;
using testing::FixedDeviceKey;
using testing::Medium;

constexpr std::uint32_t kSegments = 3;
constexpr std::uint32_t kBlocks = 2 * kSegments * 8;  // eight blocks a segment

std::string text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

TEST(LogStore, WhatWasNeverSavedIsNotThereAndNothingIsWritten) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  const auto value = store.load("record");
  ASSERT_TRUE(value.has_value());
  EXPECT_FALSE(value->has_value());
  EXPECT_EQ(medium.written, 0U);
}

TEST(LogStore, WhatLiesOnANewMediumDoesNotMatter) {
  for (const std::uint8_t fill : std::array<std::uint8_t, 3>{0x00, 0xFF, 0x5A}) {
    Medium medium(kBlocks, fill);
    const FixedDeviceKey key;
    ASSERT_TRUE(LogStore(medium, key, kSegments).save("record", wire::as_bytes("mine")));
    EXPECT_EQ(text(**LogStore(medium, key, kSegments).load("record")), "mine");
  }
}

TEST(LogStore, GivesBackWhatWasSavedLastAlsoAfterARestart) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  ASSERT_TRUE(store.save("record", wire::as_bytes("a longer first value")));
  ASSERT_TRUE(store.save("record", wire::as_bytes("second")));
  ASSERT_TRUE(store.save("counters", wire::as_bytes("")));
  EXPECT_EQ(text(**store.load("record")), "second");
  LogStore again(medium, key, kSegments);
  EXPECT_EQ(text(**again.load("record")), "second");
  ASSERT_TRUE((*again.load("counters")).has_value());
  EXPECT_EQ((*again.load("counters"))->size(), 0U);
  EXPECT_EQ(again.health(), store::Health{});
}

// A second opinion on thousands of saves: a map.
TEST(LogStore, AgreesWithAMapOverManySavesAndRestarts) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  std::mt19937 random(7);
  std::map<std::string, std::vector<std::uint8_t>> model;
  std::optional<LogStore> store;
  for (int i = 0; i < 5000; ++i) {
    if (!store || random() % 20 == 0) store.emplace(medium, key, kSegments);
    const std::string name(1, static_cast<char>('a' + random() % 3));
    std::vector<std::uint8_t> value(random() % 900);
    std::ranges::generate(value, [&] { return static_cast<std::uint8_t>(random()); });
    ASSERT_TRUE(store->save(name, value)) << i;
    model[name] = value;
    for (const auto& [known, expected] : model) ASSERT_EQ(**store->load(known), expected) << i;
    ASSERT_EQ(store->health(), store::Health{}) << i;
  }
}

TEST(LogStore, WearIsSpreadOverTheWholeArea) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  constexpr unsigned kSaves = 7 * kSegments * 100;
  for (unsigned i = 0; i < kSaves; ++i) {
    ASSERT_TRUE(store.save("counters", wire::as_bytes(std::to_string(i))));
  }
  const auto [least, most] = std::ranges::minmax(medium.writes);
  EXPECT_GE(least, 99U);
  EXPECT_LE(most, 210U) << "a header is written twice for each time its segment is filled";
}

TEST(LogStore, AFullStoreSaysSoAndKeepsWhatItHas) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  ASSERT_TRUE(store.save("a", std::vector<std::uint8_t>(1400, 'a')));  // three blocks
  ASSERT_TRUE(store.save("b", std::vector<std::uint8_t>(1400, 'b')));
  const auto written = medium.written;
  EXPECT_EQ(store.save("c", std::vector<std::uint8_t>(500)).error(), StoreError::kFull);
  EXPECT_EQ(store.save("huge", std::vector<std::uint8_t>(1U << 20U)).error(), StoreError::kFull);
  EXPECT_EQ(medium.written, written);
  EXPECT_EQ((*store.load("a"))->at(0), 'a');
  EXPECT_TRUE(store.save("c", std::vector<std::uint8_t>(400, 'c')));  // the last block
  EXPECT_TRUE(store.save("b", std::vector<std::uint8_t>(1400, 'B')));
  LogStore again(medium, key, kSegments);
  EXPECT_EQ((*again.load("b"))->at(0), 'B');
  EXPECT_EQ((*again.load("c"))->at(0), 'c');
}

TEST(LogStore, TakesNamesAndNothingElse) {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  for (const char* name : {"", "Upper", "a/b", "a b", "a-name-that-is-longer-than-31-bytes"}) {
    EXPECT_FALSE(store.save(name, wire::as_bytes("x")).has_value()) << name;
    EXPECT_FALSE(store.load(name).has_value()) << name;
  }
  EXPECT_TRUE(store.save("a-name-of-exactly-31-bytes-long", wire::as_bytes("x")).has_value());
  EXPECT_TRUE(
      LogStore(medium, key, kSegments).load("a-name-of-exactly-31-bytes-long")->has_value());
}

TEST(LogStore, AnAbsentOrTooSmallMediumIsAnError) {
  const FixedDeviceKey key;
  Medium absent(kBlocks);
  absent.absent = true;
  EXPECT_EQ(LogStore(absent, key, kSegments).load("a").error(), StoreError::kIo);
  EXPECT_EQ(LogStore(absent, key, kSegments).save("a", {}).error(), StoreError::kIo);
  Medium small(15);
  EXPECT_EQ(LogStore(small, key, 2).load("a").error(), StoreError::kIo);
}

TEST(LogStore, ErasingLeavesNothingOfAnyValue) {
  Medium medium(kBlocks, 0x5A);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  for (int i = 0; i < 30; ++i) ASSERT_TRUE(store.save("record", wire::as_bytes("private key")));
  ASSERT_TRUE(store.erase());
  EXPECT_TRUE(std::ranges::all_of(medium.bytes, [](std::uint8_t byte) { return byte == 0; }));
  EXPECT_FALSE((*store.load("record")).has_value());
  ASSERT_TRUE(store.save("record", wire::as_bytes("new")));
  EXPECT_EQ(text(**LogStore(medium, key, kSegments).load("record")), "new");
}

}  // namespace
}  // namespace gokey
