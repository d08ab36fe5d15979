// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether the person asked for quiet. It silences what tells of a change; a site that asks for
// presence is still shown, since it waits for an answer and lapses in seconds.
#pragma once

#include <QDateTime>
#include <QObject>
#include <optional>

namespace gokeyctl::gui {

class Quiet : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Absent when notifications are shown.
  [[nodiscard]] std::optional<QDateTime> until(
      const QDateTime& now = QDateTime::currentDateTime()) const;
  void pauseUntil(const QDateTime& time);
  void resume();

 signals:
  void changed();

 private:
  QDateTime until_;
};

// The two choices of the tray's menu.
[[nodiscard]] QDateTime in_one_hour(const QDateTime& now);
[[nodiscard]] QDateTime tomorrow(const QDateTime& now);  // its midnight

}  // namespace gokeyctl::gui
