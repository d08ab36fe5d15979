// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/notification_server.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <utility>

namespace gokeyctl::gui {
namespace {

QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
QString properties() { return QStringLiteral("org.freedesktop.DBus.Properties"); }

QDBusMessage method(const char* name) {
  return QDBusMessage::createMethodCall(service(), path(), service(), QLatin1String(name));
}

}  // namespace

NotificationServer::NotificationServer(QDBusConnection bus, QObject* parent)
    : QObject(parent),
      bus_(std::move(bus)),
      watcher_(service(), bus_, QDBusServiceWatcher::WatchForOwnerChange) {
  connect(&watcher_, &QDBusServiceWatcher::serviceOwnerChanged, this,
          [this](const QString&, const QString&, const QString& owner) {
            capabilities_.reset();
            inhibited_ = plasma_ = false;
            if (owner.isEmpty()) {
              emit lost();
            } else {
              askCapabilities();
            }
          });
  bus_.connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this,
               SLOT(takeAction(uint, QString)));
  bus_.connect(service(), path(), service(), QStringLiteral("ActivationToken"), this,
               SLOT(takeToken(uint, QString)));
  bus_.connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this,
               SLOT(takeClosed(uint, uint)));
  bus_.connect(service(), path(), properties(), QStringLiteral("PropertiesChanged"), this,
               SLOT(takeProperties(QString, QVariantMap, QStringList)));
}

void NotificationServer::start() {
  if (bus_.isConnected()) askCapabilities();
}

bool NotificationServer::hasActions() const {
  return capabilities_ && capabilities_->contains(QStringLiteral("actions"));
}

// The call also has the bus start the service, where it can.
void NotificationServer::askCapabilities() {
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(method("GetCapabilities")), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QStringList> reply = *answer;
    if (!reply.isValid()) return;
    capabilities_ = reply.value();
    emit found();
    askIdentity();
  });
}

void NotificationServer::askIdentity() {
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(method("GetServerInformation")), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QString, QString, QString, QString> reply = *answer;
    plasma_ = reply.isValid() && reply.argumentAt<0>() == QLatin1String("Plasma");
  });
  QDBusMessage get =
      QDBusMessage::createMethodCall(service(), path(), properties(), QStringLiteral("Get"));
  get << service() << QStringLiteral("Inhibited");
  auto* inhibited = new QDBusPendingCallWatcher(bus_.asyncCall(get), this);
  connect(inhibited, &QDBusPendingCallWatcher::finished, this, [this, inhibited] {
    inhibited->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *inhibited;
    setInhibited(reply.isValid() && reply.value().variant().toBool());
  });
}

void NotificationServer::takeProperties(const QString& interface, const QVariantMap& changed,
                                        const QStringList&) {
  const auto found = changed.find(QStringLiteral("Inhibited"));
  if (interface == service() && found != changed.end()) setInhibited(found->toBool());
}

void NotificationServer::setInhibited(bool inhibited) {
  if (std::exchange(inhibited_, inhibited) != inhibited) emit inhibitedChanged();
}

void NotificationServer::notify(const Notification& notification,
                                const std::function<void(quint32)>& done) {
  // What another program or site is called may look like markup.
  const bool markup = capabilities_ && capabilities_->contains(QStringLiteral("body-markup"));
  QDBusMessage call = method("Notify");
  call << QStringLiteral("GoKey Manager") << notification.replaces << notification.icon
       << notification.summary << (markup ? notification.body.toHtmlEscaped() : notification.body)
       << notification.actions << notification.hints << notification.timeout;
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, done] {
    answer->deleteLater();
    const QDBusPendingReply<quint32> reply = *answer;
    done(reply.isValid() ? reply.value() : 0);
  });
}

void NotificationServer::close(quint32 number) {
  QDBusMessage call = method("CloseNotification");
  call << number;
  bus_.asyncCall(call);
}

void NotificationServer::takeAction(uint number, const QString& key) {
  emit actionInvoked(number, key);
}

void NotificationServer::takeToken(uint number, const QString& token) {
  emit activationToken(number, token);
}

void NotificationServer::takeClosed(uint number, uint reason) { emit closed(number, reason); }

}  // namespace gokeyctl::gui
