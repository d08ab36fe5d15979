// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/inline_message.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>

#include "gui/widgets/accessible.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kTextWidth = 34;  // average characters, to stand beside the buttons

Tone tone_of(InlineMessage::Kind kind) {
  switch (kind) {
    case InlineMessage::Kind::kInfo:
      return Tone::kAccent;
    case InlineMessage::Kind::kGood:
      return Tone::kGood;
    case InlineMessage::Kind::kWarning:
      return Tone::kWarning;
    case InlineMessage::Kind::kError:
      break;
  }
  return Tone::kError;
}

QString symbol_of(InlineMessage::Kind kind) {
  switch (kind) {
    case InlineMessage::Kind::kInfo:
      return QStringLiteral("check-info");
    case InlineMessage::Kind::kGood:
      return QStringLiteral("check-ok");
    case InlineMessage::Kind::kWarning:
      return QStringLiteral("check-warn");
    case InlineMessage::Kind::kError:
      break;
  }
  return QStringLiteral("check-fail");
}

InlineMessage::Kind kind_of(Code code) {
  switch (code) {
    case Code::kBusy:
    case Code::kWrongMode:
    case Code::kLocked:
    case Code::kNotInitialised:
    case Code::kNoPresenceRequest:
    case Code::kPresenceTimeout:
    case Code::kUnsupported:
      return InlineMessage::Kind::kWarning;
    default:
      return InlineMessage::Kind::kError;
  }
}

}  // namespace

QString error_details(const Error& error) {
  QString out = QStringLiteral("%1: %2\n").arg(text(code_name(error.code)), text(error.message));
  if (!error.hint.empty()) out += QStringLiteral("hint: %1\n").arg(text(error.hint));
  for (const auto& [key, value] : error.details)
    out += QStringLiteral("%1: %2\n").arg(text(key), text(value));
  for (const Error* cause = error.cause.get(); cause != nullptr; cause = cause->cause.get())
    out +=
        QStringLiteral("cause: %1: %2\n").arg(text(code_name(cause->code)), text(cause->message));
  return out;
}

InlineMessage::InlineMessage(QWidget* parent)
    : QFrame(parent),
      symbol_(new Symbol),
      text_(new Label),
      buttons_(new FlowLayout),
      button_(new QPushButton),
      copy_(new QPushButton(tr("Copy details"))),
      close_(new QPushButton) {
  text_->setTextFormat(Qt::RichText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  close_->setFlat(true);
  close_->setIcon(symbol_icon(QStringLiteral("close")));
  close_->setAccessibleName(tr("Close this message"));
  close_->setToolTip(tr("Close this message"));
  buttons_->addWidget(button_);
  buttons_->addWidget(copy_);
  buttons_->addWidget(close_);
  auto* words = new PairLayout;
  words->setGaps(gap::kLarge, gap::kSmall);
  words->add(text_, kTextWidth, 1);
  words->add(buttons_);
  words->setTightBelow(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(gap::kLarge, gap::kMedium, gap::kLarge, gap::kMedium);
  row->setSpacing(gap::kMedium);
  row->addWidget(symbol_, 0, Qt::AlignTop);
  row->addLayout(words, 1);
  button_->hide();
  copy_->hide();
  close_->hide();
  connect(button_, &QPushButton::clicked, this, &InlineMessage::buttonClicked);
  connect(copy_, &QPushButton::clicked, this, [this] { copy_and_say(copy_, details_); });
  connect(close_, &QPushButton::clicked, this, [this] {
    hide();
    emit closed();
  });
}

void InlineMessage::setMessage(Kind kind, const QString& strong, const QString& rest,
                               const QString& code) {
  kind_ = kind;
  strong_ = strong;
  rest_ = rest;
  code_ = code;
  sentence_ = (strong + QLatin1Char(' ') + rest).trimmed();
  symbol_->setSymbol(symbol_of(kind), kind == Kind::kInfo ? Tone::kNormal : tone_of(kind));
  write();
  rename_accessible(this, sentence_);
  update();
}

void InlineMessage::setError(const Error& error, const QString& sentence) {
  // The first sentence is the strong one.
  static const QRegularExpression kStop(QStringLiteral("\\. |。"));
  const int stop = static_cast<int>(sentence.indexOf(kStop));
  const int split = stop < 0 ? static_cast<int>(sentence.size()) : stop + 1;
  setMessage(kind_of(error.code), sentence.left(split), sentence.mid(split).trimmed(),
             text(code_name(error.code)));
  setDetails(error_details(error));
}

void InlineMessage::setSymbol(const QString& name) { symbol_->setSymbol(name, Tone::kNormal); }

void InlineMessage::setButton(const QString& label) {
  button_->setText(label);
  button_->setVisible(!label.isEmpty());
}

void InlineMessage::setDetails(const QString& details) {
  details_ = details;
  copy_->setVisible(!details.isEmpty());
}

void InlineMessage::setClosable(bool closable) { close_->setVisible(closable); }

QPushButton* InlineMessage::addButton(const QString& label) {
  auto* button = new QPushButton(label);
  buttons_->addWidget(button);
  return button;
}

void InlineMessage::write() {
  QString html;
  if (!strong_.isEmpty()) html += QStringLiteral("<b>%1</b> ").arg(strong_.toHtmlEscaped());
  html += with_whole_options(rest_).toHtmlEscaped();
  if (!code_.isEmpty()) {
    html += QStringLiteral(" <span style=\"font-family:'%1'; color:%2\">%3</span>")
                .arg(fixed_font().family().toHtmlEscaped(),
                     readable(tone_colour(Tone::kDim, palette()), palette().color(QPalette::Text),
                              tone_background(tone_of(kind_), palette()))
                         .name(),
                     ltr(unbroken(code_).toHtmlEscaped()));
  }
  text_->setText(html);
  text_->setAccessibleName(sentence_);
}

// Beside the first line of the words, which a higher button beside them moves to the middle.
void InlineMessage::placeSymbol() {
  const int line = text_->fontMetrics().height();
  symbol_->move(symbol_->x(), text_->y() + (line - symbol_->height()) / 2);
}

bool InlineMessage::event(QEvent* event) {
  const bool done = QFrame::event(event);
  // By then the layout has put everything in its place.
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) placeSymbol();
  return done;
}

void InlineMessage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) write();
  QFrame::changeEvent(event);
}

void InlineMessage::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tone_line(tone_of(kind_), palette()));
  painter.setBrush(tone_background(tone_of(kind_), palette()));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), gap::kHair, gap::kHair);
}

}  // namespace gokeyctl::gui
