// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace gokeyctl::gui {

// Seconds that are left, as a number in a ring that empties in steps of one second.
class Ring : public QWidget {
  Q_OBJECT
 public:
  explicit Ring(QWidget* parent = nullptr);

  // `total` > 0: what a full ring stands for.
  void setSeconds(int left, int total);
  // A small part of a ring and no number: what was decided is under way. Ends with setSeconds().
  void setBusy();
  [[nodiscard]] int left() const { return left_; }
  [[nodiscard]] int total() const { return total_; }

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int left_ = 0;
  int total_ = 1;
  bool busy_ = false;
};

}  // namespace gokeyctl::gui
