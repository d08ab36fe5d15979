// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Secure non-volatile storage (IMX6ULLRM "SNVS"): the state of the security monitor, tamper
// records, the monotonic counter. The low-power part keeps its content as long as it has power; the
// Mk II has no battery for it.
#pragma once

#include <cstdint>

#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

class Snvs {
 public:
  // As HPSR.SSM_STATE numbers them.
  enum class State : std::uint8_t {
    kInit = 0,
    kHardFail = 1,
    kSoftFail = 3,
    kCheck = 9,
    kNonSecure = 11,
    kTrusted = 13,
    kSecure = 15,
  };
  static constexpr std::uint32_t kClockTamper = 1U << 4, kTemperatureTamper = 1U << 5,
                                 kVoltageTamper = 1U << 6, kExternalTamper = 1U << 9;

  Snvs() : block_(0x020C'C000) {}

  [[nodiscard]] State state() const;
  // True where the one-time programmable master key is in use: the state allows it and the fuses
  // are neither blank nor damaged.
  [[nodiscard]] bool master_key_usable() const;
  // Watches clock, temperature and voltage; a record takes the master key away at once.
  void watch() const;
  // What was recorded since clear_tampers(), as the k…Tamper bits.
  [[nodiscard]] std::uint32_t tampers() const;
  void clear_tampers() const;

  // Goes up by one, for ever.
  std::uint64_t count() const;
  [[nodiscard]] std::uint64_t counter() const;

 private:
  Block block_;
};

}  // namespace gokey::imx6ul
