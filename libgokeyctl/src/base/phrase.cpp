// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/phrase.h"

#include <limits>

namespace gokeyctl::base {

Part::Part(std::string_view text)
    : text_(printable(text, std::numeric_limits<std::size_t>::max())) {}

std::string fill(std::string_view pattern, std::initializer_list<Part> parts) {
  std::vector<std::string> values;
  values.reserve(parts.size());
  for (const Part& part : parts) values.push_back(part.text());
  return fill_in(pattern, values);
}

}  // namespace gokeyctl::base
