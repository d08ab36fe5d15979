// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QThreadPool>
#include <string>

#include <gtest/gtest.h>

#include "gui/dialogs/pinentry_unlock.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/widgets/secret_edit.h"
#include "locked_memory.h"
#include "samples.h"

namespace gokeyctl::gui {
namespace {

// The dialog over a desk that answers when the test says so.
class Unlock : public ::testing::Test {
 protected:
  void open(const BrokerToken& token, Scope scope = Scope::kDecryption) {
    UnlockWork work;
    work.unlock = [this](Scope asked, Secret secret, Hold until,
                         UnlockWork::Done<KeysOutcome> done) {
      calls += "unlock " + std::string(name(asked)) + ";";
      passphrase = secret.expose([](std::span<const std::uint8_t> bytes) {
        return std::string(bytes.begin(), bytes.end());
      });
      hold = until;
      answer = std::move(done);
    };
    work.cancel_unlock = [this] { calls += "cancel;"; };
    work.lock = [this](Scope, UnlockWork::Done<KeysOutcome> done) {
      calls += "lock;";
      locking = std::move(done);
    };
    work.shorten = [this](Hold until, const UnlockWork::Done<BrokerToken>&) {
      calls += "shorten;";
      hold = until;
    };
    dialog = new UnlockDialog(work, token, scope, QStringLiteral("10m"));
    dialog->show();
    QApplication::processEvents();
  }
  ~Unlock() override { delete dialog; }

  [[nodiscard]] SecretEdit* field() const { return dialog->findChild<SecretEdit*>(); }
  [[nodiscard]] QPushButton* button() const {
    return dialog->findChild<QPushButton*>(QStringLiteral("unlockButton"));
  }
  [[nodiscard]] std::string status() const {
    return dialog->findChild<QLabel*>(QStringLiteral("unlockStatus"))->text().toStdString();
  }
  void type(const QString& text) const {
    for (const QChar c : text) {
      QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
      QApplication::sendEvent(field(), &key);
    }
  }
  void choose(const QString& setting) const {
    auto* combo = dialog->findChild<QComboBox*>();
    combo->setCurrentIndex(combo->findData(setting));
    emit combo->activated(combo->currentIndex());
  }
  static Error error(Code code, std::map<std::string, std::string> details = {}) {
    Error made;
    made.code = code;
    made.details = std::move(details);
    return made;
  }

  QPointer<UnlockDialog> dialog;
  std::string calls, passphrase;
  Hold hold;
  UnlockWork::Done<KeysOutcome> answer, locking;
};

TEST_F(Unlock, GivingUpTakesTheTryBack) {
  open(samples::locked());
  type(QStringLiteral("open sesame"));
  button()->click();
  dialog->reject();
  EXPECT_EQ(calls, "unlock dec;cancel;");
}

TEST_F(Unlock, NothingIsTakenBackAfterTheAnswer) {
  open(samples::locked());
  type(QStringLiteral("open sesame"));
  button()->click();
  answer(std::unexpected(error(Code::kWrongPassphrase, {{"tries_left", "2"}})));
  dialog->reject();
  EXPECT_EQ(calls, "unlock dec;");
}

TEST_F(Unlock, AsksOnceAndClosesWhenItWorked) {
  open(samples::locked());
  EXPECT_FALSE(button()->isEnabled());
  EXPECT_TRUE(field()->hasFocus());
  type(QStringLiteral("open sesame"));
  ASSERT_TRUE(button()->isEnabled());
  button()->click();
  EXPECT_EQ(calls, "unlock dec;");
  EXPECT_EQ(passphrase, "open sesame");
  EXPECT_EQ(hold.kind, Hold::Kind::kFor);
  EXPECT_EQ(hold.duration, std::chrono::minutes(10));
  // While the token thinks nothing can be sent twice.
  EXPECT_FALSE(button()->isEnabled());
  EXPECT_FALSE(field()->isEnabled());
  answer(KeysOutcome{*samples::unlocked().status, {KeyUse::kDecryption}, {}, {}});
  EXPECT_FALSE(dialog->isVisible());
}

TEST_F(Unlock, SaysHowManyTriesAreLeft) {
  open(samples::locked());
  type(QStringLiteral("wrong"));
  button()->click();
  answer(std::unexpected(error(Code::kWrongPassphrase, {{"tries_left", "2"}})));
  EXPECT_TRUE(dialog->isVisible());
  EXPECT_NE(status().find("That is not the passphrase. 2"), std::string::npos) << status();
  EXPECT_TRUE(field()->isEmpty());
  EXPECT_TRUE(field()->hasFocus());
  EXPECT_FALSE(button()->isEnabled());
  EXPECT_EQ(calls, "unlock dec;") << "nothing is tried again by itself";
}

TEST_F(Unlock, WaitsWhileNoTryIsAllowed) {
  open(samples::blocked());
  EXPECT_FALSE(field()->isEnabled());
  EXPECT_NE(status().find("No tries left now. Next try possible in 1:"), std::string::npos)
      << status();
  BrokerToken over = samples::blocked();
  over.status->openpgp.retry_after_seconds = 1;
  over.as_of = samples::time_from_now(-2);
  dialog->setToken(over);
  EXPECT_TRUE(field()->isEnabled());
  EXPECT_NE(status().find("1 try"), std::string::npos) << status();
}

TEST_F(Unlock, StaysShutUntilTheOriginalFirmwareRestarts) {
  BrokerToken token = samples::classic();
  token.status->openpgp.tries_left = 0;
  open(token);
  EXPECT_FALSE(field()->isEnabled());
  EXPECT_EQ(status(), "No tries left. The subkey stays locked until the token restarts.");
}

TEST_F(Unlock, TurnsToTheKeyThatDidNotOpen) {
  open(samples::locked(), Scope::kAll);
  const auto shows_bullets = [this] {
    const QRect letters = field()->rect().adjusted(16, 6, -6, -6);  // without frame and cursor
    const QImage shown = field()->grab(letters).toImage();
    for (int y = 0; y < shown.height(); ++y) {
      for (int x = 0; x < shown.width(); ++x) {
        if (shown.pixel(x, y) != shown.pixel(shown.width() - 1, 0)) return true;
      }
    }
    return false;
  };
  type(QStringLiteral("first"));
  EXPECT_TRUE(shows_bullets());
  button()->click();
  // As tokens of our firmware answer: authentication stays locked with decryption.
  KeysOutcome partly{*samples::unlocked().status,
                     {KeyUse::kSignature},
                     {},
                     {KeyUse::kDecryption, KeyUse::kAuthentication}};
  partly.status.openpgp.keys.at(0).locked = false;
  partly.status.openpgp.keys.at(1).locked = true;
  partly.status.openpgp.tries_left = 2;
  answer(partly);
  EXPECT_TRUE(dialog->isVisible());
  EXPECT_EQ(status().rfind("Signing is unlocked. Decryption has another passphrase. 2", 0), 0U)
      << status();
  EXPECT_FALSE(shows_bullets()) << "of the passphrase that is gone";
  type(QStringLiteral("second"));
  button()->click();
  EXPECT_EQ(calls, "unlock all;unlock dec;");
}

TEST_F(Unlock, LetsAPresenceRequestGoFirst) {
  open(samples::presence(), Scope::kSignature);
  type(QStringLiteral("early"));
  EXPECT_FALSE(button()->isEnabled());
  EXPECT_EQ(status(), "Waiting: a site asks for your presence first.");
  dialog->setToken(samples::locked());
  EXPECT_TRUE(button()->isEnabled());
}

TEST_F(Unlock, WipesWhenUnpluggedAndComesBack) {
  open(samples::locked());
  type(QStringLiteral("half a pass"));
  dialog->setGone();
  EXPECT_TRUE(field()->isEmpty());
  EXPECT_FALSE(field()->isEnabled());
  EXPECT_EQ(status(), "Work token was unplugged. Nothing is lost.");
  dialog->setToken(samples::locked());
  EXPECT_TRUE(field()->isEnabled());
}

TEST_F(Unlock, AnAnswerAfterCancelChangesNothing) {
  open(samples::locked());
  type(QStringLiteral("slow"));
  button()->click();
  dialog->setGone();
  answer(std::unexpected(error(Code::kWrongPassphrase, {{"tries_left", "2"}})));
  EXPECT_EQ(status(), "Work token was unplugged. Nothing is lost.");
}

TEST_F(Unlock, ShorterTimeNeedsNoPassphrase) {
  open(samples::unlocked());
  choose(QStringLiteral("1m"));
  EXPECT_TRUE(button()->isEnabled());
  EXPECT_FALSE(field()->isEnabled());
  button()->click();
  EXPECT_EQ(calls, "shorten;");
  EXPECT_EQ(hold.duration, std::chrono::minutes(1));
}

// Everything that the broker takes for later needs the passphrase here, too.
TEST_F(Unlock, AnotherEndThanTheScreensNeedsThePassphrase) {
  BrokerToken token = samples::unlocked();
  token.held = {{KeyUse::kDecryption, Hold::Kind::kUntilScreenLock, {}}};
  open(token);
  choose(QStringLiteral("1m"));
  EXPECT_TRUE(field()->isEnabled());
  EXPECT_FALSE(button()->isEnabled());
  choose(QStringLiteral("screen-lock"));
  EXPECT_FALSE(field()->isEnabled());
  EXPECT_TRUE(button()->isEnabled());
}

TEST_F(Unlock, ShorterIsWhatIsShorterForEveryOpenKey) {
  BrokerToken token = samples::both_unlocked();
  token.held[0].until = samples::time_from_now(30);  // signing, which is not asked for
  open(token, Scope::kDecryption);
  choose(QStringLiteral("1m"));
  EXPECT_TRUE(field()->isEnabled());
}

TEST_F(Unlock, LongerTimeLocksFirst) {
  open(samples::unlocked());
  choose(QStringLiteral("1h"));
  EXPECT_FALSE(button()->isEnabled());
  type(QStringLiteral("again"));
  button()->click();
  EXPECT_EQ(calls, "lock;");
  locking(KeysOutcome{*samples::locked().status, {KeyUse::kDecryption}, {}, {}});
  EXPECT_EQ(calls, "lock;unlock dec;");
  EXPECT_EQ(passphrase, "again");
}

TEST_F(Unlock, TakesNothingWhereMemoryCannotBeProtected) {
  const auto refused = [this] {
    open(samples::locked());
    type(QStringLiteral("open sesame"));
    EXPECT_TRUE(status().starts_with("No protected memory is left")) << status();
    EXPECT_FALSE(button()->isEnabled());
    EXPECT_FALSE(field()->isEnabled());
    button()->click();
    delete dialog;
    EXPECT_EQ(calls, "");
  };
  {
    const testing::LockedMemoryLimit none(0);
    refused();
  }
  {
    const testing::LockedMemoryLimit one(1);
    const SecretEdit takes_it;
    ASSERT_TRUE(takes_it.isUsable());
    refused();
  }
  open(samples::locked());
  EXPECT_EQ(status().rfind("3 ", 0), 0U) << "once there is some again: " << status();
  EXPECT_TRUE(field()->isEnabled());
}

TEST_F(Unlock, TheFieldThatWasHandedOverTakesTheLastPageAgain) {
  const testing::LockedMemoryLimit one(1);
  open(samples::locked());
  type(QStringLiteral("open sesame"));
  button()->click();
  EXPECT_EQ(calls, "unlock dec;");
  answer(std::unexpected(error(Code::kWrongPassphrase, {{"tries_left", "2"}})));
  EXPECT_EQ(status().rfind("That is not the passphrase. 2 ", 0), 0U) << status();
  EXPECT_TRUE(field()->isEnabled());
}

TEST_F(Unlock, EnterMeansUnlockAndNeverCancel) {
  open(samples::locked());
  type(QStringLiteral("quick"));
  for (int i = 0; i < 2; ++i) {
    QWidget* focused = dialog->focusWidget() != nullptr ? dialog->focusWidget() : dialog.data();
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(focused, &enter);
  }
  EXPECT_EQ(calls, "unlock dec;");
  EXPECT_TRUE(dialog->isVisible());
}

// pinentry that gives a passphrase each time it is asked.
TEST(Pinentry, AsksAnewForTheKeyThatHasAnotherPassphrase) {
  std::vector<PinentryRequest> asked;
  std::vector<Scope> tried;
  UnlockWork::Done<KeysOutcome> answer;
  UnlockWork work;
  work.unlock = [&](Scope scope, const Secret&, Hold, UnlockWork::Done<KeysOutcome> done) {
    tried.push_back(scope);
    answer = std::move(done);
  };
  const auto settle = [] {
    for (int turn = 0; turn < 3; ++turn) {
      QThreadPool::globalInstance()->waitForDone();
      QApplication::sendPostedEvents();
      QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      QApplication::processEvents();
    }
  };
  const QPointer<PinentryUnlock> pinentry = new PinentryUnlock(
      [&asked](const PinentryRequest& request, int) -> Result<Secret> {
        asked.push_back(request);
        return Secret(16);
      },
      "pinentry", work, samples::locked(), Scope::kAll, {}, nullptr);
  settle();
  ASSERT_EQ(tried, std::vector<Scope>{Scope::kAll});
  KeysOutcome partly{*samples::unlocked().status,
                     {KeyUse::kSignature},
                     {},
                     {KeyUse::kDecryption, KeyUse::kAuthentication}};
  partly.status.openpgp.tries_left = 2;
  answer(partly);
  settle();
  ASSERT_EQ(asked.size(), 2U) << "decryption is locked: that was not all";
  EXPECT_EQ(
      asked.back().error.rfind("Signing is unlocked. Decryption has another passphrase. 2 ", 0), 0U)
      << asked.back().error;
  EXPECT_EQ(tried.back(), Scope::kDecryption);
  answer(KeysOutcome{*samples::unlocked().status, {KeyUse::kDecryption}, {}, {}});
  settle();
  EXPECT_TRUE(pinentry.isNull());
}

}  // namespace
}  // namespace gokeyctl::gui
