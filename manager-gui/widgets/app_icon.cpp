// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/app_icon.h"

#include <QIcon>
#include <QPainter>

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
  QIcon::fromTheme(QStringLiteral("gokey-manager"),
                   QIcon(QStringLiteral(":/icons/app/gokey-manager.svg")))
      .paint(&painter, rect());
}

}  // namespace gokeyctl::gui
