// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "gui/widgets/lamp.h"

namespace gokeyctl::gui {

// The token seen from above, its plug to the left in every direction of writing, with both lamps as
// they are now. Its outline alone if nothing is known of it.
class TokenDrawing : public QWidget {
  Q_OBJECT
 public:
  explicit TokenDrawing(QWidget* parent = nullptr);

  void setLights(Light blue, Light white);
  void setOutline(bool outline);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void paintOutline(QPainter& painter) const;
  void paintBoard(QPainter& painter) const;
  void paintNames(QPainter& painter) const;

  Light blue_ = Light::kUnknown;
  Light white_ = Light::kUnknown;
  bool outline_ = false;
  Blinker blinker_;
};

}  // namespace gokeyctl::gui
