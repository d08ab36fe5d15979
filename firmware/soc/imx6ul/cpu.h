// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Instructions of the Cortex-A7 that C++ has no words for.
#pragma once

#include <cstdint>

namespace gokey::imx6ul {

#ifdef GOKEY_REGISTER_MODEL

// Host tests of drivers have no interrupts, and memory of their own. Who tests the kernel says what
// these do.
class InterruptsOff {
 public:
  InterruptsOff() {}
};
inline void data_barrier() {}
inline void instruction_barrier() {}
void disable_interrupts();
void enable_interrupts();
void wait_for_interrupt();
[[nodiscard]] std::uint32_t bus_address(const volatile void* memory);

#else

// While it lives no interrupt is taken. Nests. Without effect in User mode.
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

inline void disable_interrupts() { asm volatile("cpsid i" ::: "memory"); }
inline void enable_interrupts() { asm volatile("cpsie i" ::: "memory"); }
// Sleeps until an interrupt is pending, masked or not.
inline void wait_for_interrupt() { asm volatile("dsb\n\twfi" ::: "memory"); }
inline void instruction_barrier() { asm volatile("isb" ::: "memory"); }
// The loop has User mode, everything else a privileged one.
[[nodiscard]] inline bool privileged() {
  std::uint32_t cpsr = 0;
  asm volatile("mrs %0, cpsr" : "=r"(cpsr));
  return (cpsr & 0x1FU) != 0x10U;
}
// What was written is there for bus masters.
inline void data_barrier() { asm volatile("dsb" ::: "memory"); }
// Where a bus master finds it: the MMU maps nothing elsewhere.
[[nodiscard]] inline std::uint32_t bus_address(const volatile void* memory) {
  return reinterpret_cast<std::uint32_t>(memory);
}

#endif

}  // namespace gokey::imx6ul
