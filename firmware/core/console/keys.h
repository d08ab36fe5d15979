// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Keys as a terminal sends them: control characters, ECMA-48 cursor keys, UTF-8 text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace gokey::console {

enum class Key : std::uint8_t {
  kText,  // Keystroke::text
  kEnter,
  kLineFeed,
  kBackspace,
  kDelete,  // Ctrl-D: end of input on an empty line
  kInterrupt,
  kLeft,
  kRight,
  kWordLeft,
  kWordRight,
  kHome,
  kEnd,
  kUp,
  kDown,
  kKillToEnd,
  kKillToStart,
  kKillWord,
  kClearScreen,
  kInvalid,  // a byte that is not UTF-8, in Keystroke::text
  kUnknown,  // anything else; does nothing
};

struct Keystroke {
  Key key = Key::kUnknown;
  char32_t text = 0;
  std::size_t length = 0;  // bytes taken; 0: more bytes are needed
};

// The first keystroke of `bytes`.
[[nodiscard]] Keystroke decode_key(std::span<const std::uint8_t> bytes);

// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace gokey::console
