// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/classic/volatile_retry.h"

#include <gtest/gtest.h>

namespace gokey::sim {
namespace {

TEST(VolatileRetry, ThreeTriesThenNoneUntilARestart) {
  VolatileRetry retry;
  EXPECT_EQ(retry.tries_left(), 3);
  EXPECT_TRUE(retry.counts_each_key());
  for (int left : {2, 1, 0, 0}) {
    ASSERT_TRUE(retry.count_try());
    EXPECT_EQ(retry.tries_left(), left);
    EXPECT_EQ(retry.retry_at_ms(), std::nullopt) << "waiting does not help";
  }
  EXPECT_EQ(VolatileRetry().tries_left(), 3);
}

TEST(VolatileRetry, ARightPassphraseGivesThemBack) {
  VolatileRetry retry;
  ASSERT_TRUE(retry.count_try());
  ASSERT_TRUE(retry.forgive());
  EXPECT_EQ(retry.tries_left(), 3);
}

}  // namespace
}  // namespace gokey::sim
