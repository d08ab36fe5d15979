// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/session.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <algorithm>
#include <utility>

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto kLongestDelay = 2s;
// An idle time that is read slightly before its end is asked for again a little later.
constexpr auto kIdleSlack = 1s;

QString login() { return QStringLiteral("org.freedesktop.login1"); }
QString login_path() { return QStringLiteral("/org/freedesktop/login1"); }
QString manager() { return QStringLiteral("org.freedesktop.login1.Manager"); }

// Who knows how long nobody typed, in the order in which they are asked.
struct IdleSource {
  const char *service, *path, *interface, *method;
  milliseconds unit;
};
constexpr IdleSource kIdleSources[] = {
    {"org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
     "org.gnome.Mutter.IdleMonitor", "GetIdletime", 1ms},
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
     "GetSessionIdleTime", 1000ms},
};

// Desktops that have a screen saver of their own kind beside, or instead of, the common one.
constexpr struct {
  const char *path, *interface;
} kScreenSavers[] = {
    {"/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"},
    {"/ScreenSaver", "org.freedesktop.ScreenSaver"},
    {"/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"},
    {"/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"},
    {"/org/mate/ScreenSaver", "org.mate.ScreenSaver"},
    {"/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"},
};

}  // namespace

Session::Session(QDBusConnection session_bus, QDBusConnection system_bus, QObject* parent)
    : QObject(parent), session_bus_(std::move(session_bus)), system_bus_(std::move(system_bus)) {
  sleep_limit_.setSingleShot(true);
  idle_timer_.setSingleShot(true);
  connect(&sleep_limit_, &QTimer::timeout, this, &Session::letSleep);
  connect(&idle_timer_, &QTimer::timeout, this, [this] { askIdle(0); });
}

void Session::start() {
  for (const auto& saver : kScreenSavers) {
    session_bus_.connect(QString(), QLatin1String(saver.path), QLatin1String(saver.interface),
                         QStringLiteral("ActiveChanged"), this, SLOT(takeScreenSaver(bool)));
  }
  if (!system_bus_.isConnected()) return;
  system_bus_.connect(login(), login_path(), manager(), QStringLiteral("PrepareForSleep"), this,
                      SLOT(takeSleep(bool)));
  findOwnSession();
}

// The session's Lock is what a desktop locker obeys; it comes before any screen saver.
void Session::findOwnSession() {
  const QString id = qEnvironmentVariable("XDG_SESSION_ID");
  QDBusMessage call = QDBusMessage::createMethodCall(
      login(), login_path(), manager(),
      id.isEmpty() ? QStringLiteral("GetSessionByPID") : QStringLiteral("GetSession"));
  if (id.isEmpty()) {
    call << 0U;  // whoever asks
  } else {
    call << id;
  }
  auto* answer = new QDBusPendingCallWatcher(system_bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusObjectPath> reply = *answer;
    if (!reply.isValid()) return;
    const QString path = reply.value().path();
    const QString session = QStringLiteral("org.freedesktop.login1.Session");
    system_bus_.connect(login(), path, session, QStringLiteral("Lock"), this, SLOT(takeLock()));
    system_bus_.connect(login(), path, session, QStringLiteral("Unlock"), this, SLOT(takeUnlock()));
  });
}

void Session::setDelaysSleep(bool delays) {
  if (delays_sleep_ == delays) return;
  delays_sleep_ = delays;
  if (delays) {
    inhibit();
  } else {
    inhibitor_ = QDBusUnixFileDescriptor();
  }
}

void Session::inhibit() {
  if (!system_bus_.isConnected() || inhibitor_.isValid()) return;
  QDBusMessage call =
      QDBusMessage::createMethodCall(login(), login_path(), manager(), QStringLiteral("Inhibit"));
  call << QStringLiteral("sleep") << QStringLiteral("GoKey Manager")
       << tr("Tokens are locked before the computer sleeps") << QStringLiteral("delay");
  auto* answer = new QDBusPendingCallWatcher(system_bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
    if (reply.isValid() && delays_sleep_) inhibitor_ = reply.value();
  });
}

void Session::takeSleep(bool about_to) {
  if (!about_to) {
    sleep_limit_.stop();
    emit woke();
    if (delays_sleep_) inhibit();
    return;
  }
  sleep_limit_.start(kLongestDelay);
  emit aboutToSleep();
}

// An answer that comes when the computer has woken up must not give up the next delay.
void Session::readyToSleep() {
  if (sleep_limit_.isActive()) letSleep();
}

// Letting go of the descriptor lets the computer sleep.
void Session::letSleep() {
  sleep_limit_.stop();
  inhibitor_ = QDBusUnixFileDescriptor();
}

void Session::takeLock() { setLocked(true); }
void Session::takeUnlock() { setLocked(false); }
void Session::takeScreenSaver(bool active) { setLocked(active); }

void Session::setLocked(bool locked) {
  if (screen_locked_ == locked) return;
  screen_locked_ = locked;
  if (locked) {
    emit screenLocked();
  } else {
    emit screenUnlocked();
  }
}

void Session::watchIdle(std::optional<std::chrono::minutes> limit) {
  if (idle_limit_ == limit) return;
  idle_limit_ = limit;
  idle_told_ = false;
  idle_timer_.stop();
  if (limit) idle_timer_.start(*limit);
}

void Session::askIdle(int source) {
  if (source >= static_cast<int>(std::size(kIdleSources))) {
    // Nobody here knows; perhaps later.
    if (idle_limit_) idle_timer_.start(*idle_limit_);
    return;
  }
  const IdleSource& asked = kIdleSources[source];
  QDBusMessage call =
      QDBusMessage::createMethodCall(QLatin1String(asked.service), QLatin1String(asked.path),
                                     QLatin1String(asked.interface), QLatin1String(asked.method));
  auto* answer = new QDBusPendingCallWatcher(session_bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, source, &asked] {
    answer->deleteLater();
    const QVariant value = answer->reply().arguments().value(0);
    bool number = false;
    const qulonglong count = value.toULongLong(&number);
    if (answer->isError() || !number) return askIdle(source + 1);
    // Longer than a year is no idle time.
    takeIdle(std::min<qulonglong>(count, 365ULL * 24 * 3600 * 1000) * asked.unit);
  });
}

// Asked again when it could be over at the earliest: at most once per limit, however busy one is.
void Session::takeIdle(milliseconds without_input) {
  if (!idle_limit_) return;
  const milliseconds limit = *idle_limit_;
  if (without_input < limit) {
    idle_told_ = false;
    idle_timer_.start(limit - without_input + kIdleSlack);
    return;
  }
  idle_timer_.start(limit);
  if (!std::exchange(idle_told_, true)) emit idle();
}

}  // namespace gokeyctl::gui
