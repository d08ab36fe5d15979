// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The app's symbols, drawn in the colour of the text they stand beside.
#pragma once

#include <QIcon>
#include <QString>
#include <QWidget>

#include "gui/widgets/colours.h"

namespace gokeyctl::gui {

// "locked", "page-trust", "check-ok" …: of the icon theme, else the one that the app carries.
[[nodiscard]] QIcon symbol_icon(const QString& name);
// The same in one colour, for a device with `ratio` pixels per point.
[[nodiscard]] QPixmap symbol_pixmap(const QString& name, int side, qreal ratio,
                                    const QColor& colour);

// A symbol in a layout. It says nothing of its own: the text beside it does.
class Symbol : public QWidget {
  Q_OBJECT
 public:
  explicit Symbol(QWidget* parent = nullptr);
  void setSymbol(const QString& name, Tone tone = Tone::kNormal);
  // In multiples of a symbol beside text.
  void setScale(qreal scale);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QString name_;
  Tone tone_ = Tone::kNormal;
  qreal scale_ = 1;
};

}  // namespace gokeyctl::gui
