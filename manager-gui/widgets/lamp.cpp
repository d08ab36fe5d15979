// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/lamp.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <cmath>
#include <numbers>

#include "gui/widgets/accessible.h"
#include "gui/widgets/label.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/motion.h"

namespace gokeyctl::gui {
namespace {

constexpr QRgb kEdge = 0xff7d8998;
constexpr QRgb kDarkGlass = 0xff262e39;
constexpr QRgb kRing = 0xff8f9aa8;
constexpr QRgb kBlue = 0xff4db3fa;
constexpr QRgb kWhite = 0xffffffff;
constexpr int kHalfPeriodMs = 500;
constexpr int kRays = 8;

}  // namespace

Light light_of(const std::optional<Led>& led) {
  if (!led) return Light::kUnknown;
  switch (*led) {
    case Led::kOff:
      return Light::kOff;
    case Led::kOn:
      return Light::kOn;
    case Led::kBlink:
      break;
  }
  return Light::kBlink;
}

void paint_light(QPainter& painter, QPointF centre, qreal radius, Light light, LampColour colour,
                 bool lit) {
  const QColor shine(colour == LampColour::kBlue ? kBlue : kWhite);
  const qreal line = radius / 4;
  if (light == Light::kUnknown || light == Light::kOff) {
    QPen pen(QColor(kRing), line);
    if (light == Light::kUnknown) pen.setDashPattern({1.6, 1.4});
    painter.setPen(pen);
    painter.setBrush(light == Light::kOff ? QBrush(QColor(kDarkGlass)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius - line / 2, radius - line / 2);
    return;
  }
  if (light == Light::kOn) {
    QColor halo = shine;
    halo.setAlphaF(0.32F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(centre, radius * 2.1, radius * 2.1);
  }
  if (light == Light::kBlink && lit) {
    painter.setPen(QPen(shine, radius / 3, Qt::SolidLine, Qt::RoundCap));
    for (int ray = 0; ray < kRays; ++ray) {
      const qreal angle = 2 * std::numbers::pi * ray / kRays;
      const QPointF way(std::sin(angle), -std::cos(angle));
      painter.drawLine(centre + way * radius * 1.5, centre + way * radius * 2.2);
    }
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(shine);
  painter.drawEllipse(centre, radius, radius);
}

Blinker::Blinker(QWidget* widget) : QObject(widget), widget_(widget) {
  timer_.setInterval(kHalfPeriodMs);
  connect(&timer_, &QTimer::timeout, this, [this] {
    lit_ = !lit_;
    widget_->update();
  });
  widget_->installEventFilter(this);
}

void Blinker::setBlinking(bool blinking) {
  blinking_ = blinking;
  update();
}

bool Blinker::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Show || event->type() == QEvent::Hide) update();
  return QObject::eventFilter(watched, event);
}

void Blinker::update() {
  const bool run = blinking_ && widget_->isVisible() && !reduced_motion();
  if (run == timer_.isActive()) return;
  lit_ = true;
  if (run) {
    timer_.start();
  } else {
    timer_.stop();
  }
  widget_->update();
}

Lamp::Lamp(LampColour colour, QWidget* parent) : QWidget(parent), colour_(colour), blinker_(this) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Lamp::setLight(Light light) {
  light_ = light;
  blinker_.setBlinking(light == Light::kBlink);
  update();
}

QSize Lamp::sizeHint() const {
  const int side = qMax(gap::kHuge, 2 * QFontMetrics(font()).height());
  return {side, side};
}

void Lamp::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const qreal side = qMin(width(), height());
  painter.setPen(QPen(QColor(kEdge), 1));
  painter.setBrush(QColor(kBoardColour));
  painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), side / 6, side / 6);
  paint_light(painter, {side / 2, side / 2}, side * 6 / 32, light_, colour_, blinker_.lit());
}

LampLine::LampLine(LampColour colour, QWidget* parent)
    : QWidget(parent),
      lamp_(new Lamp(colour)),
      title_(new Label),
      meaning_(new Label(TextSize::kSmall, Tone::kDim)) {
  auto* words = new QVBoxLayout;
  words->setSpacing(gap::kHair);
  words->addStretch();
  words->addWidget(title_);
  words->addWidget(meaning_);
  words->addStretch();
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(gap::kMedium);
  line->addWidget(lamp_, 0, Qt::AlignVCenter);
  line->addLayout(words, 1);
}

void LampLine::set(Light light, const QString& title, const QString& meaning) {
  lamp_->setLight(light);
  title_->setText(title);
  meaning_->setText(meaning);
  rename_accessible(this, QStringLiteral("%1. %2.").arg(title, meaning));
}

}  // namespace gokeyctl::gui
