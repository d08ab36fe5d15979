// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the loop, in User mode, asks of the kernel. Arguments are numbers and never addresses; what
// is longer lies in the mailbox. A call that may not be ends in a crash record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gokey::imx6ul {

enum class Call : std::uint32_t {
  kWait,  // until ticks of the timer: low word, high word
  kFeedWatchdog,
  kSubmit,  // bytes in the mailbox for the vault
  kRandom,  // bytes into Mailbox::random
  kSpeed,   // Speed; gives the new frequency in MHz, or kFailedSpeed and the SpeedError
  kPrint,   // bytes of Mailbox::text
  kRestart,
  kCrash,   // CrashKind, where, stack pointer
  kOutput,  // which of those lent, whether high
  // A block that was lent: its number, then what its own calls mean.
  kBlockRead,   // offset
  kBlockWrite,  // offset, value
  kBlockDo,     // operation, argument
};

inline constexpr std::uint32_t kFailedSpeed = 1U << 31;

#ifdef GOKEY_REGISTER_MODEL
// The test's own way into the kernel.
std::uint32_t call(Call which, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0);
#else
inline std::uint32_t call(Call which, std::uint32_t a = 0, std::uint32_t b = 0,
                          std::uint32_t c = 0) {
  register std::uint32_t r0 asm("r0") = a;
  register std::uint32_t r1 asm("r1") = b;
  register std::uint32_t r2 asm("r2") = c;
  register std::uint32_t r3 asm("r3") = static_cast<std::uint32_t>(which);
  asm volatile("svc 0" : "+r"(r0) : "r"(r1), "r"(r2), "r"(r3) : "memory");
  return r0;
}
#endif

// The registers of the network or USB block that the board lent to the loop.
class LentBlock {
 public:
  [[nodiscard]] std::uint32_t read(std::uint32_t offset) const {
    return call(Call::kBlockRead, offset);
  }
  void write(std::uint32_t offset, std::uint32_t value) const {
    call(Call::kBlockWrite, offset, value);
  }
  void set(std::uint32_t offset, std::uint32_t bits) const { write(offset, read(offset) | bits); }
  void clear(std::uint32_t offset, std::uint32_t bits) const {
    write(offset, read(offset) & ~bits);
  }
  void perform(std::uint32_t operation, std::uint32_t a = 0, std::uint32_t b = 0) const {
    call(Call::kBlockDo, operation, a, b);
  }
};

// One of the outputs that the board lent.
class LentOutput {
 public:
  explicit LentOutput(unsigned number) : number_(number) {}
  void set(bool high) const { call(Call::kOutput, number_, high ? 1 : 0); }

 private:
  unsigned number_;
};

}  // namespace gokey::imx6ul
