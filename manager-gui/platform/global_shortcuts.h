// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Keys that work whatever window is in front. The desktop keeps them and lets the person choose
// them; none is proposed. By KGlobalAccel (org.kde.KGlobalAccel), else the portal
// (org.freedesktop.portal.GlobalShortcuts, version 1), else not at all.
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QVariantMap>
#include <cstdint>

namespace gokeyctl::gui {

class GlobalShortcuts : public QObject {
  Q_OBJECT

 public:
  enum class Way : std::uint8_t { kNone, kKde, kPortal };
  enum class Action : std::uint8_t { kLockAll, kConfirmPresence };

  explicit GlobalShortcuts(QDBusConnection bus, QObject* parent = nullptr);
  ~GlobalShortcuts() override;

  // Finds out which way there is, and offers the shortcuts if they are wanted by then.
  void start();
  // The portal may show the person a window of its own. Not wanted: the desktop keeps the keys that
  // were chosen, and they do nothing.
  void setWanted(bool wanted);
  [[nodiscard]] Way way() const { return way_; }

 signals:
  void wayChanged(gokeyctl::gui::GlobalShortcuts::Way way);
  void pressed(gokeyctl::gui::GlobalShortcuts::Action action);

 private slots:
  void takeKdePress(const QString& component, const QString& id, qlonglong time);
  void takePortalPress(const QDBusObjectPath& session, const QString& id, qulonglong time,
                       const QVariantMap& options);
  void takeSession(uint response, const QVariantMap& results);

 private:
  void lookForKde();
  void lookForPortal();
  void setWay(Way way);
  void offer();
  void withdraw();
  void offerToKde();
  void openSession();
  void bind();
  void press(const QString& id);

  QDBusConnection bus_;
  QDBusServiceWatcher watcher_;
  Way way_ = Way::kNone;
  bool wanted_ = false;
  bool offered_ = false;
  int sessions_ = 0;
  QString session_;  // of the portal
};

}  // namespace gokeyctl::gui
