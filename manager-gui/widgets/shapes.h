// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What fields, buttons and boxes to tick are drawn of, in the colours of a palette.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPalette>
#include <QRect>
#include <cstdint>

namespace gokeyctl::gui {

// How strongly the edge of something that is clicked or typed into shows.
enum class Edge : std::uint8_t { kQuiet, kHovered, kFocused };

// The palette's highlight, with 3:1 on its Base as WCAG 2.1 asks of graphics.
[[nodiscard]] QColor highlight_of(const QPalette& palette, bool enabled = true);
// Where the palette draws the edge of a field or button.
[[nodiscard]] QColor edge_colour(const QPalette& palette, Edge edge, bool enabled = true);

void draw_box(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& edge,
              int width = 1);
// Full where it is ticked, with a bar where it is neither.
enum class Tick : std::uint8_t { kOff, kOn, kPartly };
void draw_tick_box(QPainter& painter, const QRect& rect, const QPalette& palette, Tick tick,
                   Edge edge, bool enabled);
void draw_radio(QPainter& painter, const QRect& rect, const QPalette& palette, bool on, Edge edge,
                bool enabled);
// Points down; `rect` is the room around it.
void draw_chevron(QPainter& painter, const QRect& rect, const QColor& colour);

}  // namespace gokeyctl::gui
