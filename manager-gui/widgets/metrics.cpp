// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QStyle>
#include <algorithm>

namespace gokeyctl::gui {

int characters(int count) { return QFontMetrics(QApplication::font()).averageCharWidth() * count; }

QFont font_of(TextSize size) {
  QFont font = QApplication::font();
  // A font may be given in pixels (QT_FONT_DPI, some platform themes): keep its unit.
  const bool points = font.pointSizeF() > 0;
  const double base = points ? font.pointSizeF() : font.pixelSize();
  const auto set = [&](double value) {
    if (points) {
      font.setPointSizeF(value);
    } else {
      font.setPixelSize(qRound(value));
    }
  };
  switch (size) {
    case TextSize::kNormal:
      break;
    case TextSize::kSmall:
    case TextSize::kSmallHeading: {
      const double smallest = points ? 9.0 : 12.0;
      set(std::min(base, std::max(base * 0.9, smallest)));
      font.setBold(size == TextSize::kSmallHeading);
      break;
    }
    case TextSize::kHeading:
      font.setBold(true);
      break;
    case TextSize::kTitle:
      set(base * 1.35);
      font.setBold(true);
      break;
  }
  return font;
}

QFont fixed_font() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  // Without a desktop's settings Qt may name any font here.
  if (!QFontInfo(font).fixedPitch()) font.setFamily(QStringLiteral("monospace"));
  font.setStyleHint(QFont::Monospace);
  const QFont desktop = QApplication::font();
  if (desktop.pointSizeF() > 0) {
    font.setPointSizeF(desktop.pointSizeF());
  } else {
    font.setPixelSize(desktop.pixelSize());
  }
  return font;
}

int symbol_size(const QWidget* widget) {
  const int text = QFontMetrics(QApplication::font()).height();
  return std::max(widget->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, widget), text);
}

}  // namespace gokeyctl::gui
