// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/caam.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bus_memory.h"
#include "caam_module.h"

namespace gokey::imx6ul {
namespace {

using testing::BlobKey;
using testing::CaamModule;
using Lines = std::vector<std::string>;

TEST(Caam, GivesTheNumbersOfItsGenerator) {
  CaamModule module;
  std::mt19937 same(7);
  Caam caam;
  EXPECT_TRUE(caam.answers());
  ASSERT_TRUE(caam.healthy());
  EXPECT_TRUE(module.instance);
  EXPECT_TRUE(module.secure_keys);
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(caam.word(), static_cast<std::uint32_t>(same())) << i;
  EXPECT_EQ(module.refused, Lines{});
}

TEST(Caam, SamplesForAsLongAsTheGeneratorNeeds) {
  for (const std::uint32_t needed : {0U, 3200U, 3201U, 8000U, 12400U}) {
    CaamModule module;
    module.needed_delay = needed;
    EXPECT_TRUE(Caam().healthy()) << needed;
    EXPECT_GE(module.entropy_delay(), std::max(needed, 3200U));
    EXPECT_LT(module.entropy_delay(), std::max(needed, 3200U) + 400);
    EXPECT_EQ(module.refused, Lines{});
  }
}

TEST(Caam, AGeneratorThatNeverSeedsIsNotUsed) {
  CaamModule module;
  module.needed_delay = 20'000;
  Caam caam;
  EXPECT_TRUE(caam.answers());
  EXPECT_FALSE(caam.healthy());
  EXPECT_FALSE(caam.word());
  BlobKey key{};
  EXPECT_TRUE(caam.secret(key)) << "keys do not depend on it";
}

TEST(Caam, AnInstanceOfSomebodyElseIsMadeAnewAndTheKeysAreNot) {
  for (const bool keys : {false, true}) {
    CaamModule module;
    module.instance = true;
    module.secure_keys = keys;
    EXPECT_TRUE(Caam().healthy());
    EXPECT_EQ(module.entropy_delay(), 3200U);
    EXPECT_TRUE(module.secure_keys);
    EXPECT_EQ(module.refused, Lines{});
  }
}

TEST(Caam, AJobThatFailsIsTheGeneratorsEnd) {
  CaamModule module;
  Caam caam;
  for (int i = 0; i < 16; ++i) ASSERT_TRUE(caam.word());
  module.fails_with = 0x2000'005B;
  EXPECT_FALSE(caam.word());
  module.fails_with = 0;
  EXPECT_FALSE(caam.word());
  EXPECT_FALSE(caam.healthy());
}

TEST(Caam, NumbersThatFailAHealthTestAreNotGiven) {
  CaamModule module;
  module.stuck = true;
  Caam caam;
  int given = 0;
  while (caam.word()) ++given;
  EXPECT_EQ(given, 2);
  EXPECT_FALSE(caam.healthy());
}

TEST(Caam, OfAJobThatIsNeverDoneNothingIsTakenAndNoneFollows) {
  CaamModule module;
  Caam caam;
  module.hangs = true;
  EXPECT_FALSE(caam.word());
  module.hangs = false;
  const int jobs = module.jobs;
  BlobKey key{};
  EXPECT_FALSE(caam.secret(key));
  EXPECT_FALSE(caam.word());
  EXPECT_FALSE(caam.answers());
  EXPECT_EQ(module.jobs, jobs) << "its memory may still be written to";
}

TEST(Caam, AnAnswerToAnotherJobIsNone) {
  CaamModule module;
  Caam caam;
  module.answers_for_another = true;
  BlobKey key{};
  EXPECT_FALSE(caam.secret(key));
  EXPECT_FALSE(caam.answers());
}

TEST(Caam, WaitsForWhatTheBootRomLeftInTheRing) {
  CaamModule module;
  module.halting = 50;
  EXPECT_TRUE(Caam().healthy());
  EXPECT_EQ(module.refused, Lines{});
}

TEST(Caam, ARingThatDoesNotResetTakesNoJob) {
  CaamModule module;
  module.resets = false;
  const Caam caam;
  EXPECT_FALSE(caam.answers());
  EXPECT_EQ(module.jobs, 0);
}

TEST(Caam, WhereThereIsNoneNothingIsWritten) {
  testing::Registers registers;
  const Caam caam;
  EXPECT_FALSE(caam.answers());
  EXPECT_TRUE(registers.written.empty());
}

TEST(Caam, TheSecretIsTheChipsOwnInTwoStatesAndOtherwiseItSaysSo) {
  CaamModule module;
  Caam caam;
  for (const auto mode : {CaamModule::kSecure, CaamModule::kTrusted, CaamModule::kNonSecure}) {
    module.mode = mode;
    const bool own = mode != CaamModule::kNonSecure;
    BlobKey key{};
    ASSERT_TRUE(caam.secret(key));
    EXPECT_EQ(key, own ? CaamModule::own_key() : CaamModule::shared_key());
    EXPECT_EQ(caam.own(), own);
  }
  module.mode = CaamModule::kFail;
  BlobKey key{};
  EXPECT_FALSE(caam.secret(key));
  EXPECT_FALSE(caam.own());
  EXPECT_EQ(module.refused, Lines{});
}

TEST(Caam, NothingOfTheSecretStaysInTheBusMastersMemory) {
  CaamModule module;
  Caam caam;
  BlobKey key{};
  ASSERT_TRUE(caam.secret(key));
  const auto* const left = testing::bus_memory(module.blob_key_at);
  ASSERT_NE(left, nullptr);
  EXPECT_TRUE(std::all_of(left, left + key.size(), [](std::uint8_t byte) { return byte == 0; }));
}

}  // namespace
}  // namespace gokey::imx6ul
