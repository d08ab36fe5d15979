// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/colours.h"

#include <algorithm>
#include <cmath>

namespace gokeyctl::gui {
namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

// Where the search for a readable colour starts. Dim is a faded text colour.
QColor wished(Tone tone, const QPalette& palette) {
  switch (tone) {
    case Tone::kNormal:
      return palette.color(QPalette::Active, QPalette::Text);
    case Tone::kDim:
      return mixed(palette.color(QPalette::Active, QPalette::Text),
                   palette.color(QPalette::Active, QPalette::Base), 0.35);
    case Tone::kGood:
      return {0x1f, 0x95, 0x50};
    case Tone::kWarning:
      return {0xb8, 0x6a, 0x00};
    case Tone::kError:
      return {0xd0, 0x2f, 0x3f};
    case Tone::kAccent:
      return {0x1d, 0x86, 0xe0};
  }
  return palette.color(QPalette::Text);
}

constexpr double kTextContrast = 4.5;

}  // namespace

double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](int from, int to) {
    return static_cast<int>(std::lround(from + (to - from) * share));
  };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor readable(const QColor& wish, const QColor& text, const QColor& background, double ratio) {
  constexpr int kSteps = 20;
  for (int step = 0; step <= kSteps; ++step) {
    const QColor tried = mixed(wish, text, double(step) / kSteps);
    if (contrast(tried, background) >= ratio) return tried;
  }
  return text;
}

QColor tone_colour(Tone tone, const QPalette& palette) {
  const QColor& text = palette.color(QPalette::Active, QPalette::Text);
  const QColor on_base = readable(wished(tone, palette), text,
                                  palette.color(QPalette::Active, QPalette::Base), kTextContrast);
  const QColor on_both =
      readable(on_base, text, palette.color(QPalette::Active, QPalette::Window), kTextContrast);
  // Text inside a message stands on its tint.
  return readable(on_both, text, tone_background(tone, palette), kTextContrast);
}

QColor tone_background(Tone tone, const QPalette& palette) {
  const QColor& base = palette.color(QPalette::Active, QPalette::Base);
  if (tone == Tone::kNormal || tone == Tone::kDim) return base;
  return mixed(base, wished(tone, palette), is_dark(palette) ? 0.22 : 0.12);
}

QColor tone_line(Tone tone, const QPalette& palette) {
  if (tone == Tone::kNormal || tone == Tone::kDim) return line_colour(palette);
  return mixed(palette.color(QPalette::Active, QPalette::Base), tone_colour(tone, palette), 0.7);
}

QColor line_colour(const QPalette& palette) {
  return mixed(palette.color(QPalette::Active, QPalette::Base),
               palette.color(QPalette::Active, QPalette::Text), 0.2);
}

bool is_dark(const QPalette& palette) {
  return luminance(palette.color(QPalette::Active, QPalette::Window)) <
         luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

}  // namespace gokeyctl::gui
