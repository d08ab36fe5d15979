// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QWidget>

#include "gui/widgets/colours.h"

class QVBoxLayout;

namespace gokeyctl::gui {

class Label;
class PairLayout;
class FlowLayout;
class Symbol;

// Rows in a frame, with a line between them.
class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(QWidget* parent = nullptr);
  void addRow(QWidget* row);
  // Removes and deletes every row.
  void clear();
  [[nodiscard]] int rows() const;
  // The frame in the colour of an error.
  void setAlarming(bool alarming);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* rows_;
  bool alarming_ = false;
};

// One row of a card: symbol, title, what is to say about it, and on the other side whatever acts on
// it, below the words where the room is narrow.
class Row : public QWidget {
  Q_OBJECT
 public:
  explicit Row(QWidget* parent = nullptr);

  void setSymbol(const QString& name, Tone tone);
  void setTitle(const QString& title);
  // `rest` follows the title, fainter.
  void setTitle(const QString& title, const QString& rest);
  // An identifier in the title, in fixed width.
  void setTitleIdentifier(const QString& identifier);
  void setDetail(const QString& detail);
  // An identifier or a command in the detail, in fixed width.
  void setDetailIdentifier(const QString& identifier);
  // `code` ends the detail: a word for programs, as the command line has it.
  void setDetail(const QString& detail, const QString& code);
  // Under the title, in fixed width.
  void setIdentifier(const QString& text);
  // What the words need to stand beside the actions, in average characters.
  void setWordsWidth(int width);
  // Takes its place after what is there already.
  void addAction(QWidget* widget);
  // Before the words, in place of the symbol.
  void setLeading(QWidget* widget);

  [[nodiscard]] Label* title() const { return title_; }
  [[nodiscard]] Label* detail() const { return detail_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();

  QString title_text_, title_identifier_, rest_, detail_text_, detail_identifier_, code_;
  Symbol* symbol_;
  Label* title_;
  Label* identifier_;
  Label* detail_;
  PairLayout* line_;
  FlowLayout* actions_;
  QVBoxLayout* words_;
};

}  // namespace gokeyctl::gui
