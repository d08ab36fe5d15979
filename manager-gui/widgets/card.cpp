// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/widgets/colours.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr QChar kRightToLeft(0x200f);
constexpr QChar kIsolate(0x2068);
constexpr QChar kPopIsolate(0x2069);
constexpr int kWordsWidth = 24;  // average characters, to stand beside the buttons

}  // namespace

Card::Card(QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout(this)) {
  rows_->setContentsMargins(1, 1, 1, 1);
  rows_->setSpacing(1);
}

void Card::addRow(QWidget* row) { rows_->addWidget(row); }

void Card::clear() {
  while (QLayoutItem* item = rows_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

int Card::rows() const { return rows_->count(); }

void Card::setAlarming(bool alarming) {
  alarming_ = alarming;
  update();
}

void Card::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor line = tone_line(alarming_ ? Tone::kError : Tone::kNormal, palette());
  painter.setPen(line);
  painter.setBrush(palette().color(QPalette::Base));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), gap::kHair, gap::kHair);
  painter.setRenderHint(QPainter::Antialiasing, false);
  bool first = true;
  for (int i = 0; i < rows_->count(); ++i) {
    const QWidget* row = rows_->itemAt(i)->widget();
    if (row == nullptr || row->isHidden()) continue;
    if (!first) painter.drawLine(1, row->y() - 1, width() - 2, row->y() - 1);
    first = false;
  }
}

Row::Row(QWidget* parent)
    : QWidget(parent),
      symbol_(new Symbol),
      title_(new Label),
      identifier_(new Label(TextSize::kSmall)),
      detail_(new Label(TextSize::kSmall, Tone::kDim)),
      line_(new PairLayout),
      actions_(new FlowLayout),
      words_(new QVBoxLayout) {
  words_->setSpacing(gap::kHair);
  words_->addStretch();
  words_->addWidget(title_);
  words_->addWidget(identifier_);
  words_->addWidget(detail_);
  words_->addStretch();
  identifier_->hide();
  detail_->hide();
  symbol_->hide();
  line_->setGaps(gap::kLarge, gap::kSmall);
  line_->add(static_cast<QLayout*>(words_), kWordsWidth, 1);
  line_->add(static_cast<QLayout*>(actions_));
  line_->setTightBelow(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(gap::kLarge, gap::kSmall, gap::kLarge, gap::kSmall);
  row->setSpacing(gap::kMedium);
  row->addWidget(symbol_, 0, Qt::AlignVCenter);
  row->addLayout(line_, 1);
  setMinimumHeight(kRowHeight);
}

void Row::setSymbol(const QString& name, Tone tone) {
  symbol_->setSymbol(name, tone);
  symbol_->setScale(1.25);
  symbol_->show();
}

void Row::setTitle(const QString& title) { setTitle(title, QString()); }

void Row::setTitle(const QString& title, const QString& rest) {
  title_text_ = title;
  rest_ = rest;
  write();
}

void Row::setTitleIdentifier(const QString& identifier) {
  title_identifier_ = identifier;
  write();
}

void Row::setDetail(const QString& detail) { setDetail(detail, QString()); }

void Row::setDetail(const QString& detail, const QString& code) {
  detail_text_ = detail;
  code_ = code;
  write();
  detail_->setVisible(!detail.isEmpty());
}

void Row::setDetailIdentifier(const QString& identifier) {
  detail_identifier_ = identifier;
  write();
}

void Row::write() {
  const auto set = [](Label* label, const QString& plain, const QString& html) {
    label->setTextFormat(html.isEmpty() ? Qt::PlainText : Qt::RichText);
    label->setText(html.isEmpty() ? plain : plain.toHtmlEscaped() + html);
  };
  // What begins with a name of Latin letters still runs the way the window does.
  const bool names_first = isRightToLeft() && !rest_.isEmpty();
  set(title_,
      names_first ? QString(kRightToLeft) + kIsolate + title_text_ + kPopIsolate : title_text_,
      rest_.isEmpty() ? QString()
                      : QStringLiteral("<span style=\"color:%1\">%2</span>")
                            .arg(tone_colour(Tone::kDim, palette()).name(), rest_.toHtmlEscaped()));
  if (!title_identifier_.isEmpty()) title_->setSentence(title_text_, title_identifier_);
  set(detail_, detail_text_,
      code_.isEmpty()
          ? QString()
          : QStringLiteral(" ·\u00a0<span style=\"font-family:'%1'\">%2</span>")
                .arg(fixed_font().family().toHtmlEscaped(), ltr(unbroken(code_).toHtmlEscaped())));
  if (!detail_identifier_.isEmpty()) detail_->setSentence(detail_text_, detail_identifier_);
}

void Row::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
    write();
  QWidget::changeEvent(event);
}

void Row::setIdentifier(const QString& text) {
  identifier_->setIdentifier(text);
  identifier_->setVisible(!text.isEmpty());
}

void Row::setWordsWidth(int width) { line_->setWidth(0, width); }

void Row::addAction(QWidget* widget) { actions_->addWidget(widget); }

void Row::setLeading(QWidget* widget) {
  auto* row = static_cast<QHBoxLayout*>(layout());
  row->insertWidget(0, widget, 0, Qt::AlignVCenter);
}

}  // namespace gokeyctl::gui
