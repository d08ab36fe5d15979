// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/record.h"

#include <gtest/gtest.h>

namespace gokeyctl::broker {
namespace {

using namespace std::chrono_literals;
using Kind = BrokerEvent::Kind;

class RecordTest : public testing::Test {
 protected:
  RecordTest() {
    record_.known.id = "AABBCCDD";
    record_.known.attached = true;
    tell(status(true, true));
  }

  static TokenStatus status(bool sig_locked, bool dec_locked,
                            std::optional<TokenStatus::Presence> pending = {}) {
    TokenStatus status;
    status.token.serial = "AABBCCDD";
    status.openpgp.initialised = true;
    status.openpgp.tries_left = 3;
    status.openpgp.keys = {{KeyUse::kSignature, std::string(40, 'a'), {}, {}, sig_locked},
                           {KeyUse::kDecryption, std::string(40, 'b'), {}, {}, dec_locked}};
    status.fido.presence_pending = std::move(pending);
    return status;
  }

  Record::Events tell(const ConsoleEvent& event, std::uint64_t generation = 0) {
    return record_.take_event(event, generation, last_number_, "firefox", now_);
  }
  Record::Events tell(const TokenStatus& status) {
    ConsoleEvent event;
    event.name = "status";
    event.status = status;
    return tell(event);
  }
  Record::Events tell(const char* name,
                      std::optional<TokenStatus::Presence> presence = std::nullopt) {
    ConsoleEvent event;
    event.name = name;
    event.presence = std::move(presence);
    return tell(event);
  }
  static const BrokerEvent* of(const Record::Events& events, Kind kind) {
    for (const BrokerEvent& event : events) {
      if (event.kind == kind) return &event;
    }
    return nullptr;
  }
  void pass(std::chrono::milliseconds time) {
    now_.boot += time;
    now_.wall += time;
  }
  void unlock_for(std::chrono::seconds time) {
    record_.begin_unlock(Scope::kAll, {Hold::Kind::kFor, time});
    tell(status(false, false));
    record_.end_unlock({}, now_);
  }

  Moment now_{BootClock::time_point(1h), std::chrono::system_clock::time_point(1'000'000h)};
  Record record_;
  std::uint64_t last_number_ = 0;
};

TEST_F(RecordTest, AKeyUnlockedForATimeIsDueWhenItIsOver) {
  unlock_for(10s);
  EXPECT_EQ(record_.lock_deadline(), now_.boot + 10s);
  EXPECT_TRUE(record_.view(now_).held.at(0).until.has_value());
  pass(9'999ms);
  EXPECT_TRUE(record_.due(now_).empty());
  pass(1ms);
  EXPECT_EQ(record_.due(now_).size(), 2U);
  record_.begin_lock(LockReason::kTimeOver);
  const auto events = tell(status(true, true));
  record_.end_lock();
  ASSERT_NE(of(events, Kind::kLocked), nullptr);
  EXPECT_EQ(of(events, Kind::kLocked)->reason, LockReason::kTimeOver);
  EXPECT_FALSE(record_.lock_deadline());
}

// A lock that was under way fails with the plug, and means nothing any more.
TEST_F(RecordTest, OneThatWasPulledOutHasNoProblem) {
  unlock_for(10s);
  static_cast<void>(record_.remove(now_));
  Error why;
  why.code = Code::kUnreachable;
  EXPECT_TRUE(record_.lose(why, now_).empty());
  EXPECT_FALSE(record_.view(now_).problem);
}

TEST_F(RecordTest, WhatOthersUnlockHasNoEnd) {
  const auto events = tell(status(true, false));
  ASSERT_NE(of(events, Kind::kUnlocked), nullptr);
  EXPECT_EQ(of(events, Kind::kUnlocked)->keys, std::vector{KeyUse::kDecryption});
  EXPECT_EQ(record_.view(now_).held.at(0).kind, Hold::Kind::kUntilLocked);
  EXPECT_FALSE(record_.lock_deadline());
}

TEST_F(RecordTest, AKeyThatLocksItselfIsToldApartFromOneThatWasLocked) {
  unlock_for(10s);
  const auto events = tell(status(true, false));
  EXPECT_EQ(of(events, Kind::kLocked)->keys, std::vector{KeyUse::kSignature});
  EXPECT_EQ(of(events, Kind::kLocked)->reason, LockReason::kToken);
}

TEST_F(RecordTest, OnlyAnEarlierEndIsNoLengthening) {
  unlock_for(60s);
  EXPECT_FALSE(record_.lengthens(Scope::kAll, {Hold::Kind::kFor, 30s}, now_));
  EXPECT_TRUE(record_.lengthens(Scope::kAll, {Hold::Kind::kFor, 61s}, now_));
  EXPECT_TRUE(record_.lengthens(Scope::kAll, {Hold::Kind::kUntilLocked, {}}, now_));
  EXPECT_TRUE(record_.lengthens(Scope::kAll, {Hold::Kind::kUntilScreenLock, {}}, now_));
  record_.shorten({Hold::Kind::kFor, 5s}, now_);
  EXPECT_EQ(record_.lock_deadline(), now_.boot + 5s);
}

TEST(HoldTest, AnEndByTheScreenAndOneByTheClockAreBothLaterThanTheOther) {
  const Hold minute{Hold::Kind::kFor, 60s}, hour{Hold::Kind::kFor, 3600s};
  const Hold screen{Hold::Kind::kUntilScreenLock, {}}, unplugged{Hold::Kind::kUntilUnplugged, {}};
  EXPECT_TRUE(ends_later(hour, minute));
  EXPECT_FALSE(ends_later(minute, hour));
  EXPECT_FALSE(ends_later(minute, minute));
  EXPECT_TRUE(ends_later(minute, screen));
  EXPECT_TRUE(ends_later(screen, minute));
  EXPECT_FALSE(ends_later(screen, screen));
  for (const Hold& each : {minute, hour, screen}) {
    EXPECT_TRUE(ends_later(unplugged, each));
    EXPECT_FALSE(ends_later(each, unplugged));
  }
}

TEST_F(RecordTest, UnlockingAgainNeverLengthensWithoutLocking) {
  unlock_for(10s);
  record_.begin_unlock(Scope::kAll, {Hold::Kind::kFor, 100s});
  record_.end_unlock({KeyUse::kSignature, KeyUse::kDecryption}, now_);
  EXPECT_EQ(record_.lock_deadline(), now_.boot + 10s);
}

TEST_F(RecordTest, ARequestForPresenceHasANumberThatIsNeverUsedAgain) {
  const TokenStatus::Presence github{"github.com", 10};
  const auto first = tell("presence-requested", github);
  ASSERT_NE(of(first, Kind::kPresenceRequested), nullptr);
  EXPECT_EQ(of(first, Kind::kPresenceRequested)->presence->number, 1U);
  EXPECT_EQ(record_.view(now_).presence->asker, "firefox");
  EXPECT_EQ(record_.view(now_).presence->left, 10s);
  pass(4s);
  EXPECT_EQ(record_.view(now_).presence->left, 6s);
  const auto ended = tell("presence-confirmed");
  EXPECT_EQ(of(ended, Kind::kPresenceEnded)->outcome, BrokerEvent::Outcome::kConfirmed);
  EXPECT_FALSE(record_.view(now_).presence);
  tell("presence-requested", github);
  EXPECT_EQ(record_.presence()->number, 2U);
}

TEST_F(RecordTest, ARequestSeenInTheStatusFirstIsTheSameWhenItsEventComes) {
  const TokenStatus::Presence github{"github.com", 8};
  EXPECT_NE(of(tell(status(true, true, github)), Kind::kPresenceRequested), nullptr);
  EXPECT_EQ(of(tell("presence-requested", github), Kind::kPresenceRequested), nullptr);
  EXPECT_EQ(record_.presence()->number, 1U);
}

TEST_F(RecordTest, ARequestThatReplacesAnotherEndsIt) {
  tell("presence-requested", TokenStatus::Presence{"one", 10});
  const auto events = tell("presence-requested", TokenStatus::Presence{"two", 10});
  EXPECT_EQ(of(events, Kind::kPresenceEnded)->presence->application, "one");
  EXPECT_EQ(of(events, Kind::kPresenceRequested)->presence->application, "two");
}

TEST_F(RecordTest, ARequestWhoseEndIsNeverToldEndsByItself) {
  tell("presence-requested");
  pass(11s);
  EXPECT_TRUE(record_.expire_presence(now_).empty());
  pass(2s);
  EXPECT_EQ(of(record_.expire_presence(now_), Kind::kPresenceEnded)->outcome,
            BrokerEvent::Outcome::kTimeout);
}

TEST_F(RecordTest, PullingTheTokenLocksIt) {
  unlock_for(60s);
  tell("presence-requested");
  const auto events = record_.remove(now_);
  EXPECT_EQ(of(events, Kind::kLocked)->reason, LockReason::kRemoved);
  EXPECT_EQ(of(events, Kind::kPresenceEnded)->outcome, BrokerEvent::Outcome::kRemoved);
  const BrokerToken view = record_.view(now_);
  EXPECT_EQ(view.state, TokenState::kNoToken);
  EXPECT_TRUE(view.held.empty());
  EXPECT_TRUE(view.status->key(KeyUse::kSignature)->locked);
}

// It may still be unlocked: whoever asks must not be told that it is not.
TEST_F(RecordTest, ALostConnectionForgetsNoUnlockedKey) {
  unlock_for(60s);
  const auto events = record_.lose(
      {.code = Code::kUnreachable, .message = "gone", .hint = {}, .details = {}, .cause = nullptr},
      now_);
  EXPECT_EQ(of(events, Kind::kLocked), nullptr);
  EXPECT_EQ(of(events, Kind::kProblem)->problem->code, Code::kUnreachable);
  EXPECT_EQ(record_.view(now_).state, TokenState::kUnreachable);
  EXPECT_EQ(record_.open_keys().size(), 2U);
  tell(status(true, true));  // it was restarted
  EXPECT_FALSE(record_.view(now_).problem);
  EXPECT_TRUE(record_.open_keys().empty());
}

TEST_F(RecordTest, WhatAWithdrawnUnlockOpensIsDueAtOnce) {
  record_.begin_unlock(Scope::kAll, {Hold::Kind::kUntilLocked, {}});
  record_.withdraw_unlock({}, now_);
  tell(status(false, false));
  record_.end_unlock({}, now_);
  EXPECT_EQ(record_.due(now_).size(), 2U);
  EXPECT_TRUE(record_.withdrawn(record_.due(now_)));
}

TEST_F(RecordTest, WhatItHadOpenedBeforeIsDueToo) {
  tell(status(true, false));  // by somebody else: stays
  record_.begin_unlock(Scope::kAll, {Hold::Kind::kFor, 60s});
  tell(status(false, false));
  EXPECT_TRUE(record_.due(now_).empty());
  record_.withdraw_unlock({}, now_);
  EXPECT_EQ(record_.due(now_), std::vector{KeyUse::kSignature});
  EXPECT_FALSE(record_.withdrawn(record_.open_keys()));
}

// The answer was lost: the token may still be at it when it answers again.
TEST_F(RecordTest, AnUnlockOfUnknownOutcomeKeepsItsEnd) {
  record_.begin_unlock(Scope::kDecryption, {Hold::Kind::kFor, 60s});
  record_.doubt_unlock();
  EXPECT_EQ(record_.in_doubt(), std::pair(Scope::kDecryption, Hold::Kind::kFor));
  pass(10min);  // it is silent for as long as it likes
  tell(status(true, true));
  pass(29s);
  tell(status(false, false));
  EXPECT_EQ(record_.lock_deadline(), now_.boot + 60s);
  EXPECT_EQ(record_.view(now_).held.at(0).kind, Hold::Kind::kUntilLocked);  // was not in its scope
}

TEST_F(RecordTest, WhatOpensLongAfterIsNotItsDoing) {
  record_.begin_unlock(Scope::kAll, {Hold::Kind::kUntilLocked, {}});
  record_.withdraw_unlock({}, now_);
  record_.doubt_unlock();
  tell(status(true, true));
  pass(31s);
  tell(status(true, true));
  EXPECT_FALSE(record_.in_doubt());
  tell(status(false, false));
  EXPECT_TRUE(record_.due(now_).empty());
}

TEST_F(RecordTest, ATokenWithoutPowerForgetsAnUnlock) {
  record_.begin_unlock(Scope::kAll, {Hold::Kind::kFor, 60s});
  record_.doubt_unlock();
  static_cast<void>(record_.remove(now_));
  EXPECT_FALSE(record_.in_doubt());
}

TEST(Scopes, TheLeastThatHasAll) {
  EXPECT_EQ(scope_of({KeyUse::kSignature}), Scope::kSignature);
  EXPECT_EQ(scope_of({KeyUse::kDecryption, KeyUse::kAuthentication}), Scope::kDecryption);
  EXPECT_EQ(scope_of({KeyUse::kSignature, KeyUse::kAuthentication}), Scope::kAll);
}

}  // namespace
}  // namespace gokeyctl::broker
