// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Media that are not what they were, or never were ours.
#include <functional>

#include <gtest/gtest.h>

#include "core/store/log_store.h"
#include "medium.h"

namespace gokey {
namespace {

using hal::Blocks;
using hal::StoreError;
using store::LogStore;
using testing::FixedDeviceKey;
using testing::Medium;

constexpr std::uint32_t kSegments = 3;
constexpr std::uint32_t kCopy = kSegments * 8;
constexpr std::uint32_t kBlocks = 2 * kCopy;

std::string text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

// Two values, three entries in the first segment: record, counters "1", counters "2".
Medium used() {
  Medium medium(kBlocks);
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  EXPECT_TRUE(store.save("record", std::vector<std::uint8_t>(700, 'r')));
  EXPECT_TRUE(store.save("counters", wire::as_bytes("1")));
  EXPECT_TRUE(store.save("counters", wire::as_bytes("2")));
  return medium;
}

void expect_whole(LogStore& store) {
  ASSERT_TRUE(store.load("counters").has_value());
  EXPECT_EQ(text(**store.load("counters")), "2");
  EXPECT_EQ(**store.load("record"), std::vector<std::uint8_t>(700, 'r'));
}

TEST(DamagedStore, AnyBlockOfEitherCopyIsRepairedFromTheOther) {
  const Medium good = used();
  const FixedDeviceKey key;
  using Damage = std::function<void(Medium&, std::uint32_t)>;
  const Damage kinds[] = {
      [](Medium& medium, std::uint32_t block) { medium.block(block)[100] ^= 1; },
      [](Medium& medium, std::uint32_t block) { medium.block(block)[11] ^= 0x80; },
      [](Medium& medium, std::uint32_t block) { medium.block(block)[507] ^= 0x80; },
      [](Medium& medium, std::uint32_t block) { std::ranges::fill(medium.block(block), 0); },
      [](Medium& medium, std::uint32_t block) { medium.unreadable.insert(block); },
  };
  for (const Damage& damage : kinds) {
    for (std::uint32_t block = 0; block < kBlocks; ++block) {
      Medium medium = good;
      damage(medium, block);
      {
        LogStore store(medium, key, kSegments);
        expect_whole(store);
        EXPECT_FALSE(store.health().lost) << block;
        EXPECT_FALSE(store.health().degraded) << block;
        const bool matters = block % kCopy % 8 == 0 || block % kCopy < 5;
        EXPECT_EQ(store.health().repaired, matters) << block;
      }
      LogStore again(medium, key, kSegments);
      expect_whole(again);
      EXPECT_EQ(again.health(), store::Health{}) << "not repaired: " << block;
    }
  }
}

TEST(DamagedStore, AWholeCopyMayGo) {
  for (const std::uint32_t copy : {0U, 1U}) {
    Medium medium = used();
    const FixedDeviceKey key;
    for (std::uint32_t i = 0; i < kCopy; ++i) {
      std::ranges::fill(medium.block(copy * kCopy + i), 0xFF);
    }
    LogStore store(medium, key, kSegments);
    expect_whole(store);
    EXPECT_TRUE(store.health().repaired);
    std::ranges::fill(medium.block((1 - copy) * kCopy, kCopy * Blocks::kSize), 0xFF);
    LogStore again(medium, key, kSegments);
    expect_whole(again);
  }
}

TEST(DamagedStore, ACopyThatTakesNoRepairIsSaid) {
  Medium medium = used();
  const FixedDeviceKey key;
  medium.unreadable.insert(3);
  medium.unwritable.insert(3);
  LogStore store(medium, key, kSegments);
  expect_whole(store);
  EXPECT_TRUE(store.health().degraded);
}

TEST(DamagedStore, WhenBothCopiesAreGoneTheOlderValueIsUsedAndSaid) {
  Medium medium = used();
  const FixedDeviceKey key;
  {
    LogStore store(medium, key, kSegments);
    ASSERT_TRUE(store.save("other", wire::as_bytes("behind")));
  }
  medium.block(4)[70] ^= 1;  // counters "2"
  medium.block(kCopy + 4)[70] ^= 1;
  LogStore store(medium, key, kSegments);
  ASSERT_TRUE(store.open());
  EXPECT_TRUE(store.health().lost);
  EXPECT_EQ(text(**store.load("counters")), "1");
  EXPECT_EQ(text(**store.load("other")), "behind");
  ASSERT_TRUE(store.save("counters", wire::as_bytes("3")));
  EXPECT_EQ(text(**LogStore(medium, key, kSegments).load("counters")), "3");
}

TEST(DamagedStore, AValueThatGoesWhileInUseIsNotDroppedSilently) {
  Medium medium = used();
  const FixedDeviceKey key;
  LogStore store(medium, key, kSegments);
  ASSERT_TRUE(store.open());
  medium.block(1)[200] ^= 1;
  medium.block(kCopy + 1)[200] ^= 1;
  EXPECT_EQ(store.load("record").error(), StoreError::kDamaged);
  std::expected<void, StoreError> saved;
  for (int i = 0; i < 8 && saved; ++i) saved = store.save("counters", wire::as_bytes("x"));
  ASSERT_FALSE(saved.has_value()) << "the record was left behind when the segment was full";
  EXPECT_EQ(saved.error(), StoreError::kDamaged);
}

TEST(DamagedStore, BlocksThatTakeNoWritesAreAvoided) {
  const FixedDeviceKey key;
  for (std::uint32_t bad = 0; bad < kBlocks; ++bad) {
    Medium medium = used();
    medium.unwritable.insert(bad);
    LogStore store(medium, key, kSegments);
    for (int i = 0; i < 60; ++i) {
      ASSERT_TRUE(store.save("counters", wire::as_bytes(std::to_string(i)))) << bad;
      ASSERT_EQ(text(**store.load("counters")), std::to_string(i)) << bad;
    }
    LogStore again(medium, key, kSegments);
    EXPECT_EQ(text(**again.load("counters")), "59") << bad;
  }
}

TEST(DamagedStore, AMediumThatTakesNothingSaysSo) {
  Medium medium = used();
  const FixedDeviceKey key;
  for (std::uint32_t i = 0; i < kBlocks; ++i) medium.unwritable.insert(i);
  LogStore store(medium, key, kSegments);
  EXPECT_EQ(store.save("counters", wire::as_bytes("3")).error(), StoreError::kIo);
  expect_whole(store);
}

TEST(ForeignStore, OfAnotherDeviceIsRefusedAndLeftUntouched) {
  Medium medium = used();
  const Medium before = medium;
  const FixedDeviceKey other(2);
  LogStore store(medium, other, kSegments);
  EXPECT_EQ(store.load("record").error(), StoreError::kForeign);
  EXPECT_EQ(store.save("record", wire::as_bytes("mine")).error(), StoreError::kForeign);
  EXPECT_EQ(medium.bytes, before.bytes);
  ASSERT_TRUE(store.erase()) << "unless it is to go";
  EXPECT_TRUE(store.save("record", wire::as_bytes("mine")).has_value());
}

// As a later version might write it: its own fields, but magic, version and CRC in their places.
void make_newer(Medium& medium, std::uint32_t block) {
  const FixedDeviceKey key;
  const auto header = medium.block(block);
  header[9] = 2;
  std::ranges::fill(header.subspan(40, 100), 0x77);
  std::uint32_t crc = ~0U;
  for (const std::uint8_t byte : header.first(508)) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) * 0xEDB88320U);
  }
  crc = ~crc;
  for (std::size_t i = 0; i < 4; ++i) {
    header[508 + i] = static_cast<std::uint8_t>(crc >> (24 - 8 * i));
  }
}

TEST(ForeignStore, OfANewerVersionIsRefusedAndLeftUntouched) {
  const FixedDeviceKey key;
  for (const std::uint32_t block : {0U, 8U, kCopy}) {
    Medium medium = used();
    make_newer(medium, block);
    const Medium before = medium;
    LogStore store(medium, key, kSegments);
    EXPECT_EQ(store.load("record").error(), StoreError::kVersion);
    EXPECT_EQ(store.save("record", wire::as_bytes("x")).error(), StoreError::kVersion);
    EXPECT_EQ(medium.bytes, before.bytes);
    ASSERT_TRUE(store.erase());
    EXPECT_TRUE(store.save("record", wire::as_bytes("x")).has_value());
  }
}

TEST(ForeignStore, OfAnotherSizeIsRefused) {
  Medium medium = used();
  const FixedDeviceKey key;
  EXPECT_EQ(LogStore(medium, key, 2).load("record").error(), StoreError::kVersion);
}

TEST(ForeignStore, HeadersThatAreAllBrokenAreNotTakenForANewMedium) {
  Medium medium = used();
  const FixedDeviceKey key;
  for (std::uint32_t block = 0; block < kBlocks; block += 8) medium.block(block)[300] ^= 1;
  EXPECT_EQ(LogStore(medium, key, kSegments).load("record").error(), StoreError::kDamaged);
  EXPECT_EQ(LogStore(medium, key, kSegments).save("record", {}).error(), StoreError::kDamaged);
}

// An attacker who writes the medium puts an older, genuine entry behind the newest.
TEST(ForeignStore, AnOldEntryPutElsewhereIsNotTaken) {
  Medium medium = used();
  const FixedDeviceKey key;
  for (const std::uint32_t copy : {0U, kCopy}) {
    std::ranges::copy(medium.block(copy + 3), medium.block(copy + 5).begin());
  }
  LogStore moved(medium, key, kSegments);
  expect_whole(moved);
  // Nor the newest in the place of an older one, which would go unnoticed.
  Medium earlier = used();
  for (const std::uint32_t copy : {0U, kCopy}) {
    std::ranges::copy(earlier.block(copy + 4), earlier.block(copy + 3).begin());
  }
  LogStore shifted(earlier, key, kSegments);
  expect_whole(shifted);
  EXPECT_TRUE(shifted.health().lost);
  // An old one over the newest, neither: that one is missing now, and said to be.
  Medium over = used();
  for (const std::uint32_t copy : {0U, kCopy}) {
    std::ranges::copy(over.block(copy + 3), over.block(copy + 4).begin());
  }
  LogStore store(over, key, kSegments);
  EXPECT_EQ(text(**store.load("counters")), "1");
}

}  // namespace
}  // namespace gokey
