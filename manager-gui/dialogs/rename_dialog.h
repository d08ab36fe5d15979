// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace gokeyctl::gui {

class Label;

// Asks for a token's name on this computer.
class RenameDialog : public QDialog {
  Q_OBJECT
 public:
  // `taken`: the names of the other tokens.
  RenameDialog(const QString& name, const QString& short_id, QStringList taken,
               QWidget* parent = nullptr);

 signals:
  void renameWanted(const QString& name);

 private:
  void accept() override;
  void check();

  QStringList taken_;
  QLineEdit* name_;
  Label* remark_;
  QPushButton* rename_;
};

// The longest name that is kept, and what is wrong with a name; empty if nothing is.
inline constexpr int kLongestName = 40;
[[nodiscard]] QString name_remark(const QString& name, const QStringList& taken);
// A name that can be kept: not empty, nothing that the command line takes for something else.
[[nodiscard]] bool is_good_name(const QString& name);

}  // namespace gokeyctl::gui
