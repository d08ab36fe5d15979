// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Colours of meaning, computed from the desktop's palette so that they can be read on it.
#pragma once

#include <QColor>
#include <QPalette>
#include <cstdint>

namespace gokeyctl::gui {

enum class Tone : std::uint8_t { kNormal, kDim, kGood, kWarning, kError, kAccent };

// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
// `share` (0 to 1) of `b` in `a`.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);
// `wish`, mixed towards `text` until it has `ratio` on `background`.
[[nodiscard]] QColor readable(const QColor& wish, const QColor& text, const QColor& background,
                              double ratio = 4.5);

// For text: at least 4.5:1 on the palette's Base and Window alike.
[[nodiscard]] QColor tone_colour(Tone tone, const QPalette& palette);
// The background of a message of this tone, and the line around it.
[[nodiscard]] QColor tone_background(Tone tone, const QPalette& palette);
[[nodiscard]] QColor tone_line(Tone tone, const QPalette& palette);
// Thin lines between rows and around cards.
[[nodiscard]] QColor line_colour(const QPalette& palette);
[[nodiscard]] bool is_dark(const QPalette& palette);

}  // namespace gokeyctl::gui
