// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/ring.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <array>

#include "gui/widgets/accessible.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSide = 56;
constexpr qreal kLine = 4;
// A screen reader that said every second would never come to an end.
constexpr std::array kSpoken = {10, 5, 3};

}  // namespace

Ring::Ring(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Ring::setSeconds(int left, int total) {
  total_ = std::max(1, total);
  left = std::clamp(left, 0, total_);
  const bool first = accessibleName().isEmpty();
  const bool spoken = std::ranges::find(kSpoken, left) != kSpoken.end() && left != left_;
  left_ = left;
  busy_ = false;
  if (first || spoken) rename_accessible(this, tr("%Ln second(s) left", "", left));
  update();
}

void Ring::setBusy() {
  busy_ = true;
  update();
}

QSize Ring::sizeHint() const {
  const int side = std::max(kSide, QFontMetrics(font()).height() * 3);
  return {side, side};
}

void Ring::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const qreal side = std::min(width(), height()) * (busy_ ? 0.6 : 1);
  const qreal line = kLine * side / kSide;
  const QRectF circle = QRectF((width() - side) / 2, (height() - side) / 2, side, side)
                            .adjusted(line, line, -line, -line);
  painter.setPen(QPen(line_colour(palette()), line));
  painter.drawEllipse(circle);
  constexpr int kFull = 360 * 16;  // QPainter counts sixteenths of a degree
  constexpr int kTop = 90 * 16;
  painter.setPen(QPen(palette().color(QPalette::Highlight), line, Qt::SolidLine, Qt::RoundCap));
  if (busy_) return painter.drawArc(circle, kTop, -kFull / 4);
  if (left_ > 0) painter.drawArc(circle, kTop, -kFull * left_ / total_);

  QFont font = font_of(TextSize::kTitle);
  painter.setFont(font);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect(), Qt::AlignCenter, QLocale().toString(left_));
}

}  // namespace gokeyctl::gui
