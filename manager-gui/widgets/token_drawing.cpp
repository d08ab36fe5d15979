// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/token_drawing.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

// The drawing's own units.
constexpr qreal kWidth = 282;
constexpr qreal kHeight = 104;
const QRectF kBoard(40, 20, 236, 64);
constexpr QPointF kBlueAt(200, 42);
constexpr QPointF kWhiteAt(230, 42);
constexpr qreal kLampRadius = 6;
constexpr QRgb kEdge = 0xff7d8998;
constexpr QRgb kPart = 0xff6c7887;
constexpr QRgb kMetal = 0xffb9c1ca;
constexpr QRgb kMetalEdge = 0xff7f8a96;
constexpr int kWidthInCharacters = 42;

QPainterPath plug() {
  QPainterPath path;
  path.moveTo(40, 38);
  path.lineTo(8, 38);
  path.quadTo(5, 38, 5, 41);
  path.lineTo(5, 63);
  path.quadTo(5, 66, 8, 66);
  path.lineTo(40, 66);
  return path;
}

}  // namespace

TokenDrawing::TokenDrawing(QWidget* parent) : QWidget(parent), blinker_(this) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void TokenDrawing::setLights(Light blue, Light white) {
  blue_ = blue;
  white_ = white;
  blinker_.setBlinking(!outline_ && (blue == Light::kBlink || white == Light::kBlink));
  update();
}

void TokenDrawing::setOutline(bool outline) {
  outline_ = outline;
  setLights(blue_, white_);
}

QSize TokenDrawing::sizeHint() const {
  const int width = characters(kWidthInCharacters);
  return {width, heightForWidth(width)};
}

QSize TokenDrawing::minimumSizeHint() const {
  constexpr int kSmallest = 200;
  return {kSmallest, heightForWidth(kSmallest)};
}

int TokenDrawing::heightForWidth(int width) const {
  const int wide = qMin(width, characters(kWidthInCharacters) * 5 / 4);
  return qRound(wide * kHeight / kWidth);
}

void TokenDrawing::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ApplicationFontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void TokenDrawing::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setLayoutDirection(Qt::LeftToRight);
  const qreal scale = qMin(width() / kWidth, height() / kHeight);
  const qreal spare = width() - kWidth * scale;
  painter.translate(layoutDirection() == Qt::RightToLeft ? spare : 0,
                    (height() - kHeight * scale) / 2);
  painter.scale(scale, scale);
  if (outline_) {
    paintOutline(painter);
  } else {
    paintBoard(painter);
    paintNames(painter);
  }
}

void TokenDrawing::paintOutline(QPainter& painter) const {
  QPen pen(tone_colour(Tone::kDim, palette()), 1.5);
  pen.setDashPattern({3.3, 3.3});
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(plug());
  painter.drawRoundedRect(kBoard, 7, 7);
}

void TokenDrawing::paintBoard(QPainter& painter) const {
  painter.setPen(QPen(QColor(kMetalEdge), 1));
  painter.setBrush(QColor(kMetal));
  painter.drawPath(plug());
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(12, 45, 22, 14));

  painter.setPen(QPen(QColor(kEdge), 1));
  painter.setBrush(QColor(kBoardColour));
  painter.drawRoundedRect(kBoard, 7, 7);
  painter.setPen(QPen(QColor(kPart), 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(112, 35, 34, 34), 2, 2);
  painter.drawEllipse(QPointF(118, 41), 1.5, 1.5);
  painter.drawRoundedRect(QRectF(62, 42, 22, 20), 1, 1);
  painter.drawRoundedRect(QRectF(190, 62, 14, 9), 1, 1);
  painter.drawRoundedRect(QRectF(210, 62, 9, 9), 1, 1);

  painter.setPen(QPen(QColor(kMetalEdge), 1));
  painter.setBrush(QColor(kMetal));
  painter.drawRect(QRectF(256, 38, 20, 28));

  paint_light(painter, kBlueAt, kLampRadius, blue_, LampColour::kBlue, blinker_.lit());
  paint_light(painter, kWhiteAt, kLampRadius, white_, LampColour::kWhite, blinker_.lit());
}

void TokenDrawing::paintNames(QPainter& painter) const {
  QColor colour = tone_colour(Tone::kNormal, palette());
  // In the desktop's small size, whatever the drawing is scaled to; towards each side, so that two
  // long words do not meet.
  QFont font = font_of(TextSize::kSmall);
  const QTransform scaled = painter.transform();
  const QPointF blue = scaled.map(QPointF(kBlueAt.x() + 4, 13));
  const qreal edge = scaled.map(QPointF(kBoard.right() + 6, 0)).x();
  painter.save();
  painter.resetTransform();
  painter.setFont(font);
  painter.setPen(colour);
  const QFontMetrics metrics(font);
  const QString first = tr("blue");
  const QString second = tr("white");
  const qreal between = gap::kMedium;
  qreal blue_x = scaled.map(kBlueAt).x() - metrics.horizontalAdvance(first) / 2.0;
  qreal white_x = scaled.map(kWhiteAt).x() - metrics.horizontalAdvance(second) / 2.0;
  const qreal overlap = blue_x + metrics.horizontalAdvance(first) + between - white_x;
  if (overlap > 0) {
    blue_x -= overlap / 2;
    white_x += overlap / 2;
  }
  white_x = qMin(white_x, edge - metrics.horizontalAdvance(second));
  // Above the pointers, whether or not the letters reach below their line.
  const int below = std::max(metrics.tightBoundingRect(first).bottom(),
                             metrics.tightBoundingRect(second).bottom());
  // And not cut off by the upper edge: some letters carry marks.
  const int above =
      std::max(-metrics.tightBoundingRect(first).top(), -metrics.tightBoundingRect(second).top());
  const qreal y = std::max<qreal>(blue.y() - std::max(0, below), above + 1);
  painter.drawText(QPointF(blue_x, y), first);
  painter.drawText(QPointF(white_x, y), second);
  // As long as the letters leave room.
  painter.setPen(QPen(tone_colour(Tone::kDim, palette()), 1));
  for (const QPointF& lamp : {kBlueAt, kWhiteAt}) {
    const QPointF foot = scaled.map(QPointF(lamp.x(), 20));
    const qreal top = std::max(scaled.map(QPointF(lamp.x(), 15)).y(), y + std::max(0, below) + 2);
    if (top < foot.y()) painter.drawLine(foot, QPointF(foot.x(), top));
  }
  painter.restore();
}

}  // namespace gokeyctl::gui
