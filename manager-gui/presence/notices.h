// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the app tells by itself: a change that a person did not ask for. Each kind has its switch,
// and all are silent while notifications are paused.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>

#include "gui/models/desk.h"
#include "gui/models/quiet.h"
#include "gui/models/settings.h"
#include "gui/presence/notification_server.h"

namespace gokeyctl::gui {

class Notices : public QObject {
  Q_OBJECT

 public:
  // All outlive the notices.
  Notices(const Desk& desk, const Settings& settings, const Quiet& quiet,
          NotificationServer& server, QObject* parent = nullptr);

  // How a request for presence ended.
  void presenceEnded(const QString& title, const QString& text);
  // A token was locked by itself.
  void locked(const QString& id, LockReason reason);
  // Keys may still be open: a lock was sent, and not every token answered. Said in any case, also
  // while notifications are paused; where there are none, in the window.
  void lockNotCertain(const QString& text);

 signals:
  void cannotTell(const QString& title, const QString& text);
  void openWanted(const QString& id, const QString& activation_token);
  void guideWanted(const QString& id, const QString& activation_token);
  void unlockWanted(const QString& id, const QString& activation_token);

 private:
  using Chosen = std::function<void(const QString& activation_token)>;
  struct Action {
    QString key, label;
    Chosen chosen;
  };
  void tell(const QString& title, const QString& text, const QString& icon,
            const std::vector<Action>& actions, bool low = false);
  void send(const QString& title, const QString& text, const QString& icon,
            const std::vector<Action>& actions, bool low,
            const std::function<void()>& not_shown = {});
  void problem(const QString& id, const Error& error);
  void newToken(const QString& id);
  void planWarning();
  void warn();

  const Desk& desk_;
  const Settings& settings_;
  const Quiet& quiet_;
  NotificationServer& server_;
  std::map<quint32, std::map<QString, Chosen>> actions_;
  QTimer warning_;                       // runs only if the person wants that warning
  std::map<QString, QDateTime> warned_;  // the end that each token was warned of
  QStringList welcomed_;
  QString activation_token_;
};

}  // namespace gokeyctl::gui
