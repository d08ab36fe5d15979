// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "pinentry/escape.h"

namespace gokeyctl::pinentry {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool unescape(std::span<const char> data, Secret& into) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    auto byte = static_cast<std::uint8_t>(data[i]);
    if (data[i] == '%') {
      if (data.size() - i < 3) return false;
      const int high = hex_value(data[i + 1]);
      const int low = hex_value(data[i + 2]);
      if (high < 0 || low < 0) return false;
      byte = static_cast<std::uint8_t>(high * 16 + low);
      i += 2;
    }
    if (!into.append(byte)) return false;
  }
  return true;
}

}  // namespace gokeyctl::pinentry
