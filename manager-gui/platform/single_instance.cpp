// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/single_instance.h"

#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <utility>

namespace gokeyctl::gui {
namespace {

constexpr int kAnswerMs = 5000;
constexpr qint64 kLongestLine = 16 * 1024;
constexpr int kMostConsoles = 16;

QString service() { return QStringLiteral("org.gokey.Manager"); }
QString path() { return QStringLiteral("/org/gokey/Manager"); }
QString interface() { return QStringLiteral("org.freedesktop.Application"); }
// Of ActivateAction: a console to be watched as well.
QString watch_action() { return QStringLiteral("watch-console"); }

QVariantMap platform_data(const QString& token) {
  QVariantMap data;
  if (!token.isEmpty()) {
    data.insert(QStringLiteral("activation-token"), token);
    data.insert(QStringLiteral("desktop-startup-id"), token);
  }
  return data;
}

QString token_of(const QVariantMap& platform_data) {
  const QString token = platform_data.value(QStringLiteral("activation-token")).toString();
  return token.isEmpty() ? platform_data.value(QStringLiteral("desktop-startup-id")).toString()
                         : token;
}

}  // namespace

// Desktop Entry Specification 1.5, "D-Bus Activation".
class ApplicationAdaptor : public QDBusAbstractAdaptor {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

 public:
  explicit ApplicationAdaptor(SingleInstance* instance)
      : QDBusAbstractAdaptor(instance), instance_(instance) {}

 public slots:
  void Activate(const QVariantMap& data) {
    emit instance_->summoned({.activation_token = token_of(data), .consoles = {}, .hidden = false});
  }
  // The app opens no files.
  void Open(const QStringList&, const QVariantMap& data) { Activate(data); }
  void ActivateAction(const QString& action, const QVariantList& parameters,
                      const QVariantMap& data) {
    Summons summons{.activation_token = token_of(data), .consoles = {}, .hidden = true};
    if (action == watch_action() && parameters.size() <= kMostConsoles) {
      for (const QVariant& parameter : parameters) summons.consoles.append(parameter.toString());
    }
    emit instance_->summoned(summons);
  }

 private:
  SingleInstance* instance_;
};

SingleInstance::SingleInstance(QDBusConnection bus, QString socket, QObject* parent)
    : QObject(parent), bus_(std::move(bus)), socket_(std::move(socket)) {
  new ApplicationAdaptor(this);
}

bool SingleInstance::claim(const Summons& summons) {
  if (bus_.isConnected()) return claimOnBus(summons);
  return socket_.isEmpty() || claimOnSocket(summons);
}

bool SingleInstance::claimOnBus(const Summons& summons) {
  // The object first: whoever sees the name may call at once.
  bus_.registerObject(path(), this);
  if (bus_.registerService(service())) return true;
  bus_.unregisterObject(path());
  const auto send = [this](const char* method, const QVariantList& arguments) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(service(), path(), interface(), QLatin1String(method));
    call.setArguments(arguments);
    bus_.call(call, QDBus::Block, kAnswerMs);
  };
  if (!summons.consoles.isEmpty()) {
    QVariantList consoles;
    for (const QString& console : summons.consoles) consoles.append(console);
    send("ActivateAction", {watch_action(), consoles, QVariantMap()});
  }
  if (!summons.hidden) send("Activate", {platform_data(summons.activation_token)});
  return false;
}

bool SingleInstance::claimOnSocket(const Summons& summons) {
  QLocalSocket other;
  other.connectToServer(socket_);
  if (other.waitForConnected(kAnswerMs)) {
    const QJsonObject object{
        {QStringLiteral("token"), summons.activation_token},
        {QStringLiteral("consoles"), QJsonArray::fromStringList(summons.consoles)},
        {QStringLiteral("hidden"), summons.hidden}};
    other.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    other.waitForBytesWritten(kAnswerMs);
    // It closes once it has read: told, not only sent.
    if (other.state() == QLocalSocket::ConnectedState) other.waitForDisconnected(kAnswerMs);
    return false;
  }
  const QString folder = QFileInfo(socket_).path();
  QDir().mkpath(folder);
  QFile::setPermissions(folder,
                        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
  QLocalServer::removeServer(socket_);  // of an app that ended without tidying up
  server_.setSocketOptions(QLocalServer::UserAccessOption);
  if (server_.listen(socket_)) listen();
  return true;
}

void SingleInstance::listen() {
  connect(&server_, &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* caller = server_.nextPendingConnection()) {
      connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
      const auto read = [this, caller] {
        if (caller->canReadLine()) {
          take(caller->readLine(kLongestLine));
          caller->disconnectFromServer();
        } else if (caller->bytesAvailable() > kLongestLine) {
          caller->abort();
        }
      };
      connect(caller, &QLocalSocket::readyRead, this, read);
      read();
    }
  });
}

void SingleInstance::take(const QByteArray& line) {
  const QJsonDocument document = QJsonDocument::fromJson(line);
  if (!document.isObject()) return;
  const QJsonObject object = document.object();
  Summons summons{.activation_token = object.value(QStringLiteral("token")).toString(),
                  .consoles = {},
                  .hidden = object.value(QStringLiteral("hidden")).toBool()};
  const QJsonArray consoles = object.value(QStringLiteral("consoles")).toArray();
  for (int i = 0; i < consoles.size() && i < kMostConsoles; ++i)
    summons.consoles.append(consoles[i].toString());
  emit summoned(summons);
}

}  // namespace gokeyctl::gui

#include "single_instance.moc"
