// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>
#include <cstdint>

#include "gokeyctl/error.h"

class QLayout;
class QPushButton;

namespace gokeyctl::gui {

class Label;
class Symbol;

// A sentence in the place that it is about: icon, what happened, what to do next, the code word of
// the command line, at most one button, and Copy details for an error.
class InlineMessage : public QFrame {
  Q_OBJECT
 public:
  enum class Kind : std::uint8_t { kInfo, kGood, kWarning, kError };

  explicit InlineMessage(QWidget* parent = nullptr);

  // `strong` is set off from `rest`; `code` may be empty.
  void setMessage(Kind kind, const QString& strong, const QString& rest,
                  const QString& code = QString());
  // The sentence, set off up to its first full stop, the code word, and Copy details.
  void setError(const Error& error, const QString& sentence);
  void setSymbol(const QString& name);
  // Empty: none.
  void setButton(const QString& label);
  // What Copy details copies; empty: there is no such button.
  void setDetails(const QString& details);
  void setClosable(bool closable);
  // One more, for a question asked in place: behind those that are there.
  QPushButton* addButton(const QString& label);
  [[nodiscard]] QString sentence() const { return sentence_; }

 signals:
  void buttonClicked();
  void closed();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void placeSymbol();

  Kind kind_ = Kind::kInfo;
  QString strong_, rest_, code_, sentence_, details_;
  Symbol* symbol_;
  Label* text_;
  QLayout* buttons_;
  QPushButton* button_;
  QPushButton* copy_;
  QPushButton* close_;
};

// Everything about an error that helps to find its reason, for the clipboard. Errors hold no
// secret.
[[nodiscard]] QString error_details(const Error& error);

}  // namespace gokeyctl::gui
