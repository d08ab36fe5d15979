// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A message bus for one test, and waiting in Qt's event loop.
#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>
#include <functional>

namespace gokeyctl::gui::testing {

// Turns the event loop until `done`; false when that does not happen.
inline bool eventually(const std::function<bool()>& done) {
  QDeadlineTimer deadline(60000);
  QTimer wake;  // so that a lost event ends in a failure, not in a hang
  wake.start(20);
  while (!done()) {
    if (deadline.hasExpired()) return false;
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }
  return true;
}

class PrivateBus {
 public:
  PrivateBus() {
    daemon_.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--session"), QStringLiteral("--nofork"),
                   QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
    while (!daemon_.canReadLine() && daemon_.waitForReadyRead()) {
    }
    address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
  }
  ~PrivateBus() {
    for (const QString& name : names_) QDBusConnection::disconnectFromBus(name);
    daemon_.kill();  // ours, by its process
    daemon_.waitForFinished();
  }
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;

  [[nodiscard]] QString address() const { return address_; }
  // Another participant each time.
  [[nodiscard]] QDBusConnection connect() {
    static int count = 0;
    names_.append(QStringLiteral("test-%1").arg(++count));
    return QDBusConnection::connectToBus(address_, names_.last());
  }

 private:
  QProcess daemon_;
  QString address_;
  QStringList names_;
};

}  // namespace gokeyctl::gui::testing
