// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/page.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSecondMs = 1000;
constexpr int kNarrow = 60;  // average characters: below, the padding gives way

}  // namespace

Page::Page(QWidget* parent) : QScrollArea(parent), column_(nullptr) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setBackgroundRole(QPalette::Base);
  auto* content = new QWidget;
  content->setBackgroundRole(QPalette::Base);
  content->setAutoFillBackground(true);
  column_ = new QVBoxLayout(content);
  column_->setContentsMargins(gap::kPage, gap::kPage, gap::kPage, gap::kPage);
  column_->setSpacing(gap::kPage);
  setWidget(content);
  seconds_.setInterval(kSecondMs);
  connect(&seconds_, &QTimer::timeout, this, [this] { tick(); });
}

void Page::setCounting(bool counting) {
  counting_ = counting;
  if (counting && isVisible()) {
    if (!seconds_.isActive()) seconds_.start();
  } else {
    seconds_.stop();
  }
}

void Page::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  tick();
  setCounting(counting_);
}

void Page::hideEvent(QHideEvent* event) {
  QScrollArea::hideEvent(event);
  seconds_.stop();
}

void Page::resizeEvent(QResizeEvent* event) {
  const int padding = event->size().width() < characters(kNarrow) ? gap::kLarge : gap::kPage;
  column_->setContentsMargins(padding, padding, padding, padding);
  QScrollArea::resizeEvent(event);
}

}  // namespace gokeyctl::gui
