// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The app's own symbols, as icons in the colour of the text around them. They are those that are
// installed into the icon theme; drawn here, they follow the palette on every desktop, since only
// some of Qt's platform themes recolour an SVG of the theme.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace gokeyctl::gui {

// "gokey-locked-symbolic" …: for every mode in the palette's colour of that mode.
[[nodiscard]] QIcon symbol(const QString& name);
// In one colour, `pixels` wide and high. Transparent if there is no such symbol.
[[nodiscard]] QPixmap symbol_pixmap(const QString& name, int pixels, const QColor& colour);
// The application's own icon, which is not monochrome.
[[nodiscard]] QIcon app_icon();

}  // namespace gokeyctl::gui
