// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/health.h"

namespace gokey::imx6ul {

bool HealthTests::take(std::uint32_t word) {
  count_repetition(word);
  for (unsigned shift = 0; shift < 32; shift += 8) {
    count_proportion(static_cast<std::uint8_t>(word >> shift));
  }
  return healthy_;
}

// 4.4.1. By chance one in 2^64 words follows two of its like.
void HealthTests::count_repetition(std::uint32_t word) {
  constexpr unsigned kCutoff = 3;
  repeated_ = begun_ && word == last_ ? repeated_ + 1 : 1;
  begun_ = true;
  last_ = word;
  if (repeated_ >= kCutoff) healthy_ = false;
}

// 4.4.2, for at least four bits of entropy in a byte: fails by chance once in 2^30 windows.
void HealthTests::count_proportion(std::uint8_t sample) {
  constexpr unsigned kWindow = 512, kCutoff = 71;
  if (seen_ == 0) {
    watched_ = sample;
    equal_ = 0;
  }
  if (sample == watched_ && ++equal_ >= kCutoff) healthy_ = false;
  seen_ = (seen_ + 1) % kWindow;
}

}  // namespace gokey::imx6ul
