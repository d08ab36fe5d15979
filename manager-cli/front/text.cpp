// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/text.h"

#include <algorithm>
#include <limits>
#include <vector>

#include <wchar.h>

#include "gokeyctl/text.h"

namespace gokeyctl::cli {
namespace {

// Length of the colour sequence ("ESC [ … m") at the start of `text`, or 0.
std::size_t colour_sequence(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

struct Character {
  char32_t value = 0;
  std::size_t size = 1;  // bytes
};

// The character at the start of `text`, which is UTF-8 (sanitise() saw to that).
Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) return {lead, 1};
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i)
    value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {value, size};
}

// Columns of one character: two for those of Japanese, none for marks. What the language of the
// terminal has no answer for counts as one.
std::size_t width_of(char32_t character) {
  const int width = ::wcwidth(static_cast<wchar_t>(character));
  return width < 0 ? 1 : static_cast<std::size_t>(width);
}

// Marks that do not begin a line (JIS X 4051): closing brackets, commas and stops, small kana.
bool stays_behind(char32_t c) {
  return std::u32string_view(U"、。」』】)），．：；？！ー々っゃゅょッャュョ").find(c) !=
         std::u32string_view::npos;
}

// Bytes at the start of `word` that stay on one line. Japanese has no blanks and breaks between
// its characters.
std::size_t piece_of(std::string_view word) {
  std::size_t size = 0;
  bool wide = false;
  while (size < word.size()) {
    if (const std::size_t skip = colour_sequence(word.substr(size)); skip != 0) {
      size += skip;
      continue;
    }
    const Character next = first_character(word.substr(size));
    const bool begins = size != 0 && !stays_behind(next.value);
    if (begins && (wide || width_of(next.value) == 2)) break;
    wide = wide || width_of(next.value) == 2;
    size += next.size;
  }
  return size;
}

void wrap_line(std::string& out, std::string_view line, std::size_t width, std::size_t indent,
               std::size_t column) {
  bool line_start = true;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    std::string_view word = line.substr(0, blank);
    line.remove_prefix(std::min(blank + 1, line.size()));
    std::size_t gap = line_start ? 0 : 1;
    do {
      const std::string_view piece = word.substr(0, piece_of(word));
      word.remove_prefix(piece.size());
      const std::size_t size = columns(piece);
      if (!line_start && column + gap + size > width) {
        out += '\n';
        out.append(indent, ' ');
        column = indent;
        gap = 0;
      }
      out.append(gap, ' ');
      out += piece;
      column += gap + size;
      line_start = false;
      gap = 0;
    } while (!word.empty());
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
    const Character next = first_character(text);
    count += width_of(next.value);
    text.remove_prefix(next.size);
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
