// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/global_shortcuts.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QList>
#include <QStringList>
#include <utility>

namespace gokeyctl::gui {

// A shortcut as the portal takes it: (sa{sv}).
struct PortalShortcut {
  QString id;
  QVariantMap properties;
};
// Keys of one shortcut as KGlobalAccel takes them: (ai).
struct KdeKeys {
  QList<int> keys;
};

}  // namespace gokeyctl::gui

Q_DECLARE_METATYPE(gokeyctl::gui::PortalShortcut)
Q_DECLARE_METATYPE(gokeyctl::gui::KdeKeys)

namespace gokeyctl::gui {

// Qt finds these beside their types only.
static QDBusArgument& operator<<(QDBusArgument& out, const PortalShortcut& shortcut) {
  out.beginStructure();
  out << shortcut.id << shortcut.properties;
  out.endStructure();
  return out;
}

static const QDBusArgument& operator>>(const QDBusArgument& in, PortalShortcut& shortcut) {
  in.beginStructure();
  in >> shortcut.id >> shortcut.properties;
  in.endStructure();
  return in;
}

static QDBusArgument& operator<<(QDBusArgument& out, const KdeKeys& keys) {
  out.beginStructure();
  out << keys.keys;
  out.endStructure();
  return out;
}

static const QDBusArgument& operator>>(const QDBusArgument& in, KdeKeys& keys) {
  in.beginStructure();
  in >> keys.keys;
  in.endStructure();
  return in;
}

namespace {

// KGlobalAccel's SetShortcutFlag: the program that owns the shortcut runs.
constexpr uint kIsPresent = 2;

QString kde_service() { return QStringLiteral("org.kde.kglobalaccel"); }
QString kde_path() { return QStringLiteral("/kglobalaccel"); }
QString kde_interface() { return QStringLiteral("org.kde.KGlobalAccel"); }
QString component() { return QStringLiteral("org.gokey.Manager"); }

QString portal() { return QStringLiteral("org.freedesktop.portal.Desktop"); }
QString portal_path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
QString portal_shortcuts() { return QStringLiteral("org.freedesktop.portal.GlobalShortcuts"); }

struct Offered {
  QString id, words;
  GlobalShortcuts::Action action;
};

QList<Offered> offered() {
  using Action = GlobalShortcuts::Action;
  return {{QStringLiteral("lock-all"), GlobalShortcuts::tr("Lock all tokens"), Action::kLockAll},
          {QStringLiteral("confirm-presence"), GlobalShortcuts::tr("Confirm presence"),
           Action::kConfirmPresence}};
}

// Unique ID and words of the component and of the shortcut.
QStringList kde_id(const Offered& shortcut) {
  return {component(), shortcut.id, QStringLiteral("GoKey Manager"), shortcut.words};
}

QDBusMessage to_kde(const char* method) {
  return QDBusMessage::createMethodCall(kde_service(), kde_path(), kde_interface(),
                                        QLatin1String(method));
}

}  // namespace

GlobalShortcuts::GlobalShortcuts(QDBusConnection bus, QObject* parent)
    : QObject(parent),
      bus_(std::move(bus)),
      watcher_(kde_service(), bus_, QDBusServiceWatcher::WatchForOwnerChange) {
  qDBusRegisterMetaType<PortalShortcut>();
  qDBusRegisterMetaType<QList<PortalShortcut>>();
  qDBusRegisterMetaType<KdeKeys>();
  qDBusRegisterMetaType<QList<KdeKeys>>();
  connect(&watcher_, &QDBusServiceWatcher::serviceRegistered, this, [this] {
    withdraw();
    setWay(Way::kKde);
  });
  connect(&watcher_, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
    offered_ = false;
    setWay(Way::kNone);
  });
}

GlobalShortcuts::~GlobalShortcuts() { withdraw(); }

void GlobalShortcuts::start() {
  if (bus_.isConnected()) lookForKde();
}

void GlobalShortcuts::lookForKde() {
  QDBusMessage call = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
      QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
  call << kde_service();
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<bool> there = *answer;
    if (way_ != Way::kNone) return;
    if (there.isValid() && there.value()) {
      setWay(Way::kKde);
    } else {
      lookForPortal();
    }
  });
}

void GlobalShortcuts::lookForPortal() {
  QDBusMessage call = QDBusMessage::createMethodCall(
      portal(), portal_path(), QStringLiteral("org.freedesktop.DBus.Properties"),
      QStringLiteral("Get"));
  call << portal_shortcuts() << QStringLiteral("version");
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusVariant> version = *answer;
    if (way_ == Way::kNone && version.isValid() && version.value().variant().toUInt() > 0)
      setWay(Way::kPortal);
  });
}

void GlobalShortcuts::setWay(Way way) {
  if (std::exchange(way_, way) == way) return;
  emit wayChanged(way);
  if (wanted_) offer();
}

void GlobalShortcuts::setWanted(bool wanted) {
  if (std::exchange(wanted_, wanted) == wanted) return;
  if (wanted) {
    offer();
  } else {
    withdraw();
  }
}

void GlobalShortcuts::offer() {
  if (offered_ || way_ == Way::kNone) return;
  offered_ = true;
  if (way_ == Way::kKde) {
    offerToKde();
  } else {
    openSession();
  }
}

void GlobalShortcuts::withdraw() {
  if (!std::exchange(offered_, false)) return;
  if (way_ == Way::kKde) {
    for (const Offered& shortcut : offered()) {
      QDBusMessage call = to_kde("setInactive");
      call << kde_id(shortcut);
      bus_.send(call);
    }
  } else if (!session_.isEmpty()) {
    bus_.send(QDBusMessage::createMethodCall(portal(), session_,
                                             QStringLiteral("org.freedesktop.portal.Session"),
                                             QStringLiteral("Close")));
  }
  session_.clear();
}

void GlobalShortcuts::offerToKde() {
  for (const Offered& shortcut : offered()) {
    QDBusMessage known = to_kde("doRegister");
    known << kde_id(shortcut);
    bus_.send(known);
    // No keys: those that the person has chosen before, if any.
    QDBusMessage keys = to_kde("setShortcutKeys");
    keys << kde_id(shortcut) << QVariant::fromValue(QList<KdeKeys>()) << kIsPresent;
    bus_.send(keys);
  }
  QDBusMessage where = to_kde("getComponent");
  where << component();
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(where), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusObjectPath> path = *answer;
    if (!path.isValid()) return;
    // Once, however often it is offered: Qt does not connect the same twice.
    bus_.connect(kde_service(), path.value().path(),
                 QStringLiteral("org.kde.kglobalaccel.Component"),
                 QStringLiteral("globalShortcutPressed"), this,
                 SLOT(takeKdePress(QString, QString, qlonglong)));
  });
}

void GlobalShortcuts::openSession() {
  const QString token = QStringLiteral("gokey%1").arg(++sessions_);
  // Where the answer will come, known beforehand so that it is not missed.
  QString sender = bus_.baseService().mid(1);
  sender.replace(QLatin1Char('.'), QLatin1Char('_'));
  const QString request = portal_path() + QStringLiteral("/request/%1/%2").arg(sender, token);
  bus_.connect(portal(), request, QStringLiteral("org.freedesktop.portal.Request"),
               QStringLiteral("Response"), this, SLOT(takeSession(uint, QVariantMap)));
  bus_.connect(portal(), portal_path(), portal_shortcuts(), QStringLiteral("Activated"), this,
               SLOT(takePortalPress(QDBusObjectPath, QString, qulonglong, QVariantMap)));
  QDBusMessage call = QDBusMessage::createMethodCall(portal(), portal_path(), portal_shortcuts(),
                                                     QStringLiteral("CreateSession"));
  call << QVariantMap{{QStringLiteral("handle_token"), token},
                      {QStringLiteral("session_handle_token"), token}};
  bus_.send(call);
}

void GlobalShortcuts::takeSession(uint response, const QVariantMap& results) {
  const QString session = results.value(QStringLiteral("session_handle")).toString();
  if (response != 0 || session.isEmpty() || !offered_ || way_ != Way::kPortal) return;
  session_ = session;
  bind();
}

void GlobalShortcuts::bind() {
  QList<PortalShortcut> list;
  for (const Offered& shortcut : offered())
    list.append({shortcut.id, {{QStringLiteral("description"), shortcut.words}}});
  QDBusMessage call = QDBusMessage::createMethodCall(portal(), portal_path(), portal_shortcuts(),
                                                     QStringLiteral("BindShortcuts"));
  call << QVariant::fromValue(QDBusObjectPath(session_)) << QVariant::fromValue(list) << QString()
       << QVariantMap();
  bus_.send(call);
}

void GlobalShortcuts::takeKdePress(const QString& from, const QString& id, qlonglong /*time*/) {
  if (way_ == Way::kKde && from == component()) press(id);
}

void GlobalShortcuts::takePortalPress(const QDBusObjectPath& session, const QString& id,
                                      qulonglong /*time*/, const QVariantMap& /*options*/) {
  if (way_ == Way::kPortal && session.path() == session_) press(id);
}

void GlobalShortcuts::press(const QString& id) {
  if (!offered_) return;
  for (const Offered& shortcut : offered()) {
    if (shortcut.id == id) emit pressed(shortcut.action);
  }
}

}  // namespace gokeyctl::gui
