// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether the person wants things to stand still, as the desktop says: the settings portal
// (org.freedesktop.portal.Settings), else Qt's style.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <map>

namespace gokeyctl::gui {

class MotionWish : public QObject {
  Q_OBJECT

 public:
  explicit MotionWish(QDBusConnection bus, QObject* parent = nullptr);
  void start();
  [[nodiscard]] bool isStill() const { return still_; }

 signals:
  void changed(bool still);

 private slots:
  void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void ask(const QString& group, const QString& key);
  void take(const QString& key, const QVariant& value);

  QDBusConnection bus_;
  std::map<QString, bool> wishes_;  // what each setting says
  bool still_ = false;
};

}  // namespace gokeyctl::gui
