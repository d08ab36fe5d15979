// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/page.h"

#include <QGuiApplication>
#include <QPalette>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSecondMs = 1000;
constexpr double kFaded = 0.35;  // share of the ground in the text of a dimmed page

QPalette with_text(const QColor& colour) {
  QPalette colours;
  for (const auto role : {QPalette::Text, QPalette::WindowText}) {
    colours.setColor(QPalette::Active, role, colour);
    colours.setColor(QPalette::Inactive, role, colour);
  }
  return colours;
}

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

void Page::setDimmed(bool dimmed) {
  const QPalette desktop = QGuiApplication::palette();
  const QColor& text = desktop.color(QPalette::Active, QPalette::Text);
  const QColor& base = desktop.color(QPalette::Active, QPalette::Base);
  QPalette colours;  // as the desktop has it
  QPalette clear;
  if (dimmed) {
    colours = with_text(readable(mixed(text, base, kFaded), text, base));
    clear = with_text(text);
  }
  if (clear_ != nullptr) clear_->setPalette(clear);
  if (widget()->palette().color(QPalette::Text) !=
      (dimmed ? colours : QGuiApplication::palette()).color(QPalette::Text))
    widget()->setPalette(colours);
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

void Page::setPadding(int padding) {
  column_->setContentsMargins(padding, padding, padding, padding);
}

}  // namespace gokeyctl::gui
