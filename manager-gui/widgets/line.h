// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace gokeyctl::gui {

// A line of one pixel in the colour of those in the pages, between parts of a window.
class Line : public QWidget {
 public:
  explicit Line(Qt::Orientation orientation, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace gokeyctl::gui
