// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace gokey::imx6ul {

// The continuous health tests of NIST SP 800-90B, 4.4, over what the generator gives. Its numbers
// are processed already, so these find a generator that is stuck or broken, not a weak one.
class HealthTests {
 public:
  // False from the first word on that fails.
  [[nodiscard]] bool take(std::uint32_t word);
  [[nodiscard]] bool healthy() const { return healthy_; }

 private:
  void count_repetition(std::uint32_t word);
  void count_proportion(std::uint8_t sample);

  bool healthy_ = true, begun_ = false;
  std::uint32_t last_ = 0;
  unsigned repeated_ = 0;
  std::uint8_t watched_ = 0;
  unsigned seen_ = 0, equal_ = 0;
};

}  // namespace gokey::imx6ul
