// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The app's icon in the panel, by whatever way the desktop has: StatusNotifierItem, else XEmbed,
// else none.
#pragma once

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "gui/models/desk.h"
#include "gui/models/quiet.h"
#include "gui/tray/dbus_menu.h"
#include "gui/tray/look.h"
#include "gui/tray/menu.h"
#include "gui/tray/status_notifier_item.h"

namespace gokeyctl::gui {

class Tray : public QObject {
  Q_OBJECT

 public:
  // `desk` and `quiet` outlive the tray.
  Tray(const Desk& desk, const Quiet& quiet, QDBusConnection bus, QObject* parent = nullptr);
  ~Tray() override;

  void start();
  // Somebody can see the icon, or could if the panel did not hide it.
  [[nodiscard]] bool isAvailable() const;
  // With it, presence does not blink.
  void setStill(bool still);

 signals:
  void availableChanged(bool available);
  void command(const gokeyctl::gui::TrayCommand& command);
  void leftClicked(const QString& activation_token);
  void middleClicked();

 private slots:
  void tellAvailable();

 private:
  void change();
  void show();
  void watchSystemTray();
  void showOwnIcon();  // XEmbed
  void fillOwnMenu();
  void offerConfirmation();
  void useOwnIcon(bool use);

  const Desk& desk_;
  const Quiet& quiet_;
  DBusMenu menu_;
  StatusNotifierItem item_;
  std::unique_ptr<QSystemTrayIcon> own_icon_;
  std::unique_ptr<QMenu> own_menu_;
  // The row of our own menu for a request that comes while it is open, of the menu; and what it
  // confirms.
  QAction* reserved_ = nullptr;
  std::optional<TrayCommand> offered_;
  QTimer arming_;
  TrayLook look_;
  QTimer later_;  // runs while a change waits
  QTimer blink_;  // runs while a site waits for presence
  QElapsedTimer last_shown_;
  std::optional<bool> told_available_;
  bool second_frame_ = false;
  bool still_ = false;
};

}  // namespace gokeyctl::gui
