// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Instructions of the Cortex-A7 that C++ has no words for.
#pragma once

#include <cstdint>

namespace gokey::imx6ul {

// While it lives no interrupt is taken. Nests.
class InterruptsOff {
 public:
  InterruptsOff() { asm volatile("mrs %0, cpsr\n\tcpsid i" : "=r"(cpsr_)::"memory"); }
  ~InterruptsOff() {
    if ((cpsr_ & kMasked) == 0) asm volatile("cpsie i" ::: "memory");
  }
  InterruptsOff(const InterruptsOff&) = delete;
  InterruptsOff& operator=(const InterruptsOff&) = delete;

 private:
  static constexpr std::uint32_t kMasked = 1U << 7;
  std::uint32_t cpsr_;
};

inline void enable_interrupts() { asm volatile("cpsie i" ::: "memory"); }
// Sleeps until an interrupt is pending, masked or not.
inline void wait_for_interrupt() { asm volatile("dsb\n\twfi" ::: "memory"); }
// What was written is there for bus masters.
inline void data_barrier() { asm volatile("dsb" ::: "memory"); }

}  // namespace gokey::imx6ul
