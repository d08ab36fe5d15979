// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/busy_bar.h"

#include <QPainter>
#include <utility>

#include "gui/widgets/motion.h"

namespace gokeyctl::gui {
namespace {

constexpr int kDelayMs = 300;
constexpr int kStepMs = 80;
constexpr int kSteps = 20;
constexpr int kThickness = 3;

}  // namespace

BusyBar::BusyBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  delay_.setSingleShot(true);
  delay_.setInterval(kDelayMs);
  step_.setInterval(kStepMs);
  connect(&delay_, &QTimer::timeout, this, [this] {
    running_ = true;
    emit shownChanged();
    if (!reduced_motion() && isVisible()) step_.start();
    update();
  });
  connect(&step_, &QTimer::timeout, this, [this] {
    at_ = (at_ + 1) % kSteps;
    update();
  });
}

void BusyBar::setBusy(bool busy) {
  if (busy) {
    if (!running_ && !delay_.isActive()) delay_.start();
    return;
  }
  delay_.stop();
  step_.stop();
  if (std::exchange(running_, false)) emit shownChanged();
  update();
}

QSize BusyBar::sizeHint() const { return {0, kThickness}; }

void BusyBar::showEvent(QShowEvent* /*event*/) {
  if (running_ && !reduced_motion()) step_.start();
}

void BusyBar::hideEvent(QHideEvent* /*event*/) { step_.stop(); }

void BusyBar::paintEvent(QPaintEvent* /*event*/) {
  if (!running_) return;
  QPainter painter(this);
  const QColor colour = palette().color(QPalette::Highlight);
  if (reduced_motion()) {
    painter.fillRect(rect(), colour);
    return;
  }
  const int piece = width() / 4;
  const int x = (width() + piece) * at_ / kSteps - piece;
  painter.fillRect(x, 0, piece, height(), colour);
}

}  // namespace gokeyctl::gui
