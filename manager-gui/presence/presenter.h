// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Puts each request for presence before the person: as a notification with actions, else in a
// window of our own; one for each token; gone the moment the request ends.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>

#include "gui/models/desk.h"
#include "gui/models/settings.h"
#include "gui/presence/notification_server.h"
#include "gui/presence/popup.h"

namespace gokeyctl::gui {

class PresencePresenter : public QObject {
  Q_OBJECT

 public:
  // All outlive the presenter.
  PresencePresenter(Desk& desk, const Settings& settings, NotificationServer& server,
                    QObject* parent = nullptr);
  ~PresencePresenter() override;

  // On a locked screen nothing is shown, unless the person chose so.
  void setScreenLocked(bool locked);
  // From elsewhere, as the tray's menu: the request that the person saw there.
  void confirm(const QString& id, quint64 number);
  // Of the request that is pending, for a click that names none; false if none is armed.
  bool confirmPending();

 signals:
  void openWanted(const QString& id, const QString& activation_token);
  // A quiet note afterwards: how it ended, when nobody would see otherwise.
  void endedUnseen(const QString& title, const QString& text);

 private:
  struct Shown {
    quint64 number = 0;
    QElapsedTimer since;
    std::unique_ptr<PresencePopup> popup;
    quint32 notification = 0;  // 0: none, or its number is awaited
    bool awaited = false;      // Notify was sent and not answered
    bool confirming = false;
    bool dismissed = false;
  };

  void requested(const QString& id, const PresenceRequest& request);
  void ended(const QString& id, const PresenceRequest& request, BrokerEvent::Outcome outcome);
  void removed(const QString& id);
  [[nodiscard]] bool mayShow() const;
  [[nodiscard]] bool asNotification() const;
  void showNotification(const QString& id, const PresenceRequest& request);
  void showPopup(const QString& id, const PresenceRequest& request);
  void notified(const QString& id, quint64 number, quint32 notification);
  void rewrite();
  void prepareSoon();
  void prepare();
  void hide(const QString& id);
  void dismissed(const QString& id, quint64 number);
  void tooLate();
  void action(quint32 notification, const QString& key);
  void closed(quint32 notification, quint32 reason);
  std::map<QString, Shown>::iterator byNotification(quint32 notification);

  Desk& desk_;
  const Settings& settings_;
  NotificationServer& server_;
  std::map<QString, Shown> shown_;
  std::map<QString, quint64> asked_;  // requests that are pending, shown or not
  QTimer second_;                     // runs while a text that tells the time is shown
  QTimer idle_;                       // runs once, before our own window is prepared
  bool prepared_ = false;
  QString activation_token_;
  bool screen_locked_ = false;
};

}  // namespace gokeyctl::gui
