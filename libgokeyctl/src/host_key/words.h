// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gokeyctl::host_key {

// Within itself, not a pointer to somewhere: 2048 of those would have to be relocated at each start
// of a program.
struct Word {
  static constexpr std::size_t kLongest = 8;
  char letters[kLongest + 1];
  [[nodiscard]] constexpr std::string_view view() const { return letters; }
};

// english.txt, in its order, which is the alphabet's.
extern const std::array<Word, 2048> kWords;

}  // namespace gokeyctl::host_key
