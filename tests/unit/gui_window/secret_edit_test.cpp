// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/secret_edit.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <string>

#include <gtest/gtest.h>

namespace gokeyctl::gui {
namespace {

void press(QWidget& field, int key, const QString& text = {},
           Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
  QApplication::sendEvent(&field, &event);
}

void type(QWidget& field, const QString& text) {
  for (int i = 0; i < text.size(); ++i) {
    QString piece(text.at(i));
    if (text.at(i).isHighSurrogate()) piece += text.at(++i);
    press(field, 0, piece);
  }
}

std::string taken(SecretEdit& edit) {
  return edit.take().expose(
      [](std::span<const std::uint8_t> bytes) { return std::string(bytes.begin(), bytes.end()); });
}

TEST(SecretEdit, KeepsWhatIsTypedAsUtf8) {
  SecretEdit edit;
  type(edit, QStringLiteral("aß日🔑"));
  EXPECT_EQ(taken(edit), "aß日🔑");
  EXPECT_TRUE(edit.isEmpty());
}

TEST(SecretEdit, BackspaceTakesWholeCharacters) {
  SecretEdit edit;
  type(edit, QStringLiteral("aß日🔑"));
  for (int i = 0; i < 3; ++i) press(edit, Qt::Key_Backspace);
  EXPECT_EQ(taken(edit), "a");
  press(edit, Qt::Key_Backspace);
  EXPECT_TRUE(edit.isEmpty());
}

TEST(SecretEdit, TypingReplacesWhatIsSelected) {
  SecretEdit edit;
  type(edit, QStringLiteral("wrong"));
  press(edit, Qt::Key_A, {}, Qt::ControlModifier);
  type(edit, QStringLiteral("r"));
  EXPECT_EQ(taken(edit), "r");
}

TEST(SecretEdit, TakesNothingOfWhatIsTooLong) {
  SecretEdit edit;
  int told = 0;
  QObject::connect(&edit, &SecretEdit::tooLong, [&] { ++told; });
  type(edit, QStringLiteral("a"));
  QApplication::clipboard()->setText(QString(200, QLatin1Char('x')));
  edit.paste();
  EXPECT_EQ(told, 1);
  EXPECT_EQ(taken(edit), "a");
}

TEST(SecretEdit, PastesWithoutLineEnds) {
  SecretEdit edit;
  QApplication::clipboard()->setText(QStringLiteral("open\r\nsesame\t"));
  edit.paste();
  EXPECT_EQ(taken(edit), "opensesame");
}

TEST(SecretEdit, WipesWhatTheInputMethodCommits) {
  SecretEdit edit;
  QInputMethodEvent event;
  // Not a literal: those lie in memory that cannot be written.
  QString committed = QString::fromUtf8("geheim");
  const QChar* data = committed.constData();
  event.setCommitString(committed);
  QApplication::sendEvent(&edit, &event);
  EXPECT_EQ(data[0], QChar());
  EXPECT_EQ(data[5], QChar());
  EXPECT_EQ(taken(edit), "geheim");
}

TEST(SecretEdit, TellsScreenReadersNothingOfItsText) {
  SecretEdit edit;
  edit.setAccessibleName(QStringLiteral("Passphrase"));
  type(edit, QStringLiteral("secret"));
  QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&edit);
  ASSERT_NE(accessible, nullptr);
  EXPECT_EQ(accessible->role(), QAccessible::EditableText);
  EXPECT_TRUE(accessible->state().passwordEdit);
  EXPECT_EQ(accessible->text(QAccessible::Name), QStringLiteral("Passphrase"));
  EXPECT_TRUE(accessible->text(QAccessible::Value).isEmpty());
  EXPECT_EQ(accessible->textInterface(), nullptr);
}

TEST(SecretEdit, GivesInputMethodsNothing) {
  SecretEdit edit;
  type(edit, QStringLiteral("secret"));
  EXPECT_TRUE(edit.inputMethodQuery(Qt::ImSurroundingText).toString().isEmpty());
  EXPECT_EQ(edit.inputMethodQuery(Qt::ImCursorPosition).toInt(), 0);
  EXPECT_TRUE(edit.inputMethodHints() & Qt::ImhHiddenText);
}

TEST(SecretEdit, SeesCapsLockFromLetters) {
  SecretEdit edit;
  bool on = false;
  QObject::connect(&edit, &SecretEdit::capsLockSeen, [&](bool seen) { on = seen; });
  press(edit, Qt::Key_A, QStringLiteral("A"));
  EXPECT_TRUE(on);
  press(edit, Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
  EXPECT_FALSE(on);
  press(edit, Qt::Key_A, QStringLiteral("a"), Qt::ShiftModifier);
  EXPECT_TRUE(on);
  press(edit, Qt::Key_1, QStringLiteral("1"));
  EXPECT_TRUE(on);
}

}  // namespace
}  // namespace gokeyctl::gui
