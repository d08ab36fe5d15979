// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wire/hex.h"

namespace gokey::testing {

// Hex digits, with spaces wherever they help.
inline std::vector<std::uint8_t> bytes(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ' ') digits += c;
  }
  return wire::from_hex(digits).value();
}

// Writes a little-endian field into a block.
inline void put(std::vector<std::uint8_t>& block, std::size_t at, std::uint32_t value,
                std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    block.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
  }
}

}  // namespace gokey::testing
