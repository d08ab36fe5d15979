// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/notices.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QSignalSpy>
#include <memory>

#include <gtest/gtest.h>

#include "notification_service.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;
using Kind = BrokerEvent::Kind;

class NoticesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    desktop_.server.start();
    ASSERT_TRUE(eventually([this] { return desktop_.server.isThere(); }));
    desktop_.link.tell(unlocked_token());
  }
  void lock(LockReason reason) {
    BrokerEvent event;
    event.kind = Kind::kLocked;
    event.time = "2026-11-03T14:12:00.000Z";
    event.id = "A1B2C3D4";
    event.token = locked_token();
    event.keys = {KeyUse::kDecryption};
    event.reason = reason;
    emit desktop_.link.told(event);
  }
  // Everything sent so far has arrived.
  std::size_t count() {
    for (int turn = 0; turn < 2; ++turn) {
      const auto answer = panel_.asyncCall(QDBusMessage::createMethodCall(
          QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
          QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
      EXPECT_TRUE(eventually([&] { return answer.isFinished(); }));
      QCoreApplication::processEvents();
    }
    return service_.shown.size();
  }
  void expect(std::size_t number, const char* summary, const char* body) {
    ASSERT_EQ(count(), number);
    EXPECT_EQ(service_.shown.back().summary.toStdString(), summary);
    EXPECT_EQ(service_.shown.back().body.toStdString(), body);
  }

  Desktop desktop_;
  QDBusConnection panel_ = desktop_.bus.connect();
  NotificationService service_{panel_};
  Quiet quiet_;
  Notices notices_{desktop_.desk, desktop_.settings, quiet_, desktop_.server};
};

TEST_F(NoticesTest, WhatWasLockedByItselfIsToldWithTheReason) {
  lock(LockReason::kTimeOver);
  expect(1, "Work token is locked", "Because the time was over.");
  lock(LockReason::kScreenLocked);
  expect(2, "Work token is locked", "Because the screen was locked.");
  lock(LockReason::kSleep);
  expect(3, "Work token is locked", "Because the computer goes to sleep.");
  lock(LockReason::kRemoved);
  expect(4, "Work token was unplugged while unlocked",
         "Without power it forgets, so it is locked now.");
  lock(LockReason::kAsked);
  lock(LockReason::kToken);
  EXPECT_EQ(count(), 4U) << "what a person did or the token always does is no news";
}

TEST_F(NoticesTest, EachKindHasItsSwitch) {
  ASSERT_TRUE(desktop_.settings.setOn(keys::kNotifyLocked, false));
  lock(LockReason::kTimeOver);
  EXPECT_EQ(count(), 0U);
  lock(LockReason::kRemoved);
  EXPECT_EQ(count(), 1U);
  ASSERT_TRUE(desktop_.settings.setOn(keys::kNotifyUnplugged, false));
  lock(LockReason::kRemoved);
  EXPECT_EQ(count(), 1U);
  ASSERT_TRUE(desktop_.settings.setOn(keys::kNotifyPresenceMissed, false));
  notices_.presenceEnded(QStringLiteral("Nobody confirmed in time"), {});
  EXPECT_EQ(count(), 1U);
}

TEST_F(NoticesTest, PausedMeansSilent) {
  quiet_.pauseUntil(QDateTime::currentDateTime().addSecs(3600));
  lock(LockReason::kTimeOver);
  EXPECT_EQ(count(), 0U);
  quiet_.resume();
  lock(LockReason::kTimeOver);
  EXPECT_EQ(count(), 1U);
}

TEST_F(NoticesTest, ANewTokenIsWelcomedOncePerPlugging) {
  QSignalSpy guide(&notices_, &Notices::guideWanted);
  BrokerToken token = token_in(TokenState::kAttention, "DDDDDDDD", "");
  token.nickname.reset();
  token.known = false;
  token.presented = HostKey{"ssh-ed25519", "SHA256:abc"};
  token.problem = problem_of(Code::kHostKey);
  desktop_.link.tell(token);
  desktop_.link.tell(token);
  expect(1, "A new token: DDDDDDDD", "");
  service_.press(service_.shown[0].number, "welcome");
  ASSERT_TRUE(eventually([&] { return guide.size() == 1; }));
  EXPECT_EQ(guide[0][0].toString(), QStringLiteral("DDDDDDDD"));
  desktop_.link.gone("DDDDDDDD");
  desktop_.link.tell(token);
  EXPECT_EQ(count(), 2U);
}

TEST_F(NoticesTest, AChangedHostKeyNeedsThePerson) {
  QSignalSpy open(&notices_, &Notices::openWanted);
  BrokerEvent event;
  event.kind = Kind::kProblem;
  event.id = "A1B2C3D4";
  event.token = changed_token();
  event.problem = problem_of(Code::kHostKey);
  emit desktop_.link.told(event);
  expect(1, "Work token needs attention", "The host key has changed.");
  service_.press(service_.shown[0].number, "default");
  EXPECT_TRUE(eventually([&] { return open.size() == 1; }));
}

BrokerEvent uncertain_lock() {
  BrokerEvent event;
  event.kind = Kind::kProblem;
  event.id = "A1B2C3D4";
  event.token = unlocked_token();
  event.token->state = TokenState::kUnreachable;
  event.problem = problem_of(Code::kTimeout);
  event.problem->details["reason"] = "lock-not-acknowledged";
  event.token->problem = event.problem;
  return event;
}

TEST_F(NoticesTest, ALockThatIsNotCertainIsToldEvenWhilePaused) {
  quiet_.pauseUntil(QDateTime::currentDateTime().addSecs(3600));
  emit desktop_.link.told(uncertain_lock());
  EXPECT_EQ(count(), 1U);
  EXPECT_EQ(service_.shown.back().summary, QStringLiteral("A token may still be unlocked"));
  EXPECT_TRUE(service_.shown.back().body.startsWith(
      QStringLiteral("Work token did not answer when it was to be locked.")));
}

TEST_F(NoticesTest, ALockThatIsNotCertainIsSaidWhereNotificationsCannotBeShown) {
  QSignalSpy window(&notices_, &Notices::cannotTell);
  service_.refuses = true;
  emit desktop_.link.told(uncertain_lock());
  ASSERT_TRUE(eventually([&] { return window.size() == 1; }));
  EXPECT_EQ(window[0][0].toString(), QStringLiteral("A token may still be unlocked"));
  panel_.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
  ASSERT_TRUE(eventually([this] { return !desktop_.server.isThere(); }));
  emit desktop_.link.told(uncertain_lock());
  EXPECT_EQ(window.size(), 2);
}

TEST_F(NoticesTest, TheWarningBeforeLockingIsOffByDefault) {
  BrokerToken token = unlocked_token();
  token.held[0].until =
      QDateTime::currentDateTimeUtc().addSecs(59).toString(Qt::ISODateWithMs).toStdString();
  desktop_.link.tell(token);
  EXPECT_EQ(count(), 0U);
  ASSERT_TRUE(desktop_.settings.setOn(keys::kNotifyBeforeLock, true));
  desktop_.link.tell(token);
  ASSERT_TRUE(eventually([this] { return service_.shown.size() == 1; }));
  EXPECT_EQ(service_.shown[0].summary.toStdString(), "Work token locks in one minute");
  desktop_.link.tell(token);
  EXPECT_EQ(count(), 1U) << "once";
}

}  // namespace
}  // namespace gokeyctl::gui
