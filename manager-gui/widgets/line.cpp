// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/line.h"

#include <QPainter>

#include "gui/widgets/colours.h"

namespace gokeyctl::gui {

Line::Line(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
  if (orientation == Qt::Horizontal) {
    setFixedHeight(1);
  } else {
    setFixedWidth(1);
  }
}

void Line::paintEvent(QPaintEvent* /*event*/) {
  QPainter(this).fillRect(rect(), line_colour(palette()));
}

}  // namespace gokeyctl::gui
