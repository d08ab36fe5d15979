// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Buttons beyond QPushButton.
#pragma once

#include <QAbstractButton>
#include <QString>

namespace gokeyctl::gui {

// A button without a frame, in the colour of a link: a small step aside, such as Copy.
class LinkButton : public QAbstractButton {
  Q_OBJECT
 public:
  explicit LinkButton(const QString& text, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
};

// Copies its text to the clipboard and says so in its own place for two seconds.
class CopyButton : public LinkButton {
  Q_OBJECT
 public:
  // `what` for a screen reader: "Copy signing fingerprint".
  CopyButton(const QString& label, const QString& what, QWidget* parent = nullptr);
  void setCopied(const QString& text) { copied_ = text; }

 private:
  QString copied_;
};

// Copies `text` and has `button` say "Copied" for two seconds.
void copy_and_say(QAbstractButton* button, const QString& text);

}  // namespace gokeyctl::gui
