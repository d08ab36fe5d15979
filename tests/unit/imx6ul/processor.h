// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The processor's clock and supply as the manuals have them (IMX6ULLRM 18 and 39, data sheet
// IMX6ULLCEC "operating ranges"), with a voltage that takes its time. Whatever would stop or wear
// out a chip is noted, in words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hal/clock.h"
#include "registers.h"

namespace gokey::testing {

class Processor : public Registers, public hal::Clock {
 public:
  // As the boot ROM leaves it: 396 MHz at 1.15 V.
  Processor();

  [[nodiscard]] std::uint64_t now_ms() const override;
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }

  [[nodiscard]] double mhz() const;
  [[nodiscard]] unsigned arm_mv() const { return arm_.now_mv(); }
  [[nodiscard]] unsigned soc_mv() const { return soc_.now_mv(); }

  void set_grade(std::uint32_t grade) { (*this)[0x021B'C440] = grade << 16U; }

  std::uint32_t pll = 1U << 31U | 1U << 13U | 66, ccsr = 0, cacrr = 1;
  unsigned limit_mhz = 900;
  bool clock_stands = false, divides = true;
  unsigned failing_locks = 0;               // the next so many never come
  mutable std::vector<std::string> broken;  // rules, in the order of the offences

 private:
  struct Supply {
    std::uint32_t target = 18;
    unsigned us_left = 0;  // until the next step
    std::uint32_t at = 18;
    [[nodiscard]] unsigned now_mv() const { return 700 + 25 * at; }
    void pass(unsigned us);
  };

  void pass(unsigned us) const;
  void judge() const;
  void rule(bool kept, const char* words) const;
  void write_pll(std::uint32_t value);
  void write_ccsr(std::uint32_t value);
  void write_cacrr(std::uint32_t value);
  void write_core(std::uint32_t value);
  [[nodiscard]] bool on_pll() const { return (ccsr & 4U) == 0; }
  [[nodiscard]] bool locked() const { return (pll & 1U << 16U) != 0 || lock_us_ == 0; }

  mutable std::uint64_t us_ = 0;
  mutable unsigned lock_us_ = 0, busy_us_ = 0;
  mutable Supply arm_, soc_;
  std::uint32_t core_;
};

}  // namespace gokey::testing
