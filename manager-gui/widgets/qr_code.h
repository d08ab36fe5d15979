// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace gokeyctl::gui {

// A QR code, black on white in every theme, with a margin of four modules and whole pixels for each
// module (ISO/IEC 18004, 6.3.8).
class QrCode : public QWidget {
  Q_OBJECT
 public:
  explicit QrCode(QWidget* parent = nullptr);

  // About so wide, in average characters; a module is never less than four points.
  void setWish(int width);
  // Nothing is shown if `text` is empty or too long for a code.
  void setText(const QString& text);
  // Modules per side without the margin; 0 if there is no code.
  [[nodiscard]] int modules() const { return modules_; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int modules_ = 0;
  int wish_ = 30;
  std::vector<bool> dark_;
};

}  // namespace gokeyctl::gui
