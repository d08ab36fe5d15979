// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The window that asks for presence: nothing confirms by accident.
#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "gui/presence/popup.h"
#include "gui/presence/words.h"
#include "private_bus.h"
#include "tokens.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;

class PresencePopupTest : public ::testing::Test {
 protected:
  void ask(std::uint64_t number = 1) {
    popup_.ask(QStringLiteral("Work token"), request_of(number));
  }
  void arm() {
    ASSERT_TRUE(eventually([this] { return popup_.isArmed(); }));
  }
  QPushButton* button(const char* name) {
    return popup_.findChild<QPushButton*>(QLatin1String(name));
  }
  // Everything a person may have been doing when it appeared.
  void beClumsy() {
    for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Y}) {
      QTest::keyClick(&popup_, static_cast<Qt::Key>(key));
      QTest::keyClick(confirm_, static_cast<Qt::Key>(key));
    }
    QTest::keyClick(&popup_, Qt::Key_Return, Qt::ControlModifier);
    QTest::mouseClick(confirm_, Qt::LeftButton);
    QTest::mouseClick(dismiss_, Qt::LeftButton);
    QTest::keyClick(&popup_, Qt::Key_Escape);
  }

  PresencePopup popup_;
  QSignalSpy confirmed_{&popup_, &PresencePopup::confirmed};
  QSignalSpy dismissed_{&popup_, &PresencePopup::dismissed};
  QPushButton* confirm_ = button("presence-confirm");
  QPushButton* dismiss_ = button("presence-dismiss");
};

TEST(PresencePopupLayout, ANameWithoutAnEndIsShownWhole) {
  PresenceRequest request = request_of(1);
  request.site = std::string(250, 'a') + ".example";
  PresencePopup popup;
  popup.ask(QStringLiteral("Work token"), request);
  EXPECT_LE(popup.layout()->totalMinimumSize().width(), popup.width());
  bool whole = false;
  for (const QLabel* label : popup.findChildren<QLabel*>()) {
    EXPECT_LE(label->minimumSizeHint().width(), label->width()) << label->text().toStdString();
    EXPECT_LE(label->heightForWidth(label->width()), label->height());
    whole = whole || QString(label->text())
                         .remove(QChar(0x200b))
                         .contains(QString::fromStdString(*request.site));
  }
  EXPECT_TRUE(whole);
  EXPECT_TRUE(popup.accessibleName().contains(QString::fromStdString(*request.site)));
}

TEST(PresenceWordsOf, AnEmptyingTokenNameNoSite) {
  PresenceRequest request;
  request.application = "factory-reset";
  const PresenceWords words = presence_words(QStringLiteral("Work token"), request, 9);
  EXPECT_EQ(words.title, QStringLiteral("The token is to be emptied"));
  EXPECT_EQ(words.text, QStringLiteral("Confirming destroys every key on it."));
  EXPECT_EQ(words.body, words.text);
  EXPECT_FALSE(words.summary.contains(QStringLiteral("site")));
}

TEST(PresenceWordsOf, ARelyingPartyIsNamedInFull) {
  PresenceRequest request = request_of(1, std::nullopt);
  for (const char* id : {"login.example.org", "ssh:deploy", "localhost"}) {
    request.application = id;
    const PresenceWords words = presence_words(QStringLiteral("Work token"), request, 9);
    EXPECT_EQ(words.title, QStringLiteral("%1 asks for your presence").arg(QLatin1String(id)));
    EXPECT_EQ(words.text, QStringLiteral("Probably asked by firefox"));
  }
}

TEST(PresenceWordsOf, WhatIsNoDomainIsNotTakenForAName) {
  PresenceRequest request = request_of(1, std::nullopt);
  for (const std::string& id :
       {std::string("GitHub"), std::string("Your bank. Press Confirm"),
        std::string("moc.elgoog\u202E.example"), std::string(250, 'a') + ".org"}) {
    request.application = id;
    const PresenceWords words = presence_words(QStringLiteral("Work token"), request, 9);
    EXPECT_EQ(words.title, QStringLiteral("A site asks for your presence")) << id;
  }
}

TEST_F(PresencePopupTest, IsInertForHalfASecondAndNotEarlier) {
  QElapsedTimer since;
  since.start();
  ask();
  EXPECT_TRUE(popup_.isVisible());
  EXPECT_FALSE(confirm_->isEnabled());
  EXPECT_FALSE(dismiss_->isEnabled());
  beClumsy();
  EXPECT_TRUE(confirmed_.isEmpty());
  EXPECT_TRUE(dismissed_.isEmpty());
  arm();
  EXPECT_GE(since.elapsed(), 500);
  EXPECT_TRUE(confirmed_.isEmpty());
  EXPECT_TRUE(dismissed_.isEmpty());
  QTest::mouseClick(confirm_, Qt::LeftButton);
  ASSERT_EQ(confirmed_.size(), 1);
  EXPECT_EQ(confirmed_[0][0].toULongLong(), 1U);
}

TEST_F(PresencePopupTest, AReplacementIsInertAgainAndConfirmsOnlyItself) {
  ask(1);
  arm();
  ask(2);
  beClumsy();
  EXPECT_TRUE(confirmed_.isEmpty());
  arm();
  QTest::mouseClick(confirm_, Qt::LeftButton);
  ASSERT_EQ(confirmed_.size(), 1);
  EXPECT_EQ(confirmed_[0][0].toULongLong(), 2U);
}

TEST_F(PresencePopupTest, AClickThatBeganBeforeItWasArmedIsNone) {
  ask();
  QTest::mousePress(confirm_, Qt::LeftButton);
  arm();
  QTest::mouseRelease(confirm_, Qt::LeftButton);
  EXPECT_TRUE(confirmed_.isEmpty());
}

TEST_F(PresencePopupTest, AClickThatBeganOnTheRequestBeforeIsNone) {
  ask(1);
  arm();
  QTest::mousePress(confirm_, Qt::LeftButton);
  ask(2);
  QTest::mouseRelease(confirm_, Qt::LeftButton);
  arm();
  QTest::mouseRelease(confirm_, Qt::LeftButton);
  EXPECT_TRUE(confirmed_.isEmpty());
}

TEST_F(PresencePopupTest, EnterNeverConfirmsAndSpaceOnlyAButtonReachedWithTab) {
  ask();
  arm();
  for (const QPushButton* button : popup_.findChildren<QPushButton*>()) {
    EXPECT_FALSE(button->isDefault());
    EXPECT_FALSE(button->autoDefault());
    EXPECT_FALSE(button->hasFocus());
  }
  popup_.activateWindow();
  QCoreApplication::processEvents();
  EXPECT_FALSE(confirm_->hasFocus() || dismiss_->hasFocus()) << "no focus by being activated";
  for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
    QTest::keyClick(&popup_, static_cast<Qt::Key>(key));
  EXPECT_TRUE(confirmed_.isEmpty());
  EXPECT_TRUE(dismissed_.isEmpty());

  QTest::keyClick(&popup_, Qt::Key_Tab);
  EXPECT_EQ(popup_.focusWidget(), dismiss_);
  QTest::keyClick(dismiss_, Qt::Key_Tab);
  EXPECT_EQ(popup_.focusWidget(), confirm_);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter})
    QTest::keyClick(confirm_, static_cast<Qt::Key>(key));
  EXPECT_TRUE(confirmed_.isEmpty());
  QTest::keyClick(confirm_, Qt::Key_Space);
  EXPECT_EQ(confirmed_.size(), 1);
}

TEST_F(PresencePopupTest, CtrlReturnConfirmsAndEscapeDismissesOnce) {
  ask(5);
  arm();
  QTest::keyClick(&popup_, Qt::Key_Return, Qt::ControlModifier);
  QTest::keyClick(&popup_, Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(confirmed_.size(), 1);
  ask(6);
  arm();
  QTest::keyClick(&popup_, Qt::Key_Escape);
  EXPECT_EQ(dismissed_.size(), 1);
  EXPECT_FALSE(popup_.isVisible());
}

TEST_F(PresencePopupTest, ClosingItIsDismissing) {
  ask();
  EXPECT_FALSE(popup_.close());
  EXPECT_TRUE(dismissed_.isEmpty()) << "not in the first 500 ms";
  arm();
  popup_.close();
  EXPECT_EQ(dismissed_.size(), 1);
}

TEST_F(PresencePopupTest, SaysWhatIsNotKnown) {
  const auto texts = [this] {
    QStringList all;
    for (const QLabel* label : popup_.findChildren<QLabel*>()) {
      if (label->isVisible()) all.append(label->text());
    }
    return all.join(QLatin1Char('|'));
  };
  ask();
  EXPECT_TRUE(texts().contains(QStringLiteral("github.com asks for your presence")));
  EXPECT_TRUE(texts().contains(QStringLiteral("Probably asked by firefox")));
  EXPECT_TRUE(texts().contains(QStringLiteral("Dismiss lets it lapse.")));
  PresenceRequest request = request_of(2, std::nullopt);
  popup_.ask(QStringLiteral("Work token"), request);
  EXPECT_TRUE(texts().contains(QStringLiteral("A site asks for your presence")));
  EXPECT_TRUE(texts().contains(QStringLiteral("The site is not known here:")));
  EXPECT_TRUE(texts().contains(QStringLiteral("9f86d081")));
  EXPECT_FALSE(texts().contains(QStringLiteral("firefox"))) << "a guess beside an unknown site";
  EXPECT_TRUE(texts().contains(QStringLiteral("Confirm only if you are signing in right now.")));
  request.application.reset();
  popup_.ask(QStringLiteral("Work token"), request);
  EXPECT_TRUE(texts().contains(QStringLiteral("This firmware does not tell which one.")));
  popup_.showConfirming();
  EXPECT_TRUE(texts().contains(QStringLiteral("Confirming…")));
  EXPECT_FALSE(confirm_->isEnabled());
}

TEST_F(PresencePopupTest, ASiteCannotWriteMarkup) {
  PresenceRequest request = request_of(1, std::string("<b>bank</b>.example"));
  request.asker = "<img src=x>";
  popup_.ask(QStringLiteral("Work token"), request);
  for (const QLabel* label : popup_.findChildren<QLabel*>()) {
    if (label->textFormat() == Qt::PlainText) continue;
    EXPECT_FALSE(label->text().contains(QStringLiteral("<img"))) << label->text().toStdString();
    EXPECT_FALSE(label->text().contains(QStringLiteral("<b>"))) << label->text().toStdString();
  }
}

TEST_F(PresencePopupTest, AScreenReaderIsAlerted) {
  ask();
  QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&popup_);
  ASSERT_NE(interface, nullptr);
  EXPECT_EQ(interface->role(), QAccessible::AlertMessage);
  EXPECT_EQ(popup_.accessibleName(),
            QStringLiteral("github.com asks for your presence, Work token, 9 second(s) left"));
}

TEST_F(PresencePopupTest, DoesNotActivateItself) {
  EXPECT_TRUE(popup_.testAttribute(Qt::WA_ShowWithoutActivating));
  EXPECT_FALSE(popup_.windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
  EXPECT_TRUE(popup_.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
}

}  // namespace
}  // namespace gokeyctl::gui
