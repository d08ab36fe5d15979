// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QFormLayout;

namespace gokeyctl::gui {

class Label;
class PairLayout;

// Names and values in two columns beside each other where there is room, in one where there is not.
class Facts : public QWidget {
  Q_OBJECT
 public:
  explicit Facts(QWidget* parent = nullptr);

  // Column 0 or 1. `beside` stands behind the value.
  Label* add(int column, const QString& name, QWidget* beside = nullptr);
  // Hides the fact if `value` is empty.
  static void set(Label* value, const QString& text);
  static void setIdentifier(Label* value, const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void alignTitles();
  static void setShown(Label* value, bool shown);
  PairLayout* beside_;
  QFormLayout* forms_[2];
};

}  // namespace gokeyctl::gui
