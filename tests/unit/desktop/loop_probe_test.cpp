// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/loop_probe.h"

#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QElapsedTimer>

#include <gtest/gtest.h>

#include "private_bus.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;

// Away from the loop for at least so long.
void stall(qint64 milliseconds) {
  QElapsedTimer since;
  since.start();
  while (since.elapsed() <= milliseconds) {
  }
}

TEST(LoopProbeTest, ALoopThatWasAwayIsSeen) {
  LoopProbe probe;
  probe.begin();
  stall(120);
  const LoopProbe::Gaps gaps = probe.end();
  EXPECT_GE(gaps.longest_ms, 120);
  EXPECT_EQ(gaps.turns, 1U);
}

TEST(LoopProbeTest, EachMeasurementBeginsAnew) {
  LoopProbe probe;
  probe.begin();
  stall(60);
  EXPECT_GE(probe.end().longest_ms, 60);
  EXPECT_EQ(probe.end().turns, 0U);
  EXPECT_EQ(probe.end().longest_ms, 0);
}

TEST(LoopProbeTest, IsAskedOverTheBus) {
  PrivateBus bus;
  const QDBusConnection app = bus.connect();
  const QDBusConnection other = bus.connect();
  LoopProbe probe;
  ASSERT_TRUE(probe.publish(app));
  const auto ask = [&](const char* method) {
    const QDBusPendingCall call = other.asyncCall(QDBusMessage::createMethodCall(
        app.baseService(), QStringLiteral("/org/gokey/Manager/Probe"),
        QStringLiteral("org.gokey.Manager.Probe"), QLatin1String(method)));
    EXPECT_TRUE(eventually([&] { return call.isFinished(); }));
    return call;
  };
  EXPECT_FALSE(ask("Begin").isError());
  stall(60);
  const QDBusPendingReply<double, uint> end = ask("End");
  ASSERT_FALSE(end.isError()) << end.error().message().toStdString();
  EXPECT_GE(end.argumentAt<0>(), 60);
  EXPECT_GE(end.argumentAt<1>(), 1U);
}

}  // namespace
}  // namespace gokeyctl::gui
