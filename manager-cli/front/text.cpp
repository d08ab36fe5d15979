// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace gokeyctl::cli {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 1;
};

// RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF.
std::optional<CodePoint> decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return CodePoint{lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || text.size() < length) return std::nullopt;
  std::uint32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return std::nullopt;
    value = (value << 6) | (byte(i) & 0x3FU);
  }
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kLeast[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    return std::nullopt;
  return CodePoint{value, length};
}

bool is_unsafe(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) ||       // C0, DEL, C1
         c == 0x061C || c == 0x200E || c == 0x200F ||  // direction marks
         c == 0x2028 || c == 0x2029 ||                 // line and paragraph separators
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

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
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::optional<CodePoint> c = decode(text);
    const std::size_t bytes = c ? c->bytes : 1;
    if (!c) {
      out += '?';
    } else if (!is_unsafe(c->value)) {
      out += text.substr(0, bytes);
    } else if (c->value == '\t' || c->value == '\n' || c->value == '\r') {
      out += ' ';
    }
    text.remove_prefix(bytes);
  }
  return out;
}

std::string fill(std::string_view pattern, std::initializer_list<Part> parts) {
  std::string out;
  std::size_t next = 0;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view index = pattern.substr(open + 1, close - open - 1);
    const std::size_t which = index.empty() ? next++ : static_cast<std::size_t>(index[0] - '1');
    if (which < parts.size()) out += (parts.begin() + which)->text();
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    if (const std::size_t skip = colour_sequence(text); skip != 0) {
      text.remove_prefix(skip);
      continue;
    }
    const std::optional<CodePoint> c = decode(text);
    text.remove_prefix(c ? c->bytes : 1);
    ++count;
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
