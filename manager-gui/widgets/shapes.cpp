// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/shapes.h"

#include <QPolygonF>
#include <algorithm>

#include "gui/widgets/colours.h"

namespace gokeyctl::gui {
namespace {

constexpr double kGraphics = 3;  // contrast, WCAG 2.1, 1.4.11
constexpr double kRound = 3;     // radius of a corner, in pixels

QColor of(const QPalette& palette, bool enabled, QPalette::ColorRole role) {
  return palette.color(enabled ? QPalette::Active : QPalette::Disabled, role);
}

QColor faded(const QColor& colour, const QPalette& palette, bool enabled) {
  return enabled ? colour : mixed(colour, palette.color(QPalette::Active, QPalette::Window), 0.5);
}

QPen round_pen(const QColor& colour, double width) {
  return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

// Lines of an odd width stand in the middle of pixels.
QRectF line_inside(const QRect& rect, double width) {
  return QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

}  // namespace

QColor highlight_of(const QPalette& palette, bool enabled) {
  const QColor& text = palette.color(QPalette::Active, QPalette::Text);
  const QColor colour = readable(palette.color(QPalette::Active, QPalette::Highlight), text,
                                 palette.color(QPalette::Active, QPalette::Base), kGraphics);
  return faded(colour, palette, enabled);
}

QColor edge_colour(const QPalette& palette, Edge edge, bool enabled) {
  if (edge == Edge::kFocused && enabled) return highlight_of(palette);
  const QColor& base = palette.color(QPalette::Active, QPalette::Base);
  const QColor& text = palette.color(QPalette::Active, QPalette::Text);
  const QColor quiet = mixed(base, text, is_dark(palette) ? 0.35 : 0.3);
  if (edge == Edge::kHovered && enabled) return mixed(quiet, highlight_of(palette), 0.6);
  return faded(quiet, palette, enabled);
}

void draw_box(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& edge,
              int width) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(edge, width));
  painter.setBrush(ground);
  painter.drawRoundedRect(line_inside(rect, width), kRound, kRound);
  painter.restore();
}

void draw_tick_box(QPainter& painter, const QRect& rect, const QPalette& palette, Tick tick,
                   Edge edge, bool enabled) {
  const QColor base = of(palette, enabled, QPalette::Base);
  const QColor full = highlight_of(palette, enabled);
  if (tick == Tick::kOff) {
    draw_box(painter, rect, base, edge_colour(palette, edge, enabled));
    return;
  }
  const QColor around =
      edge == Edge::kFocused ? palette.color(QPalette::Active, QPalette::Text) : full;
  draw_box(painter, rect, full, around);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box(rect);
  const auto at = [&box](double x, double y) {
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
  };
  painter.setPen(round_pen(base, std::max(1.5, box.width() / 9)));
  if (tick == Tick::kPartly) {
    painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
  } else {
    painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.32)}));
  }
  painter.restore();
}

void draw_radio(QPainter& painter, const QRect& rect, const QPalette& palette, bool on, Edge edge,
                bool enabled) {
  const QColor full = highlight_of(palette, enabled);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(on ? full : edge_colour(palette, edge, enabled),
                      edge == Edge::kFocused && enabled ? 2 : 1));
  painter.setBrush(of(palette, enabled, QPalette::Base));
  painter.drawEllipse(line_inside(rect, painter.pen().widthF()));
  if (on) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(full);
    const double gap = rect.width() * 0.27;
    painter.drawEllipse(QRectF(rect).adjusted(gap, gap, -gap, -gap));
  }
  painter.restore();
}

void draw_chevron(QPainter& painter, const QRect& rect, const QColor& colour) {
  const double half = std::min(rect.width(), rect.height()) / 4.0;
  const QPointF middle = QRectF(rect).center();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(round_pen(colour, 1.4));
  painter.drawPolyline(QPolygonF({middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2),
                                  middle + QPointF(half, -half / 2)}));
  painter.restore();
}

}  // namespace gokeyctl::gui
