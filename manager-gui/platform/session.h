// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// When the person leaves: the screen locks, the computer sleeps, nobody types. From logind
// (org.freedesktop.login1) and the desktop's screen saver; without them nothing is told.
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

namespace gokeyctl::gui {

class Session : public QObject {
  Q_OBJECT

 public:
  Session(QDBusConnection session_bus, QDBusConnection system_bus, QObject* parent = nullptr);

  void start();
  [[nodiscard]] bool isScreenLocked() const { return screen_locked_; }
  // Holds sleep back, for at most what logind grants and never longer than 2 s, until
  // readyToSleep(). Off: the computer is not delayed.
  void setDelaysSleep(bool delays);
  // What had to be done before sleeping is done. Too late, it means nothing.
  void readyToSleep();
  // Tells when there was no input for so long; nothing: does not ask.
  void watchIdle(std::optional<std::chrono::minutes> limit);

 signals:
  void screenLocked();
  void screenUnlocked();
  void aboutToSleep();
  void woke();
  void idle();

 private slots:
  void takeSleep(bool about_to);
  void takeLock();
  void takeUnlock();
  void takeScreenSaver(bool active);

 private:
  void findOwnSession();
  void inhibit();
  void letSleep();
  void setLocked(bool locked);
  void askIdle(int source);
  void takeIdle(std::chrono::milliseconds without_input);

  QDBusConnection session_bus_, system_bus_;
  QDBusUnixFileDescriptor inhibitor_;
  QTimer sleep_limit_;  // runs while sleep is held back
  QTimer idle_timer_;   // runs only while watchIdle asked for it, until the earliest end
  std::optional<std::chrono::minutes> idle_limit_;
  bool idle_told_ = false;
  bool delays_sleep_ = false;
  bool screen_locked_ = false;
};

}  // namespace gokeyctl::gui
