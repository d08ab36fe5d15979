// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/front/invocation.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {

// How text for people looks on one stream. Colour never carries meaning alone: a word says it too.
struct Style {
  bool color = false;
  std::size_t width = 80;

  [[nodiscard]] Styled bold(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] Styled dim(std::string_view text) const { return paint("2", text); }
  [[nodiscard]] Styled red(std::string_view text) const { return paint("31", text); }
  [[nodiscard]] Styled green(std::string_view text) const { return paint("32", text); }
  [[nodiscard]] Styled yellow(std::string_view text) const { return paint("33", text); }

 private:
  [[nodiscard]] Styled paint(std::string_view sgr, std::string_view text) const;
};

// For the stream with this file descriptor: --color, NO_COLOR, CLICOLOR_FORCE, TERM, whether it is
// a terminal, and COLUMNS or the terminal's width (never less than 40).
[[nodiscard]] Style style_of(int fd, ColorMode mode);

}  // namespace gokeyctl::cli
