// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/step_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/widgets/accessible.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/line.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/symbol.h"

namespace gokeyctl::gui {
namespace {

constexpr QSize kFirstSize(640, 600);
constexpr int kConnector = 40;

int circle_size() { return QFontMetrics(font_of(TextSize::kNormal)).height() * 4 / 3; }

}  // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::addStep(const QString& name) {
  names_ << name;
  describe();
  updateGeometry();
}

void StepBar::setCurrent(int step) {
  current_ = step;
  describe();
  update();
}

void StepBar::describe() {
  rename_accessible(
      this, tr("Step %1 of %2: %3")
                .arg(QLocale().toString(current_ + 1),
                     QLocale().toString(static_cast<int>(names_.size())), names_.value(current_)));
}

int StepBar::widthOf(bool all_names) const {
  const QFontMetrics metrics(font_of(TextSize::kHeading));
  int width = 0;
  for (int i = 0; i < names_.size(); ++i) {
    width += circle_size() + (i > 0 ? kConnector + 2 * gap::kMedium : 0);
    if (all_names || i == current_) width += gap::kMedium + metrics.horizontalAdvance(names_.at(i));
  }
  return width;
}

QSize StepBar::sizeHint() const { return {widthOf(true), circle_size() + 2}; }

QSize StepBar::minimumSizeHint() const { return {gap::kPage, circle_size() + 2}; }

void StepBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ApplicationFontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void StepBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool all_names = widthOf(true) <= width();
  const int side = circle_size();
  const int middle = height() / 2;
  const int connector =
      std::clamp((width() - widthOf(all_names)) / 2 + kConnector, gap::kSmall, kConnector);
  int x = 0;
  const auto mirrored = [this](const QRect& rect) {
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
  };
  for (int i = 0; i < names_.size(); ++i) {
    const bool now = i == current_;
    if (i > 0) {
      x += gap::kMedium;
      painter.setPen(line_colour(palette()));
      const QRect line = mirrored({x, middle, connector, 1});
      painter.drawLine(line.topLeft(), line.topRight());
      x += connector + gap::kMedium;
    }
    const QRect circle = mirrored({x, middle - side / 2, side, side});
    if (i < current_) {
      painter.drawPixmap(circle.topLeft(),
                         symbol_pixmap(QStringLiteral("check-ok"), side, devicePixelRatioF(),
                                       tone_colour(Tone::kGood, palette())));
    } else {
      painter.setPen(
          QPen(now ? palette().color(QPalette::Highlight) : tone_colour(Tone::kDim, palette()),
               now ? 2 : 1));
      painter.setBrush(now ? tone_background(Tone::kAccent, palette()) : QColor(Qt::transparent));
      painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
      painter.setFont(font_of(now ? TextSize::kHeading : TextSize::kNormal));
      painter.setPen(tone_colour(now ? Tone::kNormal : Tone::kDim, palette()));
      painter.drawText(circle, Qt::AlignCenter, QLocale().toString(i + 1));
    }
    x += side;
    if (!all_names && !now) continue;
    const QFont font = font_of(now ? TextSize::kHeading : TextSize::kNormal);
    const int wide = QFontMetrics(font).horizontalAdvance(names_.at(i));
    x += gap::kMedium;
    painter.setFont(font);
    painter.setPen(tone_colour(now ? Tone::kNormal : Tone::kDim, palette()));
    painter.drawText(mirrored({x, 0, wide + 2, height()}), Qt::AlignCenter, names_.at(i));
    x += wide;
  }
}

StepDialog::StepDialog(QWidget* parent)
    : QDialog(parent),
      bar_(new StepBar),
      pages_(new QStackedWidget),
      leave_(new QPushButton(tr("Not now"))),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton(tr("Next"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(gap::kPage, gap::kLarge, gap::kPage, gap::kLarge);
  head->addWidget(bar_);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(gap::kPage, gap::kMedium, gap::kPage, gap::kMedium);
  foot->setSpacing(gap::kSmall);
  leave_->setFlat(true);
  leave_->setAutoDefault(false);
  back_->setAutoDefault(false);
  next_->setDefault(true);
  foot->addWidget(leave_);
  foot->addStretch();
  foot->addWidget(back_);
  foot->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(new Line(Qt::Horizontal));
  column->addWidget(pages_, 1);
  column->addWidget(new Line(Qt::Horizontal));
  column->addLayout(foot);
  setTabOrder(pages_, back_);
  setTabOrder(back_, next_);
  setTabOrder(next_, leave_);
  connect(leave_, &QPushButton::clicked, this, &QDialog::reject);
  connect(back_, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
  connect(next_, &QPushButton::clicked, this, [this] {
    if (dead_end_) return reject();
    next();
  });
  resize(kFirstSize.expandedTo({characters(84), characters(66)}));
}

void StepDialog::addStep(const QString& name, QWidget* page) {
  bar_->addStep(name);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setBackgroundRole(QPalette::Base);
  page->setBackgroundRole(QPalette::Base);
  page->setAutoFillBackground(true);
  scroll->setWidget(page);
  pages_->addWidget(scroll);
  dress();
}

int StepDialog::step() const { return pages_->currentIndex(); }

void StepDialog::goTo(int step) {
  pages_->setCurrentIndex(step);
  bar_->setCurrent(step);
  dead_end_ = false;
  busy_ = false;
  entered(step);
  dress();
}

void StepDialog::beginAt(int step) {
  first_ = step;
  goTo(step);
}

void StepDialog::setReady(bool ready) {
  ready_ = ready;
  dress();
}

void StepDialog::setDeadEnd(bool dead_end) {
  dead_end_ = dead_end;
  dress();
}

void StepDialog::setBusy(bool busy) {
  busy_ = busy;
  dress();
}

void StepDialog::dress() {
  const bool last = step() + 1 == pages_->count();
  next_->setText(dead_end_ ? tr("Close") : last ? tr("Done") : tr("Next"));
  next_->setEnabled(dead_end_ || (ready_ && !busy_));
  back_->setVisible(step() > first_ && !dead_end_);
  back_->setEnabled(!busy_);
  leave_->setVisible(!dead_end_);
}

}  // namespace gokeyctl::gui
