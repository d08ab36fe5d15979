// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Screen lock, sleep and idleness, told by a logind and a screen saver of the test's own.
#include "gui/platform/session.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QSignalSpy>
#include <memory>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include "private_bus.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;
using namespace std::chrono_literals;

class Logind : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

 public:
  explicit Logind(QDBusConnection bus) : bus_(std::move(bus)) {
    bus_.registerObject(QStringLiteral("/org/freedesktop/login1"), this,
                        QDBusConnection::ExportAllContents);
    bus_.registerService(QStringLiteral("org.freedesktop.login1"));
  }
  void sessionSays(const char* what) {
    bus_.send(QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1/session/own"),
                                         QStringLiteral("org.freedesktop.login1.Session"),
                                         QLatin1String(what)));
  }
  ~Logind() override { letGo(); }
  // Every copy of the last inhibitor is closed.
  [[nodiscard]] bool isReleased() const {
    pollfd end{reader_, 0, 0};
    return reader_ >= 0 && ::poll(&end, 1, 0) == 1 && (end.revents & POLLHUP) != 0;
  }
  QStringList inhibited;

 public slots:
  QDBusObjectPath GetSessionByPID(uint) {
    return QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/session/own"));
  }
  QDBusObjectPath GetSession(const QString&) { return GetSessionByPID(0); }
  QDBusUnixFileDescriptor Inhibit(const QString& what, const QString&, const QString&,
                                  const QString& mode) {
    letGo();
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return {};
    reader_ = ends[0];
    QDBusUnixFileDescriptor fifo;
    fifo.giveFileDescriptor(ends[1]);
    inhibited.append(what + QLatin1Char(' ') + mode);
    return fifo;
  }

 signals:
  void PrepareForSleep(bool about_to);

 private:
  void letGo() {
    if (reader_ >= 0) ::close(reader_);
    reader_ = -1;
  }
  QDBusConnection bus_;
  int reader_ = -1;
};

class ScreenSaver : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

 public:
  explicit ScreenSaver(QDBusConnection bus) : bus_(std::move(bus)) {
    bus_.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), this,
                        QDBusConnection::ExportAllContents);
    bus_.registerService(QStringLiteral("org.freedesktop.ScreenSaver"));
  }
  uint idle_seconds = 0;
  int asked = 0;

 public slots:
  uint GetSessionIdleTime() {
    ++asked;
    return idle_seconds;
  }

 signals:
  void ActiveChanged(bool active);

 private:
  QDBusConnection bus_;
};

class SessionTest : public ::testing::Test {
 protected:
  void SetUp() override { session_.start(); }
  // Whatever was asked at the start is answered.
  bool settled() {
    const auto answer = system_.asyncCall(QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
    return eventually([&] { return answer.isFinished(); });
  }

  PrivateBus session_bus_, system_bus_;
  QDBusConnection system_ = system_bus_.connect();
  Logind logind_{system_};
  ScreenSaver saver_{session_bus_.connect()};
  QDBusConnection own_session_ = session_bus_.connect();
  Session session_{own_session_, system_bus_.connect()};
  QSignalSpy locked_{&session_, &Session::screenLocked};
  QSignalSpy unlocked_{&session_, &Session::screenUnlocked};
  QSignalSpy sleeps_{&session_, &Session::aboutToSleep};
  QSignalSpy wakes_{&session_, &Session::woke};
  QSignalSpy idle_{&session_, &Session::idle};
};

TEST_F(SessionTest, TheScreenSaverTellsOnce) {
  emit saver_.ActiveChanged(true);
  emit saver_.ActiveChanged(true);
  emit saver_.ActiveChanged(false);
  ASSERT_TRUE(eventually([this] { return unlocked_.size() == 1; }));
  EXPECT_EQ(locked_.size(), 1);
  EXPECT_FALSE(session_.isScreenLocked());
}

TEST_F(SessionTest, LogindsLockCounts) {
  // The session's path has to be known first; then one of the signals arrives.
  ASSERT_TRUE(eventually([this] {
    logind_.sessionSays("Lock");
    return locked_.size() == 1;
  }));
  EXPECT_TRUE(session_.isScreenLocked());
  logind_.sessionSays("Unlock");
  EXPECT_TRUE(eventually([this] { return unlocked_.size() == 1; }));
}

TEST_F(SessionTest, SleepWaitsUntilReady) {
  session_.setDelaysSleep(true);
  ASSERT_TRUE(eventually([this] { return logind_.inhibited.size() == 1; }));
  EXPECT_EQ(logind_.inhibited[0], QStringLiteral("sleep delay"));
  ASSERT_TRUE(settled());
  emit logind_.PrepareForSleep(true);
  ASSERT_TRUE(eventually([this] { return sleeps_.size() == 1; }));
  EXPECT_FALSE(logind_.isReleased());
  session_.readyToSleep();
  EXPECT_TRUE(eventually([this] { return logind_.isReleased(); }));
  emit logind_.PrepareForSleep(false);
  EXPECT_TRUE(eventually([this] { return wakes_.size() == 1; }));
  EXPECT_TRUE(eventually([this] { return logind_.inhibited.size() == 2; })) << "for the next time";
}

TEST_F(SessionTest, SleepIsNotHeldBackForLong) {
  session_.setDelaysSleep(true);
  ASSERT_TRUE(eventually([this] { return logind_.inhibited.size() == 1; }));
  ASSERT_TRUE(settled());
  emit logind_.PrepareForSleep(true);
  // Nobody says readyToSleep().
  EXPECT_TRUE(eventually([this] { return logind_.isReleased(); }));
}

TEST_F(SessionTest, ReadyAfterWakingGivesUpNothing) {
  session_.setDelaysSleep(true);
  ASSERT_TRUE(eventually([this] { return logind_.inhibited.size() == 1; }));
  ASSERT_TRUE(settled());
  emit logind_.PrepareForSleep(true);
  emit logind_.PrepareForSleep(false);
  ASSERT_TRUE(eventually([this] { return wakes_.size() == 1; }));
  ASSERT_TRUE(settled());
  session_.readyToSleep();
  EXPECT_FALSE(logind_.isReleased()) << "the next sleep would not wait";
}

TEST_F(SessionTest, WithoutTheWishSleepIsNotDelayed) {
  session_.setDelaysSleep(true);
  ASSERT_TRUE(eventually([this] { return logind_.inhibited.size() == 1; }));
  ASSERT_TRUE(settled());
  session_.setDelaysSleep(false);
  EXPECT_TRUE(eventually([this] { return logind_.isReleased(); }));
}

TEST_F(SessionTest, IdlenessIsAskedForOnlyIfWanted) {
  saver_.idle_seconds = 60;
  session_.watchIdle(0min);
  ASSERT_TRUE(eventually([this] { return idle_.size() == 1; }));
  session_.watchIdle(std::nullopt);
  ASSERT_TRUE(settled());
  const int asked = saver_.asked;
  ASSERT_TRUE(settled());
  EXPECT_EQ(saver_.asked, asked);
  EXPECT_EQ(idle_.size(), 1) << "once, until there was input";
}

}  // namespace
}  // namespace gokeyctl::gui

#include "session_test.moc"
