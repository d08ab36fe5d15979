// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/classic/key_pattern.h"

#include <string>

#include <gtest/gtest.h>

namespace gokey::sim {
namespace {

std::string found(std::string_view line) {
  const auto command = find_key_command(line);
  if (!command) return "nothing";
  return std::string(command->verb == KeyCommand::Verb::kLock ? "lock " : "unlock ") +
         std::to_string(command->keys.bits());
}

TEST(ClassicPattern, MatchesAnywhereAndLeftmost) {
  EXPECT_EQ(found("lock all"), "lock 3");
  EXPECT_EQ(found("lock sig"), "lock 1");
  EXPECT_EQ(found("lock dec"), "lock 2");
  EXPECT_EQ(found("unlock all"), "unlock 3") << "the match starts at the u";
  EXPECT_EQ(found("xx lock all yy"), "lock 3");
  EXPECT_EQ(found("lock signature"), "lock 1");
  EXPECT_EQ(found("lock foo unlock dec"), "unlock 2");
  EXPECT_EQ(found("lock sig unlock dec"), "lock 1");
}

TEST(ClassicPattern, WantsOneSpaceAndLowerCase) {
  EXPECT_EQ(found("lock  all"), "nothing");
  EXPECT_EQ(found("Lock all"), "nothing");
  EXPECT_EQ(found("lock aut"), "nothing") << "the authentication key is never unlocked";
  EXPECT_EQ(found("unlock"), "nothing");
  EXPECT_EQ(found(""), "nothing");
}

}  // namespace
}  // namespace gokey::sim
