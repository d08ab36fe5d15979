// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/code_points.h"

#include <cstdint>
#include <span>

#include "core/console/keys.h"

namespace gokey::console {

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  while (!text.empty()) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const Keystroke stroke = decode_key(std::span(data, text.size()));
    // A prompt holds text and colour sequences; the latter are kept byte by byte.
    const bool is_text = stroke.key == Key::kText && stroke.length > 0;
    out.push_back(is_text ? stroke.text : static_cast<char32_t>(data[0]));
    text.remove_prefix(is_text ? stroke.length : 1);
  }
  return out;
}

std::size_t width(std::u32string_view text) {
  std::size_t columns = 0;
  bool in_escape = false;
  for (const char32_t c : text) {
    if (in_escape) {
      in_escape = !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    } else if (c == 0x1B) {
      in_escape = true;
    } else {
      ++columns;
    }
  }
  return columns;
}

void wipe(std::u32string& text) {
  crypto::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size() * sizeof(char32_t)});
  text.clear();
}

crypto::Secret to_secret(std::u32string_view line) {
  crypto::Secret secret(line.size() * 4);
  std::size_t used = 0;
  std::string encoded;
  encoded.reserve(4);  // within the small buffer: never on the heap
  for (const char32_t c : line) {
    encoded.clear();
    if (c >= kRawByte && c <= kRawByte + 0xFF) {
      encoded.push_back(static_cast<char>(c - kRawByte));
    } else {
      append_utf8(encoded, c);
    }
    for (const char byte : encoded) secret.writable()[used++] = static_cast<std::uint8_t>(byte);
  }
  crypto::wipe({reinterpret_cast<std::uint8_t*>(encoded.data()), encoded.size()});
  secret.truncate(used);
  return secret;
}

}  // namespace gokey::console
