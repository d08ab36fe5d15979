// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/qr_code.h"

#include <QPainter>
#include <cmath>
#include <memory>

#include <qrencode.h>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr int kMargin = 4;          // modules
constexpr int kSmallestModule = 3;  // points
constexpr int kModule = 4;

}  // namespace

QrCode::QrCode(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString& text) {
  modules_ = 0;
  dark_.clear();
  if (!text.isEmpty()) {
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(utf8.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
      modules_ = code->width;
      const auto count = static_cast<std::size_t>(modules_) * static_cast<std::size_t>(modules_);
      dark_.reserve(count);
      for (std::size_t i = 0; i < count; ++i) dark_.push_back((code->data[i] & 1U) != 0);
    }
  }
  updateGeometry();
  update();
}

void QrCode::setWish(int width) {
  wish_ = width;
  updateGeometry();
}

QSize QrCode::sizeHint() const {
  const int modules = (modules_ > 0 ? modules_ : 33) + 2 * kMargin;
  const int module = std::max(kModule, characters(wish_) / modules);
  return {modules * module + 2, modules * module + 2};
}

QSize QrCode::minimumSizeHint() const {
  const int modules = (modules_ > 0 ? modules_ : 33) + 2 * kMargin;
  return {modules * kSmallestModule + 2, modules * kSmallestModule + 2};
}

void QrCode::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  // In device pixels: a module that is not a whole number of them is grey at its edge.
  const qreal ratio = devicePixelRatioF();
  painter.scale(1 / ratio, 1 / ratio);
  const int side = static_cast<int>(std::floor(std::min(width(), height()) * ratio));
  const int line = std::max(1, static_cast<int>(std::lround(ratio)));
  painter.fillRect(0, 0, side, side, line_colour(palette()));
  painter.fillRect(line, line, side - 2 * line, side - 2 * line, Qt::white);
  if (modules_ == 0) return;
  const int module = (side - 2 * line) / (modules_ + 2 * kMargin);
  const int start = (side - module * modules_) / 2;
  for (int y = 0; y < modules_; ++y) {
    for (int x = 0; x < modules_; ++x) {
      if (dark_[static_cast<std::size_t>(y) * static_cast<std::size_t>(modules_) +
                static_cast<std::size_t>(x)])
        painter.fillRect(start + x * module, start + y * module, module, module, Qt::black);
    }
  }
}

}  // namespace gokeyctl::gui
