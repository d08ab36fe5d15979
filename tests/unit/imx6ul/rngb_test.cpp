// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/rngb.h"

#include <functional>
#include <random>

#include <gtest/gtest.h>

#include "registers.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t kBase = 0x02284000;
constexpr std::uint32_t kCmd = kBase + 0x04, kSr = kBase + 0x0C, kEsr = kBase + 0x10,
                        kOut = kBase + 0x14;

TEST(HealthTests, GoodNumbersPass) {
  HealthTests tests;
  std::mt19937 random(1);
  for (int i = 0; i < 1'000'000; ++i) {
    ASSERT_TRUE(tests.take(static_cast<std::uint32_t>(random()))) << i;
  }
}

TEST(HealthTests, AStuckGeneratorFailsAtItsThirdWord) {
  for (const std::uint32_t stuck : {0U, ~0U, 0x12345678U}) {
    HealthTests tests;
    EXPECT_TRUE(tests.take(stuck));
    EXPECT_TRUE(tests.take(stuck));
    EXPECT_FALSE(tests.take(stuck));
    EXPECT_FALSE(tests.take(stuck + 1)) << "and stays so";
  }
}

TEST(HealthTests, AGeneratorThatPrefersAByteFailsSoon) {
  HealthTests tests;
  std::mt19937 random(1);
  int words = 0;
  // A quarter of all bytes are the same.
  const auto byte = [&] {
    return random() % 4 == 0 ? 0x55U : static_cast<std::uint32_t>(random() & 0xFFU);
  };
  while (words < 2000 && tests.take(byte() | byte() << 8U | byte() << 16U | byte() << 24U)) ++words;
  EXPECT_LT(words, 2000);
}

// As the manual describes it: a command is done after some looks at the status.
struct Generator : testing::Registers {
  Generator() {
    on_write[kCmd] = [this](std::uint32_t command) {
      if ((command & 1U) != 0) status |= 1U << 4U | (self_test_fails ? 1U << 21U : 0);
      if ((command & 2U) != 0) status |= 1U << 5U;
    };
    on_read[kSr] = [this] {
      const std::uint32_t level = ++looks % 3 == 0 ? 5U << 8U : 0;
      filled = level != 0;
      return status | level | ((*this)[kEsr] != 0 ? 1U << 16U : 0);
    };
    on_read[kOut] = [this]() -> std::uint32_t {
      if (!filled) (*this)[kEsr] = 1U << 4U;  // underflow
      return filled ? next() : 0;
    };
  }
  std::function<std::uint32_t()> next = [this] { return static_cast<std::uint32_t>(source()); };
  std::uint32_t status = 0;
  bool self_test_fails = false, filled = false;
  int looks = 0;
  std::mt19937 source{7};
};

TEST(Rngb, GivesWordsAsTheyComeAndNeverReadsAnEmptyFifo) {
  Generator generator;
  std::mt19937 same(7);
  Rngb rngb;
  ASSERT_TRUE(rngb.healthy());
  for (int i = 0; i < 100; ++i) ASSERT_EQ(rngb.word(), static_cast<std::uint32_t>(same()));
}

TEST(Rngb, AFailedSelfTestIsTheEnd) {
  Generator generator;
  generator.self_test_fails = true;
  Rngb rngb;
  EXPECT_FALSE(rngb.healthy());
  EXPECT_FALSE(rngb.word().has_value());
}

TEST(Rngb, AnErrorOnTheWayIsTheEnd) {
  Generator generator;
  Rngb rngb;
  ASSERT_TRUE(rngb.word().has_value());
  generator[kEsr] = 1U << 3U;
  EXPECT_FALSE(rngb.word().has_value());
  generator[kEsr] = 0;
  EXPECT_FALSE(rngb.word().has_value());
  EXPECT_FALSE(rngb.healthy());
}

TEST(Rngb, NumbersThatFailAHealthTestAreNotGiven) {
  Generator generator;
  generator.next = [] { return 0xA5A5A5A5U; };
  Rngb rngb;
  int given = 0;
  while (rngb.word()) ++given;
  EXPECT_EQ(given, 2);
  EXPECT_FALSE(rngb.healthy());
}

}  // namespace
}  // namespace gokey::imx6ul
