// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gokey::openpgp {

// The lowest `digits` hex digits of `value`, as the console's diagnostics show codes.
[[nodiscard]] inline std::string hex_digits(std::uint32_t value, std::size_t digits) {
  std::string out(digits, '0');
  for (std::size_t i = digits; i > 0; --i, value >>= 4U) {
    out[i - 1] = "0123456789abcdef"[value & 0xFU];
  }
  return out;
}

}  // namespace gokey::openpgp
