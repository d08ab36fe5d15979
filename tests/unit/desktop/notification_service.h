// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A notification service of the test's own, and a desktop with it: bus, settings, tokens.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>
#include <map>
#include <utility>
#include <vector>

#include "gui/models/desk.h"
#include "gui/models/settings.h"
#include "gui/presence/notification_server.h"
#include "private_bus.h"
#include "tokens.h"

namespace gokeyctl::gui::testing {

class NotificationService : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
  Q_PROPERTY(bool Inhibited READ isInhibited)

 public:
  struct Shown {
    uint number = 0;
    uint replaced = 0;
    QString icon, summary, body;
    QStringList actions;
    QVariantMap hints;
    int timeout = 0;
  };

  explicit NotificationService(QDBusConnection bus, QStringList able = {QStringLiteral("actions"),
                                                                        QStringLiteral("body")})
      : capabilities(std::move(able)), bus_(std::move(bus)) {
    bus_.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                        QDBusConnection::ExportAllContents);
    bus_.registerService(QStringLiteral("org.freedesktop.Notifications"));
  }
  ~NotificationService() override {
    bus_.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    bus_.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
  }
  [[nodiscard]] bool isInhibited() const { return inhibited; }
  void press(uint number, const char* key) { emit ActionInvoked(number, QLatin1String(key)); }
  void closeByPerson(uint number) { emit NotificationClosed(number, 2); }

  QStringList capabilities;
  bool inhibited = false;
  bool refuses = false;
  int asked_capabilities = 0;
  std::vector<Shown> shown;
  std::vector<uint> closed;

 public slots:
  QStringList GetCapabilities() {
    ++asked_capabilities;
    return capabilities;
  }
  QString GetServerInformation(QString& vendor, QString& version, QString& spec) {
    vendor = version = QStringLiteral("test");
    spec = QStringLiteral("1.2");
    return QStringLiteral("test");
  }
  uint Notify(const QString&, uint replaces, const QString& icon, const QString& summary,
              const QString& body, const QStringList& actions, const QVariantMap& hints,
              int timeout) {
    if (refuses) return 0;
    const uint number = replaces != 0 ? replaces : ++last_;
    shown.push_back({number, replaces, icon, summary, body, actions, hints, timeout});
    return number;
  }
  void CloseNotification(uint number) {
    closed.push_back(number);
    emit NotificationClosed(number, 3);
  }

 signals:
  void ActionInvoked(uint number, const QString& key);
  void NotificationClosed(uint number, uint reason);

 private:
  QDBusConnection bus_;
  uint last_ = 0;
};

inline Paths paths_in(const QTemporaryDir& folder) {
  const std::filesystem::path root = folder.path().toStdString();
  Paths paths;
  paths.config_file = root / "user/config.toml";
  paths.config_dropins = root / "user/config.d";
  paths.system_config_file = root / "system/config.toml";
  paths.data = root / "data";
  return paths;
}

struct Desktop {
  QTemporaryDir folder;
  PrivateBus bus;
  PlayedLink link;
  Desk desk{link};
  Settings settings{paths_in(folder)};
  NotificationServer server{bus.connect()};
};

}  // namespace gokeyctl::gui::testing
