// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/text.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "gokeyctl/text.h"

namespace gokeyctl::cli {
namespace {

// Length of the colour sequence ("ESC [ … m") at the start of `text`, or 0.
std::size_t colour_sequence(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

void wrap_line(std::string& out, std::string_view line, std::size_t width, std::size_t indent,
               std::size_t column) {
  bool line_start = true;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, blank);
    line.remove_prefix(std::min(blank + 1, line.size()));
    const std::size_t size = columns(word);
    if (!line_start && column + 1 + size > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
      line_start = true;
    }
    if (!line_start) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    line_start = false;
  }
}

}  // namespace

std::string sanitise(std::string_view text) {
  return printable(text, std::numeric_limits<std::size_t>::max());
}

std::string fill(std::string_view pattern, std::initializer_list<Part> parts) {
  std::vector<std::string> values;
  values.reserve(parts.size());
  for (const Part& part : parts) values.push_back(part.text());
  return fill_in(pattern, values);
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    if (const std::size_t skip = colour_sequence(text); skip != 0) {
      text.remove_prefix(skip);
      continue;
    }
    const bool continues = (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80U;  // UTF-8
    if (!continues) ++count;
    text.remove_prefix(1);
  }
  return count;
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent, std::size_t first) {
  std::string out;
  std::size_t column = first;
  for (;;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    wrap_line(out, text.substr(0, end), width, indent, column);
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
    out += '\n';
    if (!text.empty() && text.front() != '\n') out.append(indent, ' ');
    column = indent;
  }
}

std::string pad(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t used = columns(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

}  // namespace gokeyctl::cli
