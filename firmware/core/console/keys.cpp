// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/keys.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace gokey::console {
namespace {

constexpr std::uint8_t kEscape = 0x1B;

std::optional<Key> control_key(std::uint8_t byte) {
  switch (byte) {
    case 0x01:
      return Key::kHome;  // Ctrl-A
    case 0x02:
      return Key::kLeft;  // Ctrl-B
    case 0x03:
      return Key::kInterrupt;  // Ctrl-C
    case 0x04:
      return Key::kDelete;  // Ctrl-D
    case 0x05:
      return Key::kEnd;  // Ctrl-E
    case 0x06:
      return Key::kRight;  // Ctrl-F
    case 0x08:
      return Key::kBackspace;  // Ctrl-H
    case 0x0A:
      return Key::kLineFeed;  // Ctrl-J
    case 0x0B:
      return Key::kKillToEnd;  // Ctrl-K
    case 0x0C:
      return Key::kClearScreen;  // Ctrl-L
    case 0x0D:
      return Key::kEnter;  // Ctrl-M
    case 0x0E:
      return Key::kDown;  // Ctrl-N
    case 0x10:
      return Key::kUp;  // Ctrl-P
    case 0x15:
      return Key::kKillToStart;  // Ctrl-U
    case 0x17:
      return Key::kKillWord;  // Ctrl-W
    case 0x7F:
      return Key::kBackspace;
    default:
      return byte < 0x20 ? std::optional(Key::kUnknown) : std::nullopt;
  }
}

struct Sequence {
  std::string_view bytes;
  Key key;
};
// ECMA-48 cursor keys, and xterm's with Alt held.
constexpr Sequence kSequences[] = {
    {"\x1b[A", Key::kUp},           {"\x1b[B", Key::kDown},        {"\x1b[C", Key::kRight},
    {"\x1b[D", Key::kLeft},         {"\x1b[H", Key::kHome},        {"\x1b[F", Key::kEnd},
    {"\x1b[1;3C", Key::kWordRight}, {"\x1b[1;3D", Key::kWordLeft},
};

bool starts_with(std::span<const std::uint8_t> bytes, std::string_view prefix) {
  return bytes.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), bytes.begin(),
                    [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

Keystroke escape_sequence(std::span<const std::uint8_t> bytes) {
  for (const Sequence& each : kSequences) {
    if (starts_with(bytes, each.bytes)) return {each.key, 0, each.bytes.size()};
  }
  // Sequences that are not known end at the first letter or tilde, wherever that is; a control
  // character breaks one off, so that Enter and Ctrl-C always get through.
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    const std::uint8_t c = bytes[i];
    if (c < 0x20) return {Key::kUnknown, 0, i};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '~') {
      return {Key::kUnknown, 0, i + 1};
    }
  }
  return {};
}

Keystroke invalid(std::uint8_t byte) { return {Key::kInvalid, byte, 1}; }

Keystroke utf8_text(std::span<const std::uint8_t> bytes) {
  const std::uint8_t first = bytes[0];
  if (first < 0x80) return {Key::kText, first, 1};
  std::size_t length = 0;
  char32_t code_point = 0;
  char32_t smallest = 0;  // anything below is an overlong form
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2, code_point = first & 0x1FU, smallest = 0x80;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3, code_point = first & 0x0FU, smallest = 0x800;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4, code_point = first & 0x07U, smallest = 0x10000;
  } else {
    return invalid(first);
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (i == bytes.size()) return {};
    if ((bytes[i] & 0xC0U) != 0x80U) return invalid(first);
    code_point = (code_point << 6U) | (bytes[i] & 0x3FU);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < smallest || code_point > 0x10FFFF || surrogate) return invalid(first);
  return {Key::kText, code_point, length};
}

}  // namespace

Keystroke decode_key(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return {};
  if (bytes[0] == kEscape) return escape_sequence(bytes);
  if (const std::optional<Key> control = control_key(bytes[0])) return {*control, 0, 1};
  return utf8_text(bytes);
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

}  // namespace gokey::console
