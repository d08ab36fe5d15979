// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/global_shortcuts.h"

#include <QDBusArgument>
#include <QDBusContext>
#include <QDBusMessage>
#include <QStringList>
#include <memory>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "private_bus.h"

namespace gokeyctl::gui {
namespace {

using testing::eventually;
using testing::PrivateBus;
using Action = GlobalShortcuts::Action;
using Way = GlobalShortcuts::Way;

// KGlobalAccel's one component: ours.
class KdeComponent : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.kde.kglobalaccel.Component")
 signals:
  void globalShortcutPressed(const QString& component, const QString& id, qlonglong time);
};

class KdeService : public QObject, protected QDBusContext {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.kde.KGlobalAccel")
 public:
  explicit KdeService(QDBusConnection bus) : bus_(std::move(bus)) {
    bus_.registerObject(QStringLiteral("/kglobalaccel"), this, QDBusConnection::ExportAllSlots);
    bus_.registerObject(QStringLiteral("/component/gokey"), &component,
                        QDBusConnection::ExportAllSignals);
    bus_.registerService(QStringLiteral("org.kde.kglobalaccel"));
  }
  ~KdeService() override {
    bus_.unregisterService(QStringLiteral("org.kde.kglobalaccel"));
    bus_.unregisterObject(QStringLiteral("/kglobalaccel"));
    bus_.unregisterObject(QStringLiteral("/component/gokey"));
  }
  void press(const char* id) {
    emit component.globalShortcutPressed(QStringLiteral("org.gokey.Manager"), QLatin1String(id), 0);
  }
  QStringList registered, inactive;
  std::vector<uint> flags;
  std::vector<QString> signatures;
  int asked_where = 0;
  KdeComponent component;

 public slots:
  void doRegister(const QStringList& id) { registered << id.join(QLatin1Char('|')); }
  void setInactive(const QStringList& id) { inactive << id.value(1); }
  QDBusObjectPath getComponent(const QString& id) {
    EXPECT_EQ(id, QStringLiteral("org.gokey.Manager"));
    ++asked_where;
    return QDBusObjectPath(QStringLiteral("/component/gokey"));
  }
  // As it comes: what Qt makes of a(ai) depends on what is registered.
  void setShortcutKeys(const QDBusMessage& message) {
    signatures.push_back(message.signature());
    flags.push_back(message.arguments().value(2).toUInt());
  }

 private:
  QDBusConnection bus_;
};

class PortalRequest : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
 signals:
  void Response(uint response, const QVariantMap& results);
};

class PortalSession : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Session")
 public:
  int closed = 0;
 public slots:
  void Close() { ++closed; }
};

class PortalService : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.GlobalShortcuts")
  Q_PROPERTY(uint version READ version)
 public:
  explicit PortalService(QDBusConnection bus) : bus_(std::move(bus)) {
    bus_.registerObject(path(), this,
                        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties |
                            QDBusConnection::ExportAllSignals);
    bus_.registerObject(QStringLiteral("/session"), &session, QDBusConnection::ExportAllSlots);
    bus_.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
  }
  ~PortalService() override {
    bus_.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
    bus_.unregisterObject(path());
    bus_.unregisterObject(QStringLiteral("/session"));
  }
  static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
  [[nodiscard]] uint version() const { return 1; }
  void press(const char* id, const char* of = "/session") {
    emit Activated(QDBusObjectPath(QLatin1String(of)), QLatin1String(id), 0, {});
  }
  bool refuses = false;
  int sessions = 0;
  QString bound, signature;
  PortalSession session;

 public slots:
  QDBusObjectPath CreateSession(const QVariantMap& options, const QDBusMessage& message) {
    ++sessions;
    QString sender = message.service().mid(1);
    sender.replace(QLatin1Char('.'), QLatin1Char('_'));
    const QString request =
        path() + QStringLiteral("/request/%1/%2")
                     .arg(sender, options.value(QStringLiteral("handle_token")).toString());
    requests_.push_back(std::make_unique<PortalRequest>());
    bus_.registerObject(request, requests_.back().get(), QDBusConnection::ExportAllSignals);
    emit requests_.back()->Response(
        refuses ? 1 : 0,
        refuses ? QVariantMap()
                : QVariantMap{{QStringLiteral("session_handle"), QStringLiteral("/session")}});
    return QDBusObjectPath(request);
  }
  void BindShortcuts(const QDBusMessage& message) {
    bound = message.arguments().value(0).value<QDBusObjectPath>().path();
    signature = message.signature();
  }
 signals:
  void Activated(const QDBusObjectPath& session, const QString& id, qulonglong time,
                 const QVariantMap& options);

 private:
  QDBusConnection bus_;
  std::vector<std::unique_ptr<PortalRequest>> requests_;
};

class GlobalShortcutsTest : public ::testing::Test {
 protected:
  void start(bool wanted) {
    shortcuts_ = std::make_unique<GlobalShortcuts>(bus_.connect());
    QObject::connect(shortcuts_.get(), &GlobalShortcuts::pressed,
                     [this](Action action) { pressed_.push_back(action); });
    shortcuts_->setWanted(wanted);
    shortcuts_->start();
  }
  // Presses until it arrives: nobody tells when the app listens.
  template <typename Service>
  bool arrives(Service& service, const char* id, Action action) {
    return eventually([&] {
      if (!pressed_.empty() && pressed_.back() == action) return true;
      service.press(id);
      return false;
    });
  }
  PrivateBus bus_;
  std::unique_ptr<GlobalShortcuts> shortcuts_;
  std::vector<Action> pressed_;
};

TEST_F(GlobalShortcutsTest, KdeIsToldOnlyWhenWantedAndKeepsTheKeys) {
  auto kde = std::make_unique<KdeService>(bus_.connect());
  start(false);
  ASSERT_TRUE(eventually([this] { return shortcuts_->way() == Way::kKde; }));
  EXPECT_TRUE(kde->registered.isEmpty());
  shortcuts_->setWanted(true);
  ASSERT_TRUE(eventually([&] { return kde->asked_where == 1 && kde->flags.size() == 2; }));
  EXPECT_EQ(
      kde->registered,
      (QStringList{
          QStringLiteral("org.gokey.Manager|lock-all|GoKey Manager|Lock all tokens"),
          QStringLiteral("org.gokey.Manager|confirm-presence|GoKey Manager|Confirm presence")}));
  EXPECT_EQ(kde->flags, (std::vector<uint>{2, 2})) << "present, and what was chosen is loaded";
  EXPECT_EQ(kde->signatures.front(), QStringLiteral("asa(ai)u"));
  EXPECT_TRUE(arrives(*kde, "lock-all", Action::kLockAll));
  EXPECT_TRUE(arrives(*kde, "confirm-presence", Action::kConfirmPresence));

  shortcuts_->setWanted(false);
  EXPECT_TRUE(eventually([&] { return kde->inactive.size() == 2; }));
  const std::size_t before = pressed_.size();
  kde->press("lock-all");
  kde.reset();  // that it has gone is told behind the press
  ASSERT_TRUE(eventually([this] { return shortcuts_->way() == Way::kNone; }));
  EXPECT_EQ(pressed_.size(), before) << "not wanted meanwhile";
}

TEST_F(GlobalShortcutsTest, WithoutKdeThePortalIsAsked) {
  PortalService portal(bus_.connect());
  start(true);
  ASSERT_TRUE(eventually([&] { return !portal.bound.isEmpty(); }));
  EXPECT_EQ(shortcuts_->way(), Way::kPortal);
  EXPECT_EQ(portal.bound, QStringLiteral("/session"));
  EXPECT_EQ(portal.signature, QStringLiteral("oa(sa{sv})sa{sv}"));
  portal.press("lock-all", "/another");  // of another program
  EXPECT_TRUE(arrives(portal, "confirm-presence", Action::kConfirmPresence));
  EXPECT_EQ(pressed_.front(), Action::kConfirmPresence);
  shortcuts_->setWanted(false);
  EXPECT_TRUE(eventually([&] { return portal.session.closed == 1; }));
}

TEST_F(GlobalShortcutsTest, ARefusalByThePortalIsTheEndOfIt) {
  PortalService portal(bus_.connect());
  portal.refuses = true;
  start(true);
  ASSERT_TRUE(eventually([&] { return portal.sessions == 1; }));
  portal.press("lock-all");
  shortcuts_->setWanted(false);
  portal.refuses = false;
  shortcuts_->setWanted(true);
  EXPECT_TRUE(eventually([&] { return !portal.bound.isEmpty(); }));
  EXPECT_EQ(portal.sessions, 2);
  EXPECT_TRUE(pressed_.empty());
}

TEST_F(GlobalShortcutsTest, ThereIsNoneWithoutEither) {
  start(true);
  // Comes later, as after a restart of the desktop's service.
  const auto kde = std::make_unique<KdeService>(bus_.connect());
  EXPECT_TRUE(eventually([&] { return kde->asked_where == 1; }));
  EXPECT_EQ(shortcuts_->way(), Way::kKde);
}

TEST_F(GlobalShortcutsTest, ItGoesWithTheDesktopsService) {
  auto kde = std::make_unique<KdeService>(bus_.connect());
  start(true);
  ASSERT_TRUE(eventually([&] { return kde->asked_where == 1; }));
  kde.reset();
  EXPECT_TRUE(eventually([this] { return shortcuts_->way() == Way::kNone; }));
}

}  // namespace
}  // namespace gokeyctl::gui

#include "global_shortcuts_test.moc"
