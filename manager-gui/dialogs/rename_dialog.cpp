// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/rename_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "gui/widgets/label.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kWidth = 46;  // average characters

}  // namespace

bool is_good_name(const QString& name) {
  const QString trimmed = name.trimmed();
  return !trimmed.isEmpty() && trimmed.size() <= kLongestName &&
         !trimmed.startsWith(QLatin1Char('-')) &&
         std::ranges::all_of(trimmed, [](QChar c) { return c.isPrint() && c != QLatin1Char(':'); });
}

QString name_remark(const QString& name, const QStringList& taken) {
  const QString trimmed = name.trimmed();
  if (!trimmed.isEmpty() && !is_good_name(trimmed))
    return RenameDialog::tr("A name has no colon and does not begin with a hyphen.");
  if (taken.contains(trimmed)) {
    return RenameDialog::tr(
        "Another token has this name. Both keep it; their short IDs tell them apart.");
  }
  return RenameDialog::tr("Only this computer uses the name. You can change it later.");
}

RenameDialog::RenameDialog(const QString& name, const QString& short_id, QStringList taken,
                           QWidget* parent)
    : QDialog(parent),
      taken_(std::move(taken)),
      name_(new QLineEdit(name)),
      remark_(new Label(TextSize::kSmall, Tone::kDim)) {
  setWindowTitle(tr("Rename – GoKey Manager"));
  setAttribute(Qt::WA_DeleteOnClose);
  name_->setMaxLength(kLongestName);
  name_->selectAll();
  auto* field = new QVBoxLayout;
  field->setSpacing(gap::kSmall);
  field->addWidget(name_);
  field->addWidget(remark_);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setHorizontalSpacing(gap::kLarge);
  auto* label = new Label(tr("Name"), TextSize::kNormal, Tone::kDim);
  label->setWordWrap(false);
  form->addRow(label, field);
  label->setBuddy(name_);
  name_->setAccessibleName(tr("Name"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  rename_ = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
  rename_->setDefault(true);
  QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
  cancel->setText(tr("Cancel"));
  cancel->setAutoDefault(false);  // Enter never means Cancel
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(gap::kPage, gap::kPage, gap::kPage, gap::kLarge);
  column->setSpacing(gap::kPage);
  column->addWidget(new Label(tr("Short ID %1").arg(ltr(short_id)), TextSize::kNormal, Tone::kDim));
  column->addLayout(form);
  column->addStretch();
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(name_, &QLineEdit::textChanged, this, &RenameDialog::check);
  check();
  name_->setFocus();
  const int width = std::max(minimumSizeHint().width(), characters(kWidth));
  resize(width, layout()->totalHeightForWidth(width));
}

void RenameDialog::check() {
  remark_->setText(name_remark(name_->text(), taken_));
  rename_->setEnabled(is_good_name(name_->text()));
}

void RenameDialog::accept() {
  if (!rename_->isEnabled()) return;
  emit renameWanted(name_->text().trimmed());
  QDialog::accept();
}

}  // namespace gokeyctl::gui
