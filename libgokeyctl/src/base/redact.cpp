// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/redact.h"

#include <string_view>

namespace gokeyctl::base {

std::string redact_armour(std::string text) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::string_view kEnd = "-----END ";
  constexpr std::string_view kDashes = "-----";
  constexpr std::string_view kMark = "[redacted]";
  std::size_t begin = 0;
  while ((begin = text.find(kBegin, begin)) != std::string::npos) {
    std::size_t end = text.find(kEnd, begin);
    if (end != std::string::npos) end = text.find(kDashes, end + kEnd.size());
    const std::size_t length =
        end == std::string::npos ? std::string::npos : end + kDashes.size() - begin;
    text.replace(begin, length, kMark);
    begin += kMark.size();
  }
  return text;
}

}  // namespace gokeyctl::base
