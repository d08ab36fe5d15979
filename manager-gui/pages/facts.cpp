// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/facts.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <algorithm>

#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"

namespace gokeyctl::gui {
namespace {

constexpr int kColumnWidth = 34;  // average characters

// Room for a line and what can be clicked beside it, with the gap between rows: QFormLayout leaves
// its own also around rows that are hidden.
int row_height() {
  return std::max(gap::kPage, QFontMetrics(font_of(TextSize::kNormal)).height()) + gap::kSmall;
}

}  // namespace

Facts::Facts(QWidget* parent)
    : QWidget(parent), beside_(new PairLayout(this)), forms_{new QFormLayout, new QFormLayout} {
  beside_->setGaps(gap::kHuge, 0);
  beside_->setAlign(Qt::AlignTop);
  for (QFormLayout* form : forms_) {
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(gap::kLarge);
    form->setVerticalSpacing(0);
    form->setLabelAlignment(Qt::AlignTrailing | Qt::AlignTop);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    beside_->add(static_cast<QLayout*>(form), kColumnWidth, 1);
  }
}

Label* Facts::add(int column, const QString& name, QWidget* beside) {
  auto* title = new Label(name, TextSize::kNormal, Tone::kDim);
  title->setWordWrap(false);
  title->setFixedHeight(row_height());
  auto* value = new Label;
  // Its first line beside the title, however many follow.
  const int spare = (row_height() - QFontMetrics(font_of(TextSize::kNormal)).height()) / 2;
  value->setContentsMargins(0, spare, 0, spare);
  auto* field = new QWidget;
  auto* line = new QHBoxLayout(field);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(gap::kSmall);
  line->addWidget(value, beside == nullptr ? 1 : 0);
  if (beside != nullptr) {
    line->addWidget(beside);
    line->addStretch(1);
  }
  forms_[column]->addRow(title, field);
  return value;
}

void Facts::resizeEvent(QResizeEvent* event) {
  const bool narrow = event->size().width() < characters(kColumnWidth);
  for (QFormLayout* form : forms_)
    form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::WrapLongRows);
  alignTitles();
  QWidget::resizeEvent(event);
}

// Below each other, the columns are one: what is missing to the widest title stands before them.
void Facts::alignTitles() {
  const bool one = width() >= characters(kColumnWidth) && !beside_->isBeside(width());
  const auto titles = [](const QFormLayout* form) {
    QList<QWidget*> out;
    for (int row = 0; row < form->rowCount(); ++row) {
      QWidget* title = form->itemAt(row, QFormLayout::LabelRole)->widget();
      if (!title->isHidden()) out.append(title);
    }
    return out;
  };
  int widths[2] = {0, 0};
  for (int i = 0; i < 2; ++i) {
    for (const QWidget* title : titles(forms_[i])) {
      const QMargins margins = title->contentsMargins();
      widths[i] = std::max(widths[i], title->sizeHint().width() - margins.left() - margins.right());
    }
  }
  for (int i = 0; i < 2; ++i) {
    const int missing = one ? std::max(0, widths[1 - i] - widths[i]) : 0;
    for (QWidget* title : titles(forms_[i]))
      title->setContentsMargins(isRightToLeft() ? 0 : missing, 0, isRightToLeft() ? missing : 0, 0);
  }
}

void Facts::setShown(Label* value, bool shown) {
  QWidget* field = value->parentWidget();
  field->setVisible(shown);
  auto* facts = static_cast<Facts*>(field->parentWidget());
  for (QFormLayout* form : facts->forms_) {
    if (QWidget* title = form->labelForField(field)) title->setVisible(shown);
  }
  facts->alignTitles();
}

void Facts::set(Label* value, const QString& text) {
  value->setText(text);
  setShown(value, !text.isEmpty());
}

void Facts::setIdentifier(Label* value, const QString& text) {
  value->setIdentifier(text);
  value->setWordWrap(false);
  setShown(value, !text.isEmpty());
}

}  // namespace gokeyctl::gui
