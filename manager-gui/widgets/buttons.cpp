// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/buttons.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QTimer>
#include <algorithm>

#include "gui/widgets/accessible.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSaidMs = 2000;
constexpr int kSmallestTarget = 24;

}  // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
  setText(text);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const {
  const QFontMetrics metrics = fontMetrics();
  // An ampersand marks the letter to press and takes no room.
  const QString shown = QString(text()).remove(QLatin1Char('&'));
  return {metrics.horizontalAdvance(shown) + 2 * gap::kHair,
          std::max(metrics.height() + gap::kHair, kSmallestTarget)};
}

void LinkButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QColor text_colour = palette().color(QPalette::Active, QPalette::Text);
  QColor colour = readable(palette().color(QPalette::Link), text_colour,
                           palette().color(QPalette::Active, QPalette::Base));
  colour = readable(colour, text_colour, palette().color(QPalette::Active, QPalette::Window));
  if (!isEnabled()) colour = palette().color(QPalette::Disabled, QPalette::Text);
  QFont underlined = font();
  underlined.setUnderline(true);
  painter.setFont(underlined);
  painter.setPen(colour);
  painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
  if (hasFocus()) {
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(QPalette::Base);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
  }
}

void LinkButton::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QAbstractButton::changeEvent(event);
}

CopyButton::CopyButton(const QString& label, const QString& what, QWidget* parent)
    : LinkButton(label, parent) {
  setAccessibleName(what);
  connect(this, &QAbstractButton::clicked, this, [this] { copy_and_say(this, copied_); });
}

void copy_and_say(QAbstractButton* button, const QString& text) {
  QApplication::clipboard()->setText(without_isolates(text));
  const QString said = QCoreApplication::translate("CopyButton", "Copied");
  announce(button, said);
  if (button->text() == said) return;  // pressed again meanwhile
  const QString label = button->text();
  // The button keeps its width, so that nothing beside it moves.
  const QSize before = button->size();
  button->setText(said);
  button->setMinimumWidth(before.width());
  QTimer::singleShot(kSaidMs, button, [button, label] {
    button->setText(label);
    button->setMinimumWidth(0);
  });
}

}  // namespace gokeyctl::gui
