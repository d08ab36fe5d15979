// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/text.h"

#include <optional>

namespace gokeyctl {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // bytes
};

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t sequence_length(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// RFC 3629: shortest form, no surrogates, at most U+10FFFF.
std::optional<CodePoint> decode(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || length > text.size()) return std::nullopt;
  if (length == 1) return CodePoint{lead, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, i);
    if ((next & 0xC0U) != 0x80U) return std::nullopt;
    value = (value << 6) | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
  return CodePoint{value, length};
}

// Length of the escape sequence (ECMA-48) that starts `text` with ESC; one that never ends takes
// all of it.
std::size_t escape_length(std::string_view text) {
  if (text.size() < 2) return text.size();
  const char kind = text[1];
  if (kind == '[') {  // CSI: parameters, then one final byte
    for (std::size_t i = 2; i < text.size(); ++i) {
      if (text[i] >= '@' && text[i] <= '~') return i + 1;
      if (byte_at(text, i) < 0x20 || byte_at(text, i) > 0x7E) return i;
    }
    return text.size();
  }
  if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' ||
      kind == '_') {  // ended by BEL or ST
    for (std::size_t i = 2; i < text.size(); ++i) {
      if (text[i] == '\a') return i + 1;
      if (text[i] == '\x1B' && i + 1 < text.size() && text[i + 1] == '\\') return i + 2;
    }
    return text.size();
  }
  return byte_at(text, 1) < 0x80 ? 2 : 1;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Characters that change how their neighbours are shown: marks, embeddings, overrides and isolates
// of the bidirectional algorithm (Unicode UAX #9), line and paragraph separators, the byte order
// mark.
bool is_deceptive(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::string printable(std::string_view text, std::size_t limit, LineEnds ends) {
  constexpr std::string_view kCut = "...";
  std::string out;
  while (!text.empty()) {
    std::string_view shown;
    std::size_t taken = 1;
    if (text.front() == '\x1B') {
      taken = escape_length(text);
    } else if (text.front() == '\n') {
      shown = ends == LineEnds::kKeep ? "\n" : " ";
    } else if (text.front() == '\t') {
      shown = " ";
    } else if (const auto point = decode(text); !point) {
      shown = "?";
    } else {
      taken = point->length;
      if (!is_control(point->value) && !is_deceptive(point->value)) shown = text.substr(0, taken);
    }
    if (out.size() + shown.size() > limit) {
      out.append(kCut);
      return out;
    }
    out.append(shown);
    text.remove_prefix(taken);
  }
  return out;
}

std::string fill_in(std::string_view pattern, std::span<const std::string> values) {
  std::string out;
  std::size_t next = 0;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view index = pattern.substr(open + 1, close - open - 1);
    const std::size_t which = index.empty() ? next++ : static_cast<std::size_t>(index[0] - '1');
    if (which < values.size()) out += values[which];
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

}  // namespace gokeyctl
