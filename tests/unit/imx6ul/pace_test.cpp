// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/pace.h"

#include <array>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "processor.h"

namespace gokey::mk2 {
namespace {

using Lines = std::vector<std::string>;

struct Paced : ::testing::Test {
  void start() {
    pace.start([this](const std::string& line) { logged.push_back(line); },
               [this](const std::string& why) { warned.push_back(why); });
  }
  testing::Processor chip;
  imx6ul::CoreSpeed speed{imx6ul::Chip::kImx6ull, imx6ul::Ocotp(), chip};
  Pace pace{[this](imx6ul::Speed to) { return speed.set(to); }};
  Lines logged, warned;
};

TEST_F(Paced, AMinuteAfterTheStartItIsIdle) {
  start();
  EXPECT_EQ(chip.mhz(), 900);
  pace.step(1'000);
  EXPECT_EQ(pace.next_deadline(), 61'000U);
  pace.step(60'999);
  EXPECT_EQ(chip.mhz(), 900);
  pace.step(61'000);
  EXPECT_EQ(chip.mhz(), 198);
  EXPECT_EQ(pace.next_deadline(), metal::kNever);
  EXPECT_EQ(logged, (Lines{"processor: 900 MHz", "processor: 198 MHz"}));
  EXPECT_TRUE(warned.empty());
}

TEST_F(Paced, EachUseGivesAMinute) {
  start();
  pace.step(0);
  pace.step(60'000);
  ASSERT_EQ(chip.mhz(), 198);
  pace.use();
  EXPECT_TRUE(pace.expect());
  pace.step(100'000);
  EXPECT_FALSE(pace.expect());
  EXPECT_EQ(chip.mhz(), 900);
  pace.use();
  pace.step(150'000);
  pace.step(160'000);
  EXPECT_EQ(chip.mhz(), 900) << "a minute from the last use";
  pace.step(210'000);
  EXPECT_EQ(chip.mhz(), 198);
}

TEST_F(Paced, WorkOfTheVaultIsAUse) {
  struct Inner final : hal::Background {
    [[nodiscard]] bool start(std::span<const std::uint8_t> request) override {
      taken = request.size();
      return true;
    }
    [[nodiscard]] bool busy() const override { return false; }
    [[nodiscard]] std::span<std::uint8_t> answer() override { return {}; }
    std::size_t taken = 0;
  } inner;
  PacedBackground background(inner, pace);
  start();
  pace.step(0);
  pace.step(60'000);
  ASSERT_EQ(chip.mhz(), 198);
  EXPECT_TRUE(background.start(std::array<std::uint8_t, 3>{}));
  EXPECT_EQ(inner.taken, 3U);
  pace.step(60'001);
  EXPECT_EQ(chip.mhz(), 900);
}

TEST_F(Paced, AFailureIsToldOnceAndThatIsIt) {
  chip.failing_locks = 1;
  start();
  EXPECT_EQ(chip.mhz(), 396);
  EXPECT_EQ(warned, (Lines{"the processor keeps its speed: its clock did not settle"}));
  const auto touched = chip.written.size();
  for (std::uint64_t now = 0; now < 300'000; now += 30'000) {
    pace.use();
    pace.step(now);
  }
  EXPECT_FALSE(pace.expect());
  EXPECT_EQ(pace.next_deadline(), metal::kNever);
  EXPECT_EQ(warned.size(), 1U);
  EXPECT_EQ(chip.written.size(), touched);
}

}  // namespace
}  // namespace gokey::mk2
