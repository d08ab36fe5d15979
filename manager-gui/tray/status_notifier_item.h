// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The icon in a panel that speaks StatusNotifierItem. QSystemTrayIcon can set neither the category
// nor the status, and does not tell when its menu opens.
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <optional>

#include "gui/tray/dbus_menu.h"
#include "gui/tray/look.h"

namespace gokeyctl::gui {

class StatusNotifierItem : public QObject {
  Q_OBJECT

 public:
  // `menu` outlives the item.
  StatusNotifierItem(QDBusConnection bus, DBusMenu& menu, QObject* parent = nullptr);
  ~StatusNotifierItem() override;

  // Offers itself to the watcher, now and whenever there is a new one.
  void start();
  // There is a panel that shows it.
  [[nodiscard]] bool isHosted() const { return hosted_.value_or(false); }
  // `second` shows the look's second frame, where it has one.
  void show(const TrayLook& look, bool second);

 signals:
  // First when it is known.
  void hostedChanged(bool hosted);
  // With the token that lets a window be raised on Wayland; may be empty.
  void activated(const QString& activation_token);
  void secondaryActivated();
  // For the adaptor.
  void iconChanged();
  void toolTipChanged();
  void statusChanged(const QString& status);

 private slots:
  void hostCameOrWent();

 private:
  friend class StatusNotifierItemAdaptor;
  void offer();
  void askForHost();
  void setHosted(bool hosted);

  QDBusConnection bus_;
  DBusMenu& menu_;
  QDBusServiceWatcher watcher_;
  QString service_;
  TrayLook look_;
  QString icon_;
  QString activation_token_;
  std::optional<bool> hosted_;
};

// The embedded picture in the sizes of panels, for one whose icon theme does not have `icon`.
[[nodiscard]] SniPixmaps embedded_pixmaps(const QString& icon);

}  // namespace gokeyctl::gui
