// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/symbol.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace gokeyctl::gui {
namespace {

QString resource(const QString& name) {
  return QStringLiteral(":/icons/symbolic/%1.svg").arg(name);
}

QColor colour_of(QIcon::Mode mode) {
  const QPalette palette = QGuiApplication::palette();
  switch (mode) {
    case QIcon::Disabled:
      return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
      return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
      break;
  }
  return palette.color(QPalette::Active, QPalette::WindowText);
}

class SymbolEngine : public QIconEngine {
 public:
  explicit SymbolEngine(QString name) : name_(std::move(name)) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int side = qMin(rect.width(), rect.height());
    QPixmap drawn = symbol_pixmap(name_, qRound(side * ratio), colour_of(mode));
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2,
                        drawn);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return symbol_pixmap(name_, qMin(size.width(), size.height()), colour_of(mode));
  }

  [[nodiscard]] QIconEngine* clone() const override { return new SymbolEngine(name_); }
  [[nodiscard]] QString key() const override { return QStringLiteral("gokey-symbol"); }

 private:
  QString name_;
};

}  // namespace

QPixmap symbol_pixmap(const QString& name, int pixels, const QColor& colour) {
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  if (!QFile::exists(resource(name))) return pixmap;
  QSvgRenderer renderer(resource(name));
  if (!renderer.isValid()) return pixmap;
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, pixels, pixels));
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(pixmap.rect(), colour);
  return pixmap;
}

QIcon symbol(const QString& name) { return QIcon(new SymbolEngine(name)); }

QIcon app_icon() {
  return QIcon::fromTheme(QStringLiteral("gokey-manager"),
                          QIcon(QStringLiteral(":/icons/app/gokey-manager.svg")));
}

}  // namespace gokeyctl::gui
