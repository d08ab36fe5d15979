// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The rooms of the app put together, and what one has to tell another.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <functional>
#include <memory>
#include <set>

#include "gui/app/options.h"
#include "gui/broker/broker_host.h"
#include "gui/broker/broker_link.h"
#include "gui/models/desk.h"
#include "gui/models/quiet.h"
#include "gui/models/settings.h"
#include "gui/platform/global_shortcuts.h"
#include "gui/platform/loop_probe.h"
#include "gui/platform/motion_wish.h"
#include "gui/platform/session.h"
#include "gui/platform/single_instance.h"
#include "gui/presence/notices.h"
#include "gui/presence/notification_server.h"
#include "gui/presence/presenter.h"
#include "gui/tray/tray.h"
#include "gui/window/main_window.h"

namespace gokeyctl::gui {

class App : public QObject {
  Q_OBJECT

 public:
  explicit App(Options options);
  ~App() override;

  // False: another app runs and was told to show itself.
  [[nodiscard]] bool claim();
  void start();

 private:
  void connectTray();
  void connectPresence();
  void connectSession();
  void connectTokens();
  void connectShortcuts();
  MainWindow& window();
  void present(const QString& activation_token);
  void take(const TrayCommand& command);
  void clicked(const QString& activation_token);
  // `then` is called whatever came of it.
  void lockAll(LockReason reason, LockWhich which = LockWhich::kEveryKey,
               std::function<void()> then = {});
  void lockOne(const QString& id);
  void lockForScreen();
  void applySettings();
  void tellDesktop();
  void watchConsoles();
  void trustNew(const QString& id);

  Options options_;
  Settings settings_;
  BrokerLink link_;
  Desk desk_;
  Quiet quiet_;
  QDBusConnection bus_;
  SingleInstance instance_;
  Session session_;
  MotionWish motion_;
  LoopProbe probe_;
  GlobalShortcuts shortcuts_;
  NotificationServer notifications_;
  PresencePresenter presence_;
  Notices notices_;
  Tray tray_;
  std::unique_ptr<MainWindow> window_;  // made when it is first wanted
  std::unique_ptr<BrokerHost> host_;    // ends first
  std::set<QString> trusting_;
};

}  // namespace gokeyctl::gui
