// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStyleOptionFrame>
#include <QWidget>
#include <string_view>

#include "gokeyctl/secret.h"

namespace gokeyctl::gui {

// A field for a passphrase. What is typed goes as UTF-8 straight into a Secret; a QLineEdit would
// keep copies that cannot be wiped. Shows one bullet per character and writes at the end only.
// There is no way to see or copy what is in it; pasting is allowed, for password managers.
class SecretEdit : public QWidget {
  Q_OBJECT
 public:
  // The console takes at most so many bytes.
  static constexpr std::size_t kLongest = 127;

  explicit SecretEdit(QWidget* parent = nullptr);

  [[nodiscard]] bool isEmpty() const { return secret_.empty(); }
  // False: no memory could be had to keep a passphrase in, or none that stays out of swap
  // (RLIMIT_MEMLOCK). A Secret does without; the app, which can say so, does not.
  [[nodiscard]] bool isUsable() const;
  // Hands over what was typed and is empty afterwards, though it goes on showing bullets until it
  // is cleared or typed into.
  [[nodiscard]] Secret take();
  void clear();

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

 public slots:
  void paste();

 signals:
  void edited();
  void returnPressed();
  // More than fits was typed or pasted; nothing of that was taken.
  void tooLong();
  // As the letters show: Qt cannot be asked for the state of the key.
  void capsLockSeen(bool on);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void timerEvent(QTimerEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  // Takes the characters and wipes them where they came from.
  void insert(QString& text);
  void removeLast();
  void removeAll();
  void setSelected(bool selected);
  void blink(bool on);
  [[nodiscard]] int bullets() const;
  [[nodiscard]] QStyleOptionFrame frameOption() const;

  Secret secret_;
  int handed_over_ = 0;    // bullets of what was taken
  bool selected_ = false;  // all of it
  bool cursor_shown_ = false;
  int cursor_timer_ = 0;
};

// Overwrites the characters in place, also those of strings that share them.
void wipe(QString& text);

}  // namespace gokeyctl::gui
