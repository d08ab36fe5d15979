// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/app_icon.h"

#include <QPainter>

#include "gui/platform/symbol.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {

AppIcon::AppIcon(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize AppIcon::sizeHint() const {
  const int side = qMax(48, QFontMetrics(font()).height() * 5 / 2);
  return {side, side};
}

void AppIcon::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  app_icon().paint(&painter, rect());
}

}  // namespace gokeyctl::gui
