// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The tray as a panel sees it: over a bus, with a StatusNotifierWatcher of the test's own.
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <memory>

#include <gtest/gtest.h>

#include "gui/tray/tray.h"
#include "private_bus.h"
#include "tokens.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;

class Watcher : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
  Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

 public:
  explicit Watcher(QDBusConnection bus, bool host = true) : bus_(std::move(bus)), host_(host) {
    bus_.registerObject(QStringLiteral("/StatusNotifierWatcher"), this,
                        QDBusConnection::ExportAllContents);
    bus_.registerService(QStringLiteral("org.kde.StatusNotifierWatcher"));
  }
  ~Watcher() override {
    bus_.unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher"));
    bus_.unregisterObject(QStringLiteral("/StatusNotifierWatcher"));
  }
  [[nodiscard]] bool hasHost() const { return host_; }
  void hostCame() {
    host_ = true;
    emit StatusNotifierHostRegistered();
  }
  QStringList items;

 public slots:
  void RegisterStatusNotifierItem(const QString& service) { items.append(service); }

 signals:
  void StatusNotifierHostRegistered();

 private:
  QDBusConnection bus_;
  bool host_;
};

class TrayBusTest : public ::testing::Test {
 protected:
  void start() {
    tray_ = std::make_unique<Tray>(desk_, quiet_, bus_.connect());
    QObject::connect(tray_.get(), &Tray::command,
                     [this](const TrayCommand& c) { commands_.push_back(c); });
    QObject::connect(tray_.get(), &Tray::leftClicked,
                     [this](const QString& t) { clicks_.append(t); });
    QObject::connect(tray_.get(), &Tray::middleClicked, [this] { ++middle_clicks_; });
    tray_->start();
  }
  void appear() {
    watcher_ = std::make_unique<Watcher>(panel_);
    start();
    ASSERT_TRUE(eventually([this] { return tray_->isAvailable(); }));
    service_ = watcher_->items.value(0);
  }
  QDBusMessage call(const QString& path, const QString& interface, const QString& method,
                    const QVariantList& arguments = {}) {
    QDBusMessage message = QDBusMessage::createMethodCall(service_, path, interface, method);
    message.setArguments(arguments);
    const QDBusPendingCall pending = panel_.asyncCall(message);
    EXPECT_TRUE(eventually([&] { return pending.isFinished(); })) << method.toStdString();
    EXPECT_FALSE(pending.isError()) << pending.error().message().toStdString();
    return pending.reply();
  }
  QVariant item(const char* property) {
    const QDBusMessage reply =
        call(QStringLiteral("/StatusNotifierItem"),
             QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
             {QStringLiteral("org.kde.StatusNotifierItem"), QLatin1String(property)});
    return reply.arguments().value(0).value<QDBusVariant>().variant();
  }
  QDBusMessage menu(const char* method, const QVariantList& arguments) {
    return call(QStringLiteral("/MenuBar"), QStringLiteral("com.canonical.dbusmenu"),
                QLatin1String(method), arguments);
  }
  MenuLayout layout(int parent = 0) {
    return qdbus_cast<MenuLayout>(
        menu("GetLayout", {parent, -1, QStringList()}).arguments().value(1));
  }
  void send(int id, const char* event) {
    menu("Event", {id, QLatin1String(event), QVariant::fromValue(QDBusVariant(0)), 0U});
  }
  static const MenuLayout* find(const MenuLayout& where, const char* label) {
    for (const MenuLayout& child : where.children) {
      if (child.properties.value(QStringLiteral("label")).toString() == QString::fromUtf8(label))
        return &child;
      if (const MenuLayout* below = find(child, label)) return below;
    }
    return nullptr;
  }
  uint revision() { return menu("GetLayout", {0, 0, QStringList()}).arguments().value(0).toUInt(); }

  PrivateBus bus_;
  QDBusConnection panel_ = bus_.connect();
  PlayedLink link_;
  Desk desk_{link_};
  Quiet quiet_;
  std::unique_ptr<Watcher> watcher_;
  std::unique_ptr<Tray> tray_;
  QString service_;
  std::vector<TrayCommand> commands_;
  QStringList clicks_;
  int middle_clicks_ = 0;
};

TEST_F(TrayBusTest, RegistersAsHardwareAndPassiveWithoutAToken) {
  appear();
  EXPECT_EQ(item("Category").toString(), QStringLiteral("Hardware"));
  EXPECT_EQ(item("Id").toString(), QStringLiteral("gokey-manager"));
  EXPECT_EQ(item("Status").toString(), QStringLiteral("Passive"));
  EXPECT_EQ(item("Menu").value<QDBusObjectPath>().path(), QStringLiteral("/MenuBar"));
  const auto tip = qdbus_cast<SniToolTip>(item("ToolTip"));
  EXPECT_EQ(tip.title, QStringLiteral("GoKey Manager"));
  EXPECT_EQ(tip.text, QStringLiteral("No token attached"));
}

TEST_F(TrayBusTest, FollowsTheTokens) {
  appear();
  link_.tell(unlocked_token());
  EXPECT_TRUE(eventually([this] { return item("Status") == QStringLiteral("Active"); }));
  EXPECT_EQ(qdbus_cast<SniToolTip>(item("ToolTip")).title, QStringLiteral("Work token: unlocked"));
  link_.tell(asking_token());
  EXPECT_TRUE(eventually([this] { return item("Status") == QStringLiteral("NeedsAttention"); }));
  link_.gone("A1B2C3D4");
  EXPECT_TRUE(eventually([this] { return item("Status") == QStringLiteral("Passive"); }));
}

TEST_F(TrayBusTest, WithoutTheIconInTheThemeThePicturesAreSent) {
  appear();
  EXPECT_TRUE(item("IconName").toString().isEmpty());
  const auto pixmaps = qdbus_cast<SniPixmaps>(item("IconPixmap"));
  ASSERT_EQ(pixmaps.size(), 6);
  EXPECT_EQ(pixmaps[0].width, 16);
  EXPECT_EQ(pixmaps[5].bytes.size(), 64 * 64 * 4);
}

TEST_F(TrayBusTest, IsNotThereWithoutAWatcherOrAHost) {
  start();
  QCoreApplication::processEvents();
  EXPECT_FALSE(tray_->isAvailable());
  watcher_ = std::make_unique<Watcher>(panel_, false);
  ASSERT_TRUE(eventually([this] { return !watcher_->items.isEmpty(); }));
  EXPECT_FALSE(tray_->isAvailable());
  watcher_->hostCame();
  EXPECT_TRUE(eventually([this] { return tray_->isAvailable(); }));
}

TEST_F(TrayBusTest, RegistersAgainWhenTheWatcherComesBack) {
  appear();
  int changes = 0;
  QObject::connect(tray_.get(), &Tray::availableChanged, [&changes] { ++changes; });
  watcher_.reset();
  ASSERT_TRUE(eventually([this] { return !tray_->isAvailable(); }));
  watcher_ = std::make_unique<Watcher>(panel_);
  ASSERT_TRUE(eventually([this] { return tray_->isAvailable(); }));
  EXPECT_EQ(watcher_->items, QStringList{service_});
  EXPECT_EQ(changes, 2);
}

TEST_F(TrayBusTest, TellsLeftAndMiddleClicks) {
  appear();
  const auto sni = QStringLiteral("org.kde.StatusNotifierItem");
  call(QStringLiteral("/StatusNotifierItem"), sni, QStringLiteral("ProvideXdgActivationToken"),
       {QStringLiteral("tok")});
  call(QStringLiteral("/StatusNotifierItem"), sni, QStringLiteral("Activate"), {1, 2});
  call(QStringLiteral("/StatusNotifierItem"), sni, QStringLiteral("SecondaryActivate"), {1, 2});
  EXPECT_EQ(clicks_, QStringList{QStringLiteral("tok")});
  EXPECT_EQ(middle_clicks_, 1);
}

TEST_F(TrayBusTest, AClickInTheMenuIsACommand) {
  appear();
  link_.tell(locked_token());
  menu("AboutToShow", {0});
  const MenuLayout all = layout();
  const MenuLayout* decryption = find(all, "_Decryption…");
  ASSERT_NE(decryption, nullptr);
  send(decryption->id, "clicked");
  ASSERT_TRUE(eventually([this] { return !commands_.empty(); }));
  EXPECT_EQ(commands_[0],
            (TrayCommand{TrayAction::kUnlock, QStringLiteral("A1B2C3D4"), Scope::kDecryption, 0}));
  const MenuLayout* head = find(all, "Work token – locked");
  ASSERT_NE(head, nullptr);
  EXPECT_EQ(head->properties.value(QStringLiteral("enabled")), false);
  send(head->id, "clicked");
  send(find(all, "_Lock now")->id, "clicked");  // disabled as well
  send(9999, "clicked");
  QCoreApplication::processEvents();
  EXPECT_EQ(commands_.size(), 1U);
}

TEST_F(TrayBusTest, AnOpenMenuStaysAsItIs) {
  appear();
  link_.tell(locked_token());
  menu("AboutToShow", {0});
  const MenuLayout before = layout();
  const uint shown = revision();
  send(0, "opened");
  link_.tell(asking_token(7));
  ASSERT_TRUE(eventually([this] { return item("Status") == QStringLiteral("NeedsAttention"); }));
  EXPECT_EQ(revision(), shown);
  EXPECT_FALSE(menu("AboutToShow", {0}).arguments().value(0).toBool());
  EXPECT_EQ(find(layout(), "Con_firm presence – github.com"), nullptr);
  send(0, "closed");
  const MenuLayout after = layout();
  const MenuLayout* confirm = find(after, "Con_firm presence – github.com");
  ASSERT_NE(confirm, nullptr);
  send(confirm->id, "clicked");
  // What the person saw before is still understood, and means the same.
  send(find(before, "De_tails…")->id, "clicked");
  ASSERT_TRUE(eventually([this] { return commands_.size() == 2; }));
  EXPECT_EQ(commands_[0].number, 7U);
  EXPECT_EQ(commands_[1].action, TrayAction::kDetails);
}

TEST_F(TrayBusTest, ThePanelLearnsOfAChangeOnlyIfThereIsOne) {
  appear();
  link_.tell(locked_token());
  EXPECT_TRUE(eventually([this] { return find(layout(), "Work token – locked") != nullptr; }));
  const uint before = revision();
  link_.tell(locked_token());
  EXPECT_FALSE(menu("AboutToShow", {0}).arguments().value(0).toBool());
  EXPECT_EQ(revision(), before);
}

}  // namespace
}  // namespace gokeyctl::gui

#include "tray_bus_test.moc"
