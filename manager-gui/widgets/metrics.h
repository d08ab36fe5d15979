// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sizes that follow the desktop's font instead of bare pixels.
#pragma once

#include <QFont>
#include <QWidget>
#include <cstdint>

namespace gokeyctl::gui {

// The app's own gaps; every other distance is the style's.
namespace gap {
inline constexpr int kHair = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kPage = 24;
inline constexpr int kHuge = 32;
}  // namespace gap

// Heights that a row, a row of a list and whatever is clicked have at least.
inline constexpr int kRowHeight = 48;
inline constexpr int kListRowHeight = 40;

// Width of `count` average characters of the desktop's font, in pixels.
[[nodiscard]] int characters(int count);

enum class TextSize : std::uint8_t { kNormal, kSmall, kSmallHeading, kHeading, kTitle };
// Of the desktop's font: title 1.35 times, bold; heading bold; small 0.9 times, never below 9 pt,
// and bold for small headings.
[[nodiscard]] QFont font_of(TextSize size);
[[nodiscard]] QFont fixed_font();
// The side of a symbol beside text: that of the style's small icons, grown with the font.
[[nodiscard]] int symbol_size(const QWidget* widget);

}  // namespace gokeyctl::gui
