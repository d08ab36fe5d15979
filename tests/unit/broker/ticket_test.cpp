// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/ticket.h"

#include <gtest/gtest.h>

namespace gokeyctl::broker {
namespace {

using Withdrawal = Ticket::Withdrawal;

TEST(Tickets, NothingIsTakenBackUnlessItWasAllowed) {
  Ticket ticket;
  EXPECT_EQ(ticket.withdraw(), Withdrawal::kRefused);
  EXPECT_FALSE(ticket.withdrawn());
}

TEST(Tickets, WhatWasTakenBackDoesNotBegin) {
  Ticket ticket;
  ticket.allow_withdrawal();
  EXPECT_EQ(ticket.withdraw(), Withdrawal::kNothingSent);
  EXPECT_FALSE(ticket.begin());
  EXPECT_FALSE(ticket.begun());
  EXPECT_TRUE(ticket.withdrawn());
}

TEST(Tickets, WhatHasBegunGoesOn) {
  Ticket ticket;
  ticket.allow_withdrawal();
  ASSERT_TRUE(ticket.begin());
  EXPECT_EQ(ticket.withdraw(), Withdrawal::kRefused);
  EXPECT_FALSE(ticket.withdrawn());
}

TEST(Tickets, WhatMayBeAbandonedSaysSoOnce) {
  int times = 0;
  Ticket ticket;
  ticket.allow_withdrawal();
  ticket.allow_abandon([&] { ++times; });
  ASSERT_TRUE(ticket.begin());
  EXPECT_EQ(ticket.withdraw(), Withdrawal::kAbandoned);
  EXPECT_TRUE(ticket.withdrawn());
  EXPECT_EQ(ticket.withdraw(), Withdrawal::kRefused);
  EXPECT_EQ(times, 1);
}

}  // namespace
}  // namespace gokeyctl::broker
