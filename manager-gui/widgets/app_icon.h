// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace gokeyctl::gui {

// The app's own icon beside a heading. It says nothing of its own.
class AppIcon : public QWidget {
  Q_OBJECT
 public:
  explicit AppIcon(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace gokeyctl::gui
