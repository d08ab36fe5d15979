// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/symbol.h"

#include <QEvent>
#include <QPainter>
#include <QPixmap>

#include "gui/platform/symbol.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {

QIcon symbol_icon(const QString& name) {
  const QString full = QStringLiteral("gokey-%1-symbolic").arg(name);
  return symbol(full);
}

QPixmap symbol_pixmap(const QString& name, int side, qreal ratio, const QColor& colour) {
  const int pixels = qRound(side * ratio);
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  symbol_icon(name).paint(&painter, pixmap.rect());
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(pixmap.rect(), colour);
  painter.end();
  pixmap.setDevicePixelRatio(ratio);
  return pixmap;
}

Symbol::Symbol(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Symbol::setSymbol(const QString& name, Tone tone) {
  name_ = name;
  tone_ = tone;
  update();
}

void Symbol::setScale(qreal scale) {
  scale_ = scale;
  updateGeometry();
}

QSize Symbol::sizeHint() const {
  const int side = qRound(symbol_size(this) * scale_);
  return {side, side};
}

void Symbol::paintEvent(QPaintEvent* /*event*/) {
  if (name_.isEmpty()) return;
  QPainter painter(this);
  QColor colour = tone_colour(tone_, palette());
  if (!isEnabled()) colour = palette().color(QPalette::Disabled, QPalette::Text);
  const int side = qMin(width(), height());
  painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                     symbol_pixmap(name_, side, devicePixelRatioF(), colour));
}

void Symbol::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
    updateGeometry();
  QWidget::changeEvent(event);
}

}  // namespace gokeyctl::gui
