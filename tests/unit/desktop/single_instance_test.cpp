// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/single_instance.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "gui/platform/autostart.h"
#include "private_bus.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;

class SingleInstanceTest : public ::testing::Test {
 protected:
  void hear(SingleInstance& instance) {
    QObject::connect(&instance, &SingleInstance::summoned,
                     [this](const Summons& summons) { heard_.push_back(summons); });
  }
  // A second start waits for the first, whose event loop turns here meanwhile.
  static bool claimElsewhere(const std::function<bool()>& claim) {
    bool claimed = false;
    std::atomic<bool> done = false;
    std::thread other([&] {
      claimed = claim();
      done = true;
    });
    EXPECT_TRUE(eventually([&] { return done.load(); }));
    other.join();
    return claimed;
  }

  QTemporaryDir folder_;
  std::vector<Summons> heard_;
};

TEST_F(SingleInstanceTest, ASecondStartOnTheBusRaisesTheFirst) {
  PrivateBus bus;
  SingleInstance first(bus.connect(), {});
  hear(first);
  ASSERT_TRUE(first.claim({}));
  const QDBusConnection other = bus.connect();
  EXPECT_FALSE(claimElsewhere([&] {
    SingleInstance second(other, {});
    return second.claim({.activation_token = QStringLiteral("tok"),
                         .consoles = {QStringLiteral("console:127.0.0.1:2222")},
                         .hidden = false});
  }));
  ASSERT_TRUE(eventually([this] { return heard_.size() == 2; }));
  EXPECT_EQ(heard_[0].consoles, QStringList{QStringLiteral("console:127.0.0.1:2222")});
  EXPECT_TRUE(heard_[0].hidden);
  EXPECT_FALSE(heard_[1].hidden);
  EXPECT_EQ(heard_[1].activation_token, QStringLiteral("tok"));
}

TEST_F(SingleInstanceTest, AHiddenSecondStartRaisesNothing) {
  PrivateBus bus;
  SingleInstance first(bus.connect(), {});
  hear(first);
  ASSERT_TRUE(first.claim({}));
  const QDBusConnection other = bus.connect();
  EXPECT_FALSE(claimElsewhere([&] {
    SingleInstance second(other, {});
    return second.claim({.activation_token = {}, .consoles = {}, .hidden = true});
  }));
  EXPECT_TRUE(heard_.empty());
}

TEST_F(SingleInstanceTest, TheDesktopActivatesItByDBus) {
  PrivateBus bus;
  SingleInstance first(bus.connect(), {});
  hear(first);
  ASSERT_TRUE(first.claim({}));
  QDBusMessage call = QDBusMessage::createMethodCall(
      QStringLiteral("org.gokey.Manager"), QStringLiteral("/org/gokey/Manager"),
      QStringLiteral("org.freedesktop.Application"), QStringLiteral("Activate"));
  call << QVariantMap{{QStringLiteral("desktop-startup-id"), QStringLiteral("id_TIME1")}};
  const auto answer = bus.connect().asyncCall(call);
  ASSERT_TRUE(eventually([&] { return answer.isFinished(); }));
  EXPECT_FALSE(answer.isError()) << answer.error().message().toStdString();
  ASSERT_EQ(heard_.size(), 1U);
  EXPECT_EQ(heard_[0].activation_token, QStringLiteral("id_TIME1"));
}

TEST_F(SingleInstanceTest, WithoutABusASocketServes) {
  const QDBusConnection none(QStringLiteral("no-such-bus"));
  const QString socket = folder_.filePath(QStringLiteral("run/app.sock"));
  SingleInstance first(none, socket);
  hear(first);
  ASSERT_TRUE(first.claim({}));
  EXPECT_FALSE(claimElsewhere([&] {
    SingleInstance second(none, socket);
    return second.claim({.activation_token = {}, .consoles = {}, .hidden = false});
  }));
  ASSERT_TRUE(eventually([this] { return heard_.size() == 1; }));
  EXPECT_FALSE(heard_[0].hidden);
}

TEST_F(SingleInstanceTest, ASocketThatSomebodyLeftBehindIsTakenOver) {
  const QDBusConnection none(QStringLiteral("no-such-bus"));
  const QString socket = folder_.filePath(QStringLiteral("app.sock"));
  QFile left(socket);
  ASSERT_TRUE(left.open(QIODevice::WriteOnly));
  left.close();
  SingleInstance first(none, socket);
  EXPECT_TRUE(first.claim({}));
}

TEST_F(SingleInstanceTest, GarbageOnTheSocketDoesNothing) {
  const QDBusConnection none(QStringLiteral("no-such-bus"));
  const QString socket = folder_.filePath(QStringLiteral("app.sock"));
  SingleInstance first(none, socket);
  hear(first);
  ASSERT_TRUE(first.claim({}));
  for (const QByteArray& garbage :
       {QByteArray("[]\n"), QByteArray("{\n"), QByteArray(40000, 'x'), QByteArray("\n")}) {
    QLocalSocket caller;
    caller.connectToServer(socket);
    ASSERT_TRUE(eventually([&] { return caller.state() == QLocalSocket::ConnectedState; }));
    caller.write(garbage);
    EXPECT_TRUE(eventually([&] { return caller.state() == QLocalSocket::UnconnectedState; }));
  }
  EXPECT_TRUE(heard_.empty());
}

TEST(Autostart, IsAFileOfThePerson) {
  QTemporaryDir home;
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  EXPECT_FALSE(is_autostarted());
  ASSERT_TRUE(set_autostarted(true));
  EXPECT_TRUE(is_autostarted());
  QFile file(home.filePath(QStringLiteral("autostart/org.gokey.Manager.desktop")));
  ASSERT_TRUE(file.open(QIODevice::ReadWrite));
  const QByteArray text = file.readAll();
  EXPECT_TRUE(text.contains("\nExec=\"")) << text.toStdString();
  EXPECT_TRUE(text.contains("\" --hidden\n"));
  // As desktops switch it off.
  file.write("Hidden=true\n");
  file.close();
  EXPECT_FALSE(is_autostarted());
  ASSERT_TRUE(set_autostarted(false));
  EXPECT_FALSE(file.exists());
  ASSERT_TRUE(set_autostarted(false)) << "nothing to do";
  qunsetenv("XDG_CONFIG_HOME");
}

}  // namespace
}  // namespace gokeyctl::gui
