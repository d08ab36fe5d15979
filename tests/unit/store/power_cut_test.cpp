// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Power fails at every single block that is written, and leaves that block in every state it can.
#include <map>

#include <gtest/gtest.h>

#include "core/store/log_store.h"
#include "medium.h"

namespace gokey {
namespace {

using store::LogStore;
using testing::FixedDeviceKey;
using testing::kAllTorn;
using testing::Medium;
using testing::Torn;

constexpr std::uint32_t kSegments = 3;
constexpr std::uint32_t kBlocks = 2 * kSegments * 8;

using State = std::map<std::string, std::vector<std::uint8_t>>;

// A save of the script: mostly a counter, now and then something larger.
struct Save {
  std::string name;
  std::vector<std::uint8_t> value;
};

Save step(unsigned i) {
  const auto byte = static_cast<std::uint8_t>(i);
  if (i % 5 == 0) return {"record", std::vector<std::uint8_t>(700, byte)};
  if (i % 7 == 3) return {"residents", std::vector<std::uint8_t>(i * 37 % 600, byte)};
  return {"counters", std::vector<std::uint8_t>(4, byte)};
}

State read(LogStore& store) {
  State state;
  for (const char* name : {"record", "residents", "counters"}) {
    const auto value = store.load(name);
    EXPECT_TRUE(value.has_value()) << name;
    if (value && *value) state[name] = **value;
  }
  return state;
}

// One life: saves until power fails, then a look. What was acknowledged is there, and of the save
// under way all or nothing.
void check_cut(std::uint64_t blocks, Torn torn, bool caches, bool& cut) {
  constexpr unsigned kSteps = 40;
  Medium medium(kBlocks);
  medium.caches = caches;
  const FixedDeviceKey key;
  State acknowledged;
  std::optional<Save> pending;
  medium.cut(blocks, torn);
  {
    LogStore store(medium, key, kSegments);
    for (unsigned i = 0; i < kSteps; ++i) {
      const Save save = step(i);
      if (!store.save(save.name, save.value)) {
        pending = save;
        break;
      }
      acknowledged[save.name] = save.value;
    }
  }
  cut = pending.has_value();
  medium.power_on();
  LogStore store(medium, key, kSegments);
  const State found = read(store);
  State with = acknowledged;
  if (pending) with[pending->name] = pending->value;
  ASSERT_TRUE(found == acknowledged || found == with)
      << "cut at block " << blocks << ", torn " << static_cast<int>(torn);
  ASSERT_FALSE(store.health().lost) << blocks;
  ASSERT_FALSE(store.health().degraded) << blocks;

  // What was seen once stays seen, and the store goes on working.
  LogStore again(medium, key, kSegments);
  ASSERT_EQ(read(again), found) << blocks;
  ASSERT_EQ(again.health(), store::Health{}) << blocks;
  State goes_on = found;
  for (unsigned i = 100; i < 112; ++i) {
    const Save save = step(i);
    ASSERT_TRUE(again.save(save.name, save.value)) << blocks;
    goes_on[save.name] = save.value;
  }
  LogStore last(medium, key, kSegments);
  ASSERT_EQ(read(last), goes_on) << blocks;
}

TEST(PowerCut, AtEveryBlockNothingAcknowledgedIsLost) {
  for (const Torn torn : kAllTorn) {
    bool cut = true;
    std::uint64_t blocks = 0;
    for (; cut; ++blocks) {
      check_cut(blocks, torn, false, cut);
      if (HasFatalFailure()) return;
    }
    EXPECT_GT(blocks, 150U) << "the script went through several segments";
  }
}

// As a medium with a cache of its own may do it: blocks that were not flushed reach it in any
// order.
TEST(PowerCut, AtEveryBlockOfACachingMedium) {
  for (const Torn torn : {Torn::kNew, Torn::kHalf}) {
    bool cut = true;
    for (std::uint64_t blocks = 0; cut; ++blocks) {
      check_cut(blocks, torn, true, cut);
      if (HasFatalFailure()) return;
    }
  }
}

// Power fails again while the store is being repaired.
TEST(PowerCut, DuringTheRepairTooAtEveryBlock) {
  const FixedDeviceKey key;
  for (const Torn torn : {Torn::kHalf, Torn::kUnreadable}) {
    for (std::uint64_t blocks = 0; blocks < 160; ++blocks) {
      for (std::uint64_t second = 0; second < 4; ++second) {
        Medium medium(kBlocks);
        State acknowledged;
        std::optional<Save> pending;
        medium.cut(blocks, torn);
        {
          LogStore store(medium, key, kSegments);
          for (unsigned i = 0; i < 40 && !pending; ++i) {
            const Save save = step(i);
            if (store.save(save.name, save.value)) {
              acknowledged[save.name] = save.value;
            } else {
              pending = save;
            }
          }
        }
        medium.power_on();
        medium.cut(second, torn);
        {
          LogStore store(medium, key, kSegments);
          static_cast<void>(store.open());
        }
        medium.power_on();
        LogStore store(medium, key, kSegments);
        const State found = read(store);
        State with = acknowledged;
        if (pending) with[pending->name] = pending->value;
        ASSERT_TRUE(found == acknowledged || found == with) << blocks << ' ' << second;
      }
    }
  }
}

// A save that power cut short, and a restart, do not make an older try come back later: the moves
// of a segment that failed half-way are tried again with other values.
TEST(PowerCut, LeftoversOfAFailedMoveNeverComeBack) {
  const FixedDeviceKey key;
  for (std::uint64_t run = 0; run < 24 * 4; ++run) {
    const std::uint64_t blocks = run / 4;
    Medium medium(kBlocks);
    std::optional<LogStore> store(std::in_place, medium, key, kSegments);
    ASSERT_TRUE(store->save("record", std::vector<std::uint8_t>(1000, 'r')));  // three blocks
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(store->save("counters", wire::as_bytes("old")));
    medium.cut(blocks, Torn::kHalf);
    const bool saved = store->save("residents", std::vector<std::uint8_t>(900, 's')).has_value();
    medium.power_on();
    store.emplace(medium, key, kSegments);
    const bool there = (*store->load("residents")).has_value();
    ASSERT_TRUE(there || !saved);
    for (std::uint64_t i = 0; i <= run % 4; ++i) {
      ASSERT_TRUE(store->save("counters", wire::as_bytes("new")));
    }
    LogStore again(medium, key, kSegments);
    EXPECT_EQ((*again.load("counters"))->at(0), 'n') << blocks;
    EXPECT_EQ((*again.load("residents")).has_value(), there) << blocks;
  }
}

TEST(PowerCut, AnEraseOnceBegunIsFinished) {
  const FixedDeviceKey key;
  for (const Torn torn : kAllTorn) {
    for (std::uint64_t blocks = 0; blocks <= kBlocks + 4; ++blocks) {
      Medium medium(kBlocks);
      LogStore store(medium, key, kSegments);
      ASSERT_TRUE(store.save("record", wire::as_bytes("key")));
      medium.cut(blocks, torn);
      const bool erased = store.erase().has_value();
      medium.power_on();
      LogStore again(medium, key, kSegments);
      const auto record = again.load("record");
      ASSERT_TRUE(record.has_value()) << blocks << ' ' << static_cast<int>(torn);
      // All or nothing, and nothing once it was said to be gone.
      ASSERT_FALSE(record->has_value() && (erased || blocks > 2)) << blocks;
      if (!record->has_value()) {
        // What follows the last block is a new store.
        for (const std::uint8_t byte : medium.block(1)) ASSERT_EQ(byte, 0) << blocks;
      }
      ASSERT_TRUE(again.save("record", wire::as_bytes("new"))) << blocks;
    }
  }
}

}  // namespace
}  // namespace gokey
