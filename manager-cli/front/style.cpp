// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/style.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

namespace gokeyctl::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool wants_color(int fd, ColorMode mode) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return isatty(fd) == 1 && environment("TERM") != "dumb";
}

std::size_t width_of(int fd) {
  constexpr std::size_t kLeast = 40;
  const std::string_view text = environment("COLUMNS");
  std::size_t asked = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), asked);
  if (error == std::errc{} && asked > 0) return std::max(asked, kLeast);
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, kLeast);
  return 80;
}

}  // namespace

Styled Style::paint(std::string_view sgr, std::string_view text) const {
  if (!color) return Styled{sanitise(text)};
  return Styled{"\x1b[" + std::string(sgr) + "m" + sanitise(text) + "\x1b[0m"};
}

Style style_of(int fd, ColorMode mode) { return Style{wants_color(fd, mode), width_of(fd)}; }

}  // namespace gokeyctl::cli
