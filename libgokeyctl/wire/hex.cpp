// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/hex.h"

namespace gokey::wire {
namespace {

constexpr std::uint8_t kNoDigit = 0xFF;

std::string encode(Bytes bytes, std::string_view digits) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 0x0FU]);
  }
  return text;
}

std::uint8_t digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return kNoDigit;
}

}  // namespace

std::string to_hex(Bytes bytes) { return encode(bytes, "0123456789abcdef"); }

std::string to_upper_hex(Bytes bytes) { return encode(bytes, "0123456789ABCDEF"); }

Result<std::vector<std::uint8_t>> from_hex(std::string_view text) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 2);
  std::uint8_t high = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint8_t value = digit_value(text[i]);
    if (value == kNoDigit) return std::unexpected(WireError::kMalformed);
    if (i % 2 == 0) {
      high = value;
    } else {
      bytes.push_back(static_cast<std::uint8_t>(high << 4U | value));
    }
  }
  if (text.size() % 2 != 0) return std::unexpected(WireError::kTruncated);
  return bytes;
}

}  // namespace gokey::wire
