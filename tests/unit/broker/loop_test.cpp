// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/loop.h"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "broker/growth.h"

namespace gokeyctl::broker {
namespace {

using namespace std::chrono_literals;

TEST(LoopTest, TimersRunInTheirOrderAndCancelledOnesNever) {
  auto loop = Loop::make();
  ASSERT_TRUE(loop);
  std::vector<int> ran;
  const auto now = BootClock::now();
  (*loop)->at(now + 3ms, [&] { (*loop)->stop(); });
  const auto never = (*loop)->at(now + 2ms, [&] { ran.push_back(2); });
  (*loop)->at(now + 1ms, [&] {
    ran.push_back(1);
    (*loop)->cancel(never);
  });
  ASSERT_TRUE((*loop)->run());
  EXPECT_EQ(ran.front(), 1);
}

TEST(LoopTest, OthersHandWorkOverFromTheirThreads) {
  auto loop = Loop::make();
  ASSERT_TRUE(loop);
  const auto here = std::this_thread::get_id();
  bool same = false;
  std::thread other([&] {
    (*loop)->post([&] {
      same = std::this_thread::get_id() == here;
      (*loop)->stop();
    });
  });
  ASSERT_TRUE((*loop)->run());
  other.join();
  EXPECT_TRUE(same);
}

static_assert(growing_delay(0) == 1s && growing_delay(3) == 8s && growing_delay(1000) == 60s);

}  // namespace
}  // namespace gokeyctl::broker
