// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How long the event loop is away from the person, measured from inside: for tests and
// measurements, which ask over D-Bus. It costs nothing while nobody measures.
#pragma once

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gokeyctl::gui {

class LoopProbe : public QObject {
  Q_OBJECT

 public:
  struct Gaps {
    double longest_ms = 0;  // between two turns of the loop
    uint turns = 0;
  };

  explicit LoopProbe(QObject* parent = nullptr);

  // Offers org.gokey.Manager.Probe at /org/gokey/Manager/Probe; false if the bus refuses.
  [[nodiscard]] bool publish(QDBusConnection bus);

  void begin();
  // What was measured since begin(), the gap that is still open among it.
  Gaps end();

 private:
  void note();

  QTimer turn_;
  QElapsedTimer since_;
  Gaps gaps_;
};

}  // namespace gokeyctl::gui
