// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the window does about host keys: receipts, and keys that nobody compared.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QThreadPool>
#include <algorithm>

#include <gtest/gtest.h>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/receipt_dialog.h"
#include "gui/widgets/inline_message.h"
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

BrokerToken showing(BrokerToken token, const char* key) {
  token.presented = HostKey{"ssh-ed25519", key};
  return token;
}

class Trust : public testing::Test {
 protected:
  void show(const BrokerToken& token) {
    stage.link.show(token);
    if (!window) window = std::make_unique<MainWindow>(stage.desk, stage.settings, stage.work());
    window->show();
    window->showToken(QString::fromStdString(token.id));
    window->showView(View::kTrust);
    settle();
  }
  QPushButton* button(const QString& label) const {
    for (auto* one : window->findChildren<QPushButton*>()) {
      if (one->isVisible() && one->text() == label) return one;
    }
    return nullptr;
  }
  // Picks a file with this text.
  ReceiptDialog* import(const QByteArray& text) {
    stage.chosen = stage.folder.filePath(QStringLiteral("a.receipt"));
    QFile file(stage.chosen);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto links = window->findChildren<QAbstractButton*>();
    for (auto* one : links) {
      if (one->isVisible() && one->text() == QStringLiteral("Import receipt…")) {
        one->click();
        break;
      }
    }
    settle();
    return dialog();
  }
  // The broker has still to say that it is connected.
  FirstContact* guideThatTrustsAReceipt() {
    show(showing(samples::fresh(), samples::kReceiptKey));
    window->openGuide(QStringLiteral("A1B2C3D4"));
    settle();
    auto* guide = window->findChild<FirstContact*>();
    guide->findChild<QLineEdit*>()->setText(QStringLiteral("Work token"));
    for (auto* one : guide->findChildren<QPushButton*>()) {
      if (one->isDefault()) one->click();
    }
    settle();
    stage.chosen.clear();
    QFile file(stage.folder.filePath(QStringLiteral("b.receipt")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(samples::kReceipt);
    file.close();
    stage.chosen = file.fileName();
    for (auto* one : guide->findChildren<QAbstractButton*>()) {
      if (one->isVisible() && one->text() == QStringLiteral("Import receipt…")) one->click();
    }
    settle();
    const ReceiptDialog* shown = dialog();
    EXPECT_NE(shown, nullptr);
    if (shown != nullptr) trust(shown)->click();
    settle();
    return guide;
  }
  ReceiptDialog* dialog() const {
    for (auto* one : window->findChildren<ReceiptDialog*>()) {
      if (one->isVisible()) return one;
    }
    return nullptr;
  }
  static QString verdict(const ReceiptDialog* dialog) {
    return dialog->findChild<InlineMessage*>(QStringLiteral("receiptVerdict"))->sentence();
  }
  static QPushButton* trust(const ReceiptDialog* dialog) {
    return dialog->findChild<QPushButton*>(QStringLiteral("trustReceipt"));
  }
  QString pageVerdict() const {
    return window->findChild<InlineMessage*>(QStringLiteral("trustVerdict"))->sentence();
  }

  samples::Stage stage;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Trust, AReceiptOfTheTokenIsTrustedAndTheTokenAskedAnew) {
  show(showing(samples::fresh(), samples::kReceiptKey));
  const ReceiptDialog* shown = import(samples::kReceipt);
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(verdict(shown).startsWith(QStringLiteral("It is of this token.")));
  EXPECT_TRUE(stage.done.empty()) << "nothing is trusted before somebody says so";
  EXPECT_FALSE(trust(shown)->isDefault()) << "Enter trusts nothing";
  ASSERT_TRUE(trust(shown)->isVisible());
  trust(shown)->click();
  settle();
  EXPECT_EQ(stage.done,
            std::vector<std::string>{std::string("receipt A1B2C3D4 ") + samples::kReceiptKey});
  ASSERT_TRUE(stage.link.refreshing) << "the broker connects with what is pinned now";
  stage.link.refreshing(samples::locked());
  settle();
  EXPECT_EQ(dialog(), nullptr);
}

TEST_F(Trust, AReceiptOfAnotherKeyOrTokenOrNoneIsRefusedWithASentence) {
  show(showing(samples::fresh(), samples::kOtherFingerprint));
  ReceiptDialog* shown = import(samples::kReceipt);
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(verdict(shown).startsWith(QStringLiteral("It names another host key")));
  EXPECT_FALSE(trust(shown)->isVisible());
  trust(shown)->click();

  QByteArray changed(samples::kReceipt);
  changed.replace("Ada", "Eve");
  shown = import(changed);
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(verdict(shown).front().isUpper()) << verdict(shown).toStdString();
  EXPECT_TRUE(verdict(shown).contains(QStringLiteral("its signature is wrong")))
      << verdict(shown).toStdString();
  EXPECT_FALSE(trust(shown)->isVisible());
  trust(shown)->click();

  shown = import("no receipt");
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(verdict(shown).contains(QStringLiteral("this is no receipt")));
  EXPECT_FALSE(trust(shown)->isVisible());

  BrokerToken other = showing(samples::fresh(), samples::kReceiptKey);
  other.id = other.serial = "0F00BA12";
  show(other);
  shown = import(samples::kReceipt);
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(verdict(shown).startsWith(QStringLiteral("It is of another token.")));
  EXPECT_FALSE(trust(shown)->isVisible());
  trust(shown)->click();
  settle();
  EXPECT_TRUE(stage.done.empty());
}

TEST_F(Trust, AKeyThatIsKnownIsReplacedOnlyAfterItsShortIdWasTyped) {
  show(showing(samples::host_key_changed(), samples::kReceiptKey));
  const ReceiptDialog* shown = import(samples::kReceipt);
  ASSERT_NE(shown, nullptr);
  auto* typed = shown->findChild<QLineEdit*>(QStringLiteral("typedId"));
  ASSERT_TRUE(typed->isVisible());
  EXPECT_FALSE(trust(shown)->isEnabled());
  typed->setText(QStringLiteral("A1B2C3D5"));
  EXPECT_FALSE(trust(shown)->isEnabled());
  typed->setText(QStringLiteral("a1b2c3d4"));
  ASSERT_TRUE(trust(shown)->isEnabled());
  trust(shown)->click();
  settle();
  EXPECT_EQ(stage.done.size(), 1U);
}

TEST_F(Trust, AnotherKeyThatIsShownMeanwhileIsNotTrusted) {
  show(showing(samples::fresh(), samples::kReceiptKey));
  const ReceiptDialog* shown = import(samples::kReceipt);
  ASSERT_NE(shown, nullptr);
  ASSERT_TRUE(trust(shown)->isVisible());
  stage.link.show(showing(samples::fresh(), samples::kOtherFingerprint));
  EXPECT_FALSE(trust(shown)->isVisible());
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.id = "A1B2C3D4";
  emit stage.link.told(gone);
  EXPECT_TRUE(verdict(shown).startsWith(QStringLiteral("The token shows no host key now.")));
}

TEST_F(Trust, TheGuideIsThroughWithComparingByAReceipt) {
  const FirstContact* guide = guideThatTrustsAReceipt();
  ASSERT_TRUE(stage.link.refreshing);
  stage.link.refreshing(samples::locked());
  settle();
  ASSERT_TRUE(stage.link.renaming);
  stage.link.renaming(samples::locked());
  settle();
  bool said = false;
  for (const auto* message : guide->findChildren<InlineMessage*>()) {
    said = said || (message->isVisible() &&
                    message->sentence().startsWith(QStringLiteral("Recognised by its receipt.")));
  }
  EXPECT_TRUE(said);
}

TEST_F(Trust, TheGuideClosesWithTheTokenAfterAReceiptWasLeft) {
  const QPointer<FirstContact> guide = guideThatTrustsAReceipt();
  ASSERT_TRUE(stage.link.refreshing);
  ASSERT_NE(dialog(), nullptr);
  dialog()->reject();
  settle();
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.id = "A1B2C3D4";
  emit stage.link.told(gone);
  settle();
  EXPECT_TRUE(!guide || !guide->isVisible());
}

TEST_F(Trust, AKeyThatNobodyComparedIsNotCalledKnown) {
  show(samples::not_compared());
  EXPECT_TRUE(pageVerdict().startsWith(QStringLiteral("Nobody has compared this host key.")))
      << pageVerdict().toStdString();
  const auto says = [this](const char* words) {
    window->showView(View::kOverview);
    settle();
    const auto labels = window->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
      return label->isVisible() && label->text() == QString::fromUtf8(words);
    });
  };
  EXPECT_TRUE(says("Not compared yet"));
  EXPECT_FALSE(says("Known and unchanged"));
  window->showView(View::kTrust);
  settle();
  auto* compared = button(QStringLiteral("I have compared it"));
  ASSERT_NE(compared, nullptr);
  compared->click();
  settle();
  EXPECT_EQ(stage.done,
            std::vector<std::string>{std::string("compared 0DDC0DE5 ") + samples::kFingerprint});
  show(samples::locked());
  EXPECT_TRUE(pageVerdict().contains(QStringLiteral("was compared on")));
  EXPECT_EQ(button(QStringLiteral("I have compared it")), nullptr);
  EXPECT_TRUE(says("Known and unchanged"));
  show(samples::boot_rom());  // shows no host key at all
  EXPECT_FALSE(says("Known and unchanged"));
}

TEST_F(Trust, ATokenOfNewHostKeysIsUnlockedOnlyWhereThatWasAllowed) {
  show(samples::per_boot());
  EXPECT_TRUE(pageVerdict().contains(QStringLiteral("Unlocking is off")))
      << pageVerdict().toStdString();
  window->showView(View::kOverview);
  settle();
  EXPECT_EQ(button(QStringLiteral("Unlock…")), nullptr);
  EXPECT_EQ(button(QStringLiteral("&Unlock…")), nullptr);
  show(samples::locked());
  window->showView(View::kOverview);
  settle();
  EXPECT_NE(button(QStringLiteral("Unlock…")), nullptr);
  stage.unauthenticated = true;
  show(samples::per_boot());
  EXPECT_TRUE(pageVerdict().contains(QStringLiteral("was allowed"))) << pageVerdict().toStdString();
  window->showView(View::kOverview);
  settle();
  EXPECT_NE(button(QStringLiteral("Unlock…")), nullptr);
  EXPECT_NE(button(QStringLiteral("&Unlock…")), nullptr);
}

TEST(Receipt, ShowsTheAttestationCertificateThatItNames) {
  Result<Receipt> receipt = parse_receipt(samples::kReceipt);
  ASSERT_TRUE(receipt);
  const auto shows = [&receipt] {
    const ReceiptDialog dialog(receipt, samples::fresh());
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [](const QLabel* label) {
      return label->text().contains(QStringLiteral("9E10 7D9D … 8B52"));
    });
  };
  EXPECT_FALSE(shows());
  receipt->u2f_certificate = samples::kCertificate;
  EXPECT_TRUE(shows());
}

TEST_F(Trust, TheGuideNotesThatThePersonCompared) {
  show(samples::fresh());
  window->openGuide(QStringLiteral("A1B2C3D4"));
  settle();
  auto* guide = window->findChild<FirstContact*>();
  ASSERT_NE(guide, nullptr);
  guide->findChild<QLineEdit*>()->setText(QStringLiteral("Work token"));
  const auto next = [guide] {
    for (auto* one : guide->findChildren<QPushButton*>()) {
      if (one->isDefault()) one->click();
    }
    settle();
  };
  next();
  for (auto* one : guide->findChildren<QAbstractButton*>()) {
    if (one->text() == QStringLiteral("It is the same")) one->click();
  }
  next();
  ASSERT_TRUE(stage.link.trusting);
  EXPECT_TRUE(stage.done.empty());
  stage.link.trusting(samples::locked());
  settle();
  EXPECT_EQ(stage.done,
            std::vector<std::string>{std::string("compared A1B2C3D4 ") + samples::kFingerprint});
  EXPECT_EQ(stage.link.calls.back(), "rename Work token");
}

}  // namespace
}  // namespace gokeyctl::gui
