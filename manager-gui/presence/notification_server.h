// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The desktop's notification service (freedesktop.org, "Desktop Notifications Specification" 1.2),
// asked without waiting.
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <functional>
#include <optional>

namespace gokeyctl::gui {

struct Notification {
  quint32 replaces = 0;  // the number of the one that this takes the place of
  QString icon;          // name in the icon theme
  QString summary;       // plain text
  QString body;          // plain text
  QStringList actions;   // key, label, key, label …
  QVariantMap hints;
  int timeout = -1;  // ms; -1: as the service likes
};

class NotificationServer : public QObject {
  Q_OBJECT

 public:
  explicit NotificationServer(QDBusConnection bus, QObject* parent = nullptr);

  // Finds out what the service can do, now and whenever there is a new one.
  void start();
  [[nodiscard]] bool isThere() const { return capabilities_.has_value(); }
  [[nodiscard]] bool hasActions() const;
  // The person asked the desktop for silence, as far as it tells (Plasma does).
  [[nodiscard]] bool isInhibited() const { return inhibited_; }
  // A notification can be rewritten without alerting anew.
  [[nodiscard]] bool rewritesQuietly() const { return plasma_; }

  // `done`: its number, or 0 when it could not be shown.
  void notify(const Notification& notification, const std::function<void(quint32)>& done);
  void close(quint32 number);

 signals:
  void actionInvoked(quint32 number, const QString& key);
  // With the action that follows: lets a window be raised on Wayland.
  void activationToken(quint32 number, const QString& token);
  // 1: expired, 2: dismissed by the person, 3: by close(), 4: undefined.
  void closed(quint32 number, quint32 reason);
  void lost();
  void found();
  void inhibitedChanged();

 private slots:
  void takeAction(uint number, const QString& key);
  void takeToken(uint number, const QString& token);
  void takeClosed(uint number, uint reason);
  void takeProperties(const QString& interface, const QVariantMap& changed, const QStringList&);

 private:
  void askCapabilities();
  void askIdentity();
  void setInhibited(bool inhibited);

  QDBusConnection bus_;
  QDBusServiceWatcher watcher_;
  std::optional<QStringList> capabilities_;
  bool inhibited_ = false;
  bool plasma_ = false;
};

}  // namespace gokeyctl::gui
