// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <algorithm>

#include <gtest/gtest.h>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/models/texts.h"
#include "gui/pages/console_page.h"
#include "gui/pages/doctor_page.h"
#include "gui/pages/fido_page.h"
#include "gui/pages/overview_page.h"
#include "gui/pages/passkey_list.h"
#include "gui/pages/trust_pages.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/secret_edit.h"
#include "gui/window/main_window.h"
#include "samples.h"

namespace gokeyctl::gui {
namespace {

void settle() {
  for (int i = 0; i < 3; ++i) {
    QThreadPool::globalInstance()->waitForDone();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
  }
}

class Window : public testing::Test {
 protected:
  explicit Window(const BrokerToken& first = samples::locked()) {
    stage.link.show(first);
    stage.link.show(samples::home());
    window = std::make_unique<MainWindow>(stage.desk, stage.settings, stage.work());
    window->show();
    settle();
  }
  template <typename T>
  T* child(const char* name = "") const {
    return window->findChild<T*>(QString::fromLatin1(name));
  }
  [[nodiscard]] QString text(const char* name) const { return child<QLabel>(name)->text(); }
  QPushButton* button(const QString& label) const {
    for (auto* one : window->findChildren<QPushButton*>()) {
      if (one->isVisible() && one->text() == label) return one;
    }
    return nullptr;
  }
  void update(const BrokerToken& token) {
    stage.link.show(token);
    settle();
  }
  static void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers) {
    QKeyEvent shortcut(QEvent::ShortcutOverride, key, modifiers);
    QApplication::sendEvent(widget, &shortcut);
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(widget, &event);
  }
  samples::Stage stage;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Window, ShowsWhatTheTokenSays) {
  EXPECT_EQ(text("title"), QStringLiteral("Work token"));
  EXPECT_EQ(text("subtitle"), QStringLiteral("Locked"));
  EXPECT_TRUE(text("asOf").startsWith(QStringLiteral("As of ")));
  EXPECT_EQ(child<QPushButton>("mainButton")->text(), QStringLiteral("&Unlock…"));
  update(samples::both_unlocked());
  EXPECT_TRUE(
      text("subtitle").startsWith(QStringLiteral("Signing and decryption unlocked until ")));
  EXPECT_EQ(child<QPushButton>("mainButton")->text(), QStringLiteral("&Lock now"));
  child<QPushButton>("mainButton")->click();
  ASSERT_FALSE(stage.link.calls.empty());
  EXPECT_EQ(stage.link.calls.back(), "lock all");
}

TEST_F(Window, SaysSoWhenTheTokenIsSilent) {
  update(samples::unreachable());
  EXPECT_TRUE(text("asOf").endsWith(QStringLiteral("– not answering")))
      << text("asOf").toStdString();
  EXPECT_EQ(child<QPushButton>("mainButton")->text(), QStringLiteral("Run Doctor…"));
}

TEST_F(Window, WaitsForAFirstAnswerAsLongAsThePersonLikes) {
  BrokerToken token = samples::connecting();
  update(token);
  auto* button = child<QPushButton>("mainButton");
  ASSERT_TRUE(QTest::qWaitFor([&] { return button->isVisible(); }, 60'000));
  EXPECT_EQ(button->text(), QStringLiteral("Cancel"));
  button->click();
  EXPECT_EQ(stage.link.calls.back(), "stop connecting");
  token.connecting = false;
  token.state = TokenState::kUnreachable;
  token.problem = Error{.code = Code::kCancelled,
                        .message = "connect: it was stopped",
                        .hint = {},
                        .details = {},
                        .cause = nullptr};
  update(token);
  EXPECT_EQ(state_title(token), QStringLiteral("Not connected"));
  ASSERT_EQ(button->text(), QStringLiteral("Connect"));
  button->click();
  EXPECT_TRUE(stage.link.refreshing);
}

TEST_F(Window, CallsNoTokenAbsentWhileNobodyWatches) {
  const auto says = [this](const char* words) {
    const auto labels = window->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
      return label->isVisible() && label->text() == QString::fromUtf8(words);
    });
  };
  const auto listed = [this] {
    return window->findChild<QListView*>()->model()->index(0, 0).data().toString();
  };
  Error lost;
  lost.code = Code::kUnreachable;
  emit stage.link.lost(lost);
  settle();
  EXPECT_EQ(listed(), QStringLiteral("Not known"));
  EXPECT_TRUE(says("No token can be seen now"));
  EXPECT_FALSE(says("No token attached"));
  emit stage.link.connected();
  settle();
  EXPECT_EQ(listed(), QStringLiteral("No token"));
  EXPECT_TRUE(says("No token attached"));
  EXPECT_FALSE(says("No token can be seen now"));
}

TEST_F(Window, MovesToTheTokenThatIsLeft) {
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.id = "A1B2C3D4";
  emit stage.link.told(gone);
  settle();
  EXPECT_EQ(text("title"), QStringLiteral("Home token"));
  gone.id = "0F00BA12";
  emit stage.link.told(gone);
  settle();
  EXPECT_FALSE(child<QLabel>("title")->isVisible());
  EXPECT_EQ(window->currentToken(), QString());
}

TEST_F(Window, FollowsATokenThatTellsItsSerial) {
  BrokerToken before = samples::fresh();
  before.id = "console:127.0.0.1:2222";
  before.endpoint = Endpoint{.host = "127.0.0.1", .port = 2222};
  update(before);
  window->showToken(QStringLiteral("console:127.0.0.1:2222"));
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.id = before.id;
  emit stage.link.told(gone);
  BrokerToken after = samples::locked();
  after.id = after.serial = "0A0A0A0A";
  after.endpoint = before.endpoint;
  update(after);
  EXPECT_EQ(window->currentToken(), QStringLiteral("0A0A0A0A"));
}

TEST_F(Window, GoesNoFurtherWithAChangedHostKey) {
  update(samples::host_key_changed());
  auto* tabs = child<QTabBar>("tabs");
  EXPECT_EQ(tabs->currentIndex(), 4);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(tabs->isTabEnabled(i));
  EXPECT_TRUE(window->findChild<HostKeyChangedPage*>()->isVisible());
  for (auto* one : window->findChildren<QPushButton*>()) {
    if (!one->isVisible()) continue;
    EXPECT_FALSE(one->text().contains(QStringLiteral("Unlock"))) << one->text().toStdString();
  }
  EXPECT_EQ(text("subtitle"), QStringLiteral("Not connected"));
}

TEST_F(Window, ConfirmsOnlyTheRequestThatIsShownAndNotAtOnce) {
  update(samples::presence());
  auto* confirm = child<QPushButton>("confirmPresence");
  ASSERT_TRUE(confirm->isVisible());
  EXPECT_FALSE(confirm->isEnabled()) << "a click that was under way must not confirm";
  auto* overview = window->findChild<OverviewPage*>();
  overview->confirmPresence();
  EXPECT_TRUE(stage.link.calls.empty());
  QEventLoop loop;
  QTimer::singleShot(550, &loop, &QEventLoop::quit);
  loop.exec();
  EXPECT_TRUE(confirm->isEnabled());
  // Replaced by another: inert again.
  update(samples::presence_unknown());
  EXPECT_FALSE(confirm->isEnabled());
  QTimer::singleShot(550, &loop, &QEventLoop::quit);
  loop.exec();
  confirm->click();
  EXPECT_EQ(stage.link.calls, std::vector<std::string>{"confirm 8"});
}

TEST_F(Window, EnterConfirmsNothing) {
  update(samples::presence());
  QEventLoop loop;
  QTimer::singleShot(550, &loop, &QEventLoop::quit);
  loop.exec();
  auto* confirm = child<QPushButton>("confirmPresence");
  confirm->setFocus();
  press(confirm, Qt::Key_Return, Qt::NoModifier);
  press(window.get(), Qt::Key_Enter, Qt::NoModifier);
  EXPECT_TRUE(stage.link.calls.empty());
}

TEST_F(Window, AsksBeforeItQuitsWhileUnlocked) {
  QSignalSpy quit(window.get(), &MainWindow::quitWanted);
  window->askQuit();
  EXPECT_EQ(quit.count(), 1) << "nothing is unlocked";
  update(samples::unlocked());
  window->askQuit();
  EXPECT_EQ(quit.count(), 1);
  auto* lock = child<QPushButton>("lockAndQuit");
  ASSERT_TRUE(lock->isVisible());
  lock->click();
  EXPECT_EQ(stage.link.calls.back(), "lock-all");
  EXPECT_EQ(quit.count(), 1) << "not before the token has said that it is locked";
  Error silent;
  silent.code = Code::kUnreachable;
  stage.link.locking_all(std::unexpected(silent));
  EXPECT_EQ(quit.count(), 1);
  lock->click();
  stage.link.locking_all(std::size_t{1});
  EXPECT_EQ(quit.count(), 2);
}

TEST_F(Window, HidesIntoTheTrayOnly) {
  window->close();
  EXPECT_FALSE(window->isVisible());
  window->show();
  window->setTray(false);
  update(samples::unlocked());
  window->close();
  EXPECT_TRUE(window->isVisible()) << "it asks first";
}

TEST_F(Window, ClosesThePassphraseWithTheScreen) {
  window->openUnlock(QStringLiteral("A1B2C3D4"), Scope::kSignature);
  settle();
  auto* dialog = window->findChild<UnlockDialog*>();
  ASSERT_NE(dialog, nullptr);
  window->closeSecrets();
  EXPECT_FALSE(dialog->isVisible());
}

TEST_F(Window, ShowsPasskeysForThePinAndForgetsThemWhenLeft) {
  update(samples::locked());
  window->showView(View::kFido);
  settle();
  auto* list = window->findChild<PasskeyList*>();
  ASSERT_NE(list, nullptr);
  auto* open = child<QPushButton>("showPasskeys");
  ASSERT_TRUE(open->isVisible());
  const auto shows = [list](const QString& words) {
    const auto labels = list->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
      return label->isVisible() && label->text().contains(words);
    });
  };
  const auto give = [&](const QString& pin) {
    auto* field = list->findChild<SecretEdit*>();
    QTest::keyClicks(field, pin);
    QTest::keyClick(field, Qt::Key_Return);
    settle();
  };
  open->click();
  give(QStringLiteral("0000"));
  EXPECT_TRUE(shows(QStringLiteral("That is not the PIN.")));
  EXPECT_FALSE(shows(QStringLiteral("github.com")));
  give(QString::fromLatin1(samples::kPin));
  EXPECT_FALSE(shows(QStringLiteral("That is not the PIN.")));
  EXPECT_TRUE(shows(QStringLiteral("github.com")));
  EXPECT_TRUE(shows(QStringLiteral("login.example.org")));
  window->showView(View::kTrust);
  window->showView(View::kFido);
  settle();
  EXPECT_FALSE(shows(QStringLiteral("github.com")));
  EXPECT_TRUE(open->isVisible());

  open->click();
  QTest::keyClicks(list->findChild<SecretEdit*>(), QStringLiteral("12"));
  window->closeSecrets();
  EXPECT_TRUE(list->findChild<SecretEdit*>()->isEmpty());

  update(samples::presence());  // now the device answers the site alone
  EXPECT_FALSE(open->isEnabled());
}

// Stands in for the desktop's viewer.
class Viewer : public QObject {
  Q_OBJECT
 public:
  Viewer() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
  ~Viewer() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
  QString opened;
 public slots:
  void open(const QUrl& url) { opened = url.toLocalFile(); }
};

TEST_F(Window, OpensTheGuideAndSaysWhereItShouldBe) {
  Viewer viewer;
  const auto says = [this](const QString& words) {
    const auto all = window->findChildren<InlineMessage*>();
    return std::ranges::any_of(all, [&](const InlineMessage* message) {
      return message->isVisible() && message->sentence().contains(words);
    });
  };
  window->openHelp();
  EXPECT_TRUE(viewer.opened.isEmpty());
  EXPECT_TRUE(says(QStringLiteral("guide.md")));

  QFile guide(stage.folder.filePath(QStringLiteral("guide.md")));
  ASSERT_TRUE(guide.open(QIODevice::WriteOnly));
  guide.close();
  update(samples::factory());
  auto* open = button(QStringLiteral("Open the guide"));
  ASSERT_NE(open, nullptr);
  open->click();
  EXPECT_EQ(viewer.opened, guide.fileName());
}

TEST_F(Window, TurnsIntoFieldsWhenNarrow) {
  window->resize(characters(90) - 1, 700);
  settle();
  EXPECT_FALSE(child<QListView>("tokens")->isVisible());
  window->resize(characters(90) + 200, 700);
  settle();
  EXPECT_TRUE(child<QListView>("tokens")->isVisible());
  window->resize(360, 700);
  settle();
  EXPECT_FALSE(child<QTabBar>("tabs")->isVisible());
}

TEST_F(Window, ListsWhatHappenedWithoutScrollingSideways) {
  stage.link.tell(BrokerEvent::Kind::kPresenceRequested, samples::presence(), {}, 20);
  window->showView(View::kConsole);
  auto* list = window->findChild<ConsolePage*>()->findChild<QTreeView*>();
  ASSERT_GT(list->model()->rowCount(), 0);
  const int detail = list->model()->columnCount() - 1;
  for (const int width : {360, 960, 360}) {
    window->resize(width, 700);
    settle();
    EXPECT_EQ(list->horizontalScrollBar()->maximum(), 0) << width;
    EXPECT_EQ(list->isColumnHidden(detail), width == 360) << "it stands below, then";
  }
}

TEST_F(Window, ShowsWhyAnActionFailed) {
  update(samples::unlocked());
  child<QPushButton>("mainButton")->click();
  Error silent;
  silent.code = Code::kTimeout;
  silent.message = "console: no answer";
  stage.link.locking(std::unexpected(silent));
  bool said = false;
  for (auto* message : window->findChildren<InlineMessage*>()) {
    said = said || (message->isVisible() &&
                    message->sentence().startsWith(QStringLiteral("No answer in 20 s.")));
  }
  EXPECT_TRUE(said);
}

TEST_F(Window, WelcomesANewTokenWithoutSendingAnythingFirst) {
  update(samples::fresh());
  window->openGuide(QStringLiteral("A1B2C3D4"));
  settle();
  auto* guide = window->findChild<FirstContact*>();
  ASSERT_NE(guide, nullptr);
  EXPECT_TRUE(stage.link.calls.empty());
  // Unplugged: the guide closes by itself.
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.id = "A1B2C3D4";
  emit stage.link.told(gone);
  EXPECT_FALSE(guide->isVisible());
}

TEST_F(Window, ChoosesAKeyForATokenThatDoesNotLetThisComputerIn) {
  BrokerToken refused = samples::locked();
  refused.status.reset();
  refused.state = TokenState::kAttention;
  refused.problem = Error{};
  refused.problem->code = Code::kSshAuth;
  update(refused);
  auto* button = child<QPushButton>("mainButton");
  EXPECT_EQ(button->text(), QStringLiteral("Choose a key…"));
  button->click();
  settle();
  auto* guide = window->findChild<FirstContact*>();
  ASSERT_NE(guide, nullptr);
  settle();
  EXPECT_EQ(stage.tried_against, samples::kFingerprint);
  for (auto* one : guide->findChildren<QPushButton*>()) {
    // Meeting and comparing it are over.
    EXPECT_FALSE(one->isVisible() && one->text() == QStringLiteral("Back"));
    if (one->isDefault()) {
      EXPECT_EQ(one->text(), QStringLiteral("Done"));
      one->click();
    }
  }
  // With that key it is tried again.
  EXPECT_EQ(stage.link.calls.back(), "refresh");
}

TEST_F(Window, KeepsShortcutLettersApart) {
  update(samples::unlocked());
  QSet<QChar> seen;
  for (auto* one : window->findChildren<QAbstractButton*>()) {
    if (!one->isVisible()) continue;
    const int at = static_cast<int>(one->text().indexOf(QLatin1Char('&')));
    if (at < 0) continue;
    const QChar letter = one->text().at(at + 1).toLower();
    EXPECT_FALSE(seen.contains(letter)) << one->text().toStdString();
    seen.insert(letter);
  }
  seen.clear();
  for (auto* menu : window->findChildren<QMenu*>()) {
    for (const QAction* action : menu->actions()) {
      const int at = static_cast<int>(action->text().indexOf(QLatin1Char('&')));
      if (at < 0) continue;
      const QChar letter = action->text().at(at + 1).toLower();
      EXPECT_FALSE(seen.contains(letter)) << action->text().toStdString();
      seen.insert(letter);
    }
  }
}

TEST_F(Window, ReportsTheDoctorWithoutNames) {
  window->openDoctor();
  settle();
  auto* page = window->findChild<DoctorPage*>();
  EXPECT_TRUE(page->summary().startsWith(QStringLiteral("8 of 10 checks are fine.")));
  EXPECT_TRUE(page->report().contains(QStringLiteral("card-service")));
  EXPECT_FALSE(page->report().contains(QStringLiteral("A1B2C3D4")));
}

TEST_F(Window, DoctorTellsWhatTheDesktopLacks) {
  window->openDoctor();
  settle();
  EXPECT_TRUE(text("subtitle").startsWith(QStringLiteral("8 of 10 checks are fine.")));
  window->setTray(false);
  window->setDesktop(true, false);
  EXPECT_TRUE(text("subtitle").startsWith(QStringLiteral("9 of 13 checks are fine.")))
      << text("subtitle").toStdString();
  window->setTray(true);
  EXPECT_TRUE(text("subtitle").startsWith(QStringLiteral("10 of 13 checks are fine.")));
  window->setDesktop(true, true);
  EXPECT_TRUE(text("subtitle").startsWith(QStringLiteral("11 of 13 checks are fine.")));
}

TEST_F(Window, StopsAskingOnlyAfterTheQuestion) {
  update(samples::unlocked());
  window->showView(View::kFido);
  settle();
  auto* box = window->findChild<FidoPage*>()->findChild<QAbstractButton*>();
  for (auto* one : window->findChild<FidoPage*>()->findChildren<QAbstractButton*>()) {
    if (one->accessibleName() == QStringLiteral("Ask for my presence")) box = one;
  }
  box->click();
  EXPECT_TRUE(box->isChecked()) << "the box shows what the token does";
  EXPECT_TRUE(stage.link.calls.empty());
  ASSERT_NE(button(QStringLiteral("Stop asking")), nullptr);
  button(QStringLiteral("Stop asking"))->click();
  EXPECT_EQ(stage.link.calls, std::vector<std::string>{"init-fido without presence"});
}

}  // namespace
}  // namespace gokeyctl::gui

#include "window_test.moc"
