// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/label.h"

#include <QApplication>
#include <QEvent>
#include <QRegularExpression>
#include <QTextDocument>
#include <algorithm>

#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

const QString kBreak = QStringLiteral("  ");
constexpr QChar kSolid(0xa0);  // a space where no line ends

}  // namespace

Label::Label(TextSize size, Tone tone, QWidget* parent) : QLabel(parent), size_(size), tone_(tone) {
  setWordWrap(true);
  setTextFormat(Qt::PlainText);
  // Whatever stands behind it; on Base a label would take the colour of Text.
  setForegroundRole(QPalette::WindowText);
  dress();
}

Label::Label(const QString& text, TextSize size, Tone tone, QWidget* parent)
    : Label(size, tone, parent) {
  setText(text);
}

void Label::setTone(Tone tone) {
  if (tone == tone_) return;
  tone_ = tone;
  dress();
}

void Label::setIdentifier(const QString& text) {
  fixed_ = true;
  dress();
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  QStringList lines = text.split(QLatin1Char('\n'));
  for (QString& line : lines) line = ltr(line);
  setText(lines.join(QLatin1Char('\n')));
  halves_ = text.contains(kBreak) ? this->text() : QString();
  breakInTheMiddle();
}

void Label::setSentence(const QString& sentence, const QString& identifier) {
  setTextFormat(Qt::RichText);
  setText(with_identifier(sentence, identifier));
}

void Label::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  breakInTheMiddle();
}

// With room for one half, the halves stand below each other; as high as if words were broken.
void Label::breakInTheMiddle() {
  if (halves_.isEmpty()) return;
  QString kept = halves_;
  kept.replace(kBreak, QStringLiteral("\n"));
  int widest = 0;
  for (const QString& half : kept.split(QLatin1Char('\n')))
    widest = std::max(widest, fontMetrics().horizontalAdvance(half));
  QString shown = halves_;
  if (wordWrap() && widest <= contentsRect().width())
    shown.replace(QLatin1Char(' '), kSolid).replace(QString(2, kSolid), QStringLiteral("  "));
  if (shown != text()) setText(shown);
}

int Label::lineWidth() const {
  const int one = characters(1);
  return (fontMetrics().horizontalAdvance(text()) + one) / one;
}

QSize Label::minimumSizeHint() const {
  // QLabel's own, with wrapping, is that of the shape it likes best; ours may become as narrow as
  // the longest word.
  if (!wordWrap()) return QLabel::minimumSizeHint();
  ensurePolished();
  QString plain = halves_.isEmpty() ? text() : halves_;
  if (textFormat() == Qt::RichText) {
    QTextDocument document;
    document.setHtml(plain);
    plain = document.toPlainText();
  }
  int widest = 0;
  static const QRegularExpression kSpace(QStringLiteral("[\\s\u200b\u00a0]+"));
  for (const QString& word : plain.split(kSpace, Qt::SkipEmptyParts))
    widest = std::max(widest, fontMetrics().horizontalAdvance(word));
  const QMargins margins = contentsMargins();
  return {widest + margins.left() + margins.right() + 2, fontMetrics().height()};
}

void Label::changeEvent(QEvent* event) {
  const QEvent::Type type = event->type();
  QLabel::changeEvent(event);
  if (!dressing_ && (type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange ||
                     type == QEvent::ApplicationPaletteChange || type == QEvent::StyleChange ||
                     type == QEvent::LayoutDirectionChange)) {
    dress();
  }
}

void Label::dress() {
  dressing_ = true;
  QFont font = font_of(size_);
  if (fixed_) {
    const QFont desktop = font;
    font = fixed_font();
    font.setBold(desktop.bold());
    if (desktop.pointSizeF() > 0) font.setPointSizeF(desktop.pointSizeF());
  }
  setFont(font);
  // In a dimmed page, of its colours. All but the text's own stays as it is inherited, so that a
  // change of them is told.
  const QPalette around =
      parentWidget() != nullptr ? parentWidget()->palette() : QApplication::palette(this);
  QPalette own;
  own.setColor(QPalette::Active, QPalette::WindowText, tone_colour(tone_, around));
  own.setColor(QPalette::Inactive, QPalette::WindowText, tone_colour(tone_, around));
  setPalette(own);
  // With the window, whatever the text begins with: an identifier stands where its row does.
  if ((alignment() & Qt::AlignHCenter) == 0) {
    setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                 Qt::AlignVCenter);
  }
  dressing_ = false;
}

}  // namespace gokeyctl::gui
