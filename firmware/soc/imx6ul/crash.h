// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is known of the last crash. The record lies in a page that neither the start-up nor a loader
// touches, so it survives the reset that follows at once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace gokey::imx6ul {

enum class CrashKind : std::uint32_t {
  kUndefined = 1,  // instruction
  kCall = 2,       // supervisor call that is refused
  kPrefetch = 3,   // abort: executing what is no code
  kData = 4,       // abort: reading or writing what is not there
  kFast = 5,       // interrupt: none is enabled
  kAborted = 6,    // the program found itself wrong
  kNoMemory = 7,
  kRequest = 8,  // of the loop to the vault: it is none
};

struct CrashRecord {
  CrashKind kind = CrashKind::kAborted;
  std::uint32_t cpsr = 0;
  std::array<std::uint32_t, 13> r{};
  std::uint32_t sp = 0, lr = 0, pc = 0;
  std::uint32_t fault_status = 0, fault_address = 0;  // DFSR and DFAR, or IFSR and IFAR
  bool in_vault = false;
};

// The record of the crash before this start, once: it is gone from memory then. Nothing after a
// start without a crash or with a damaged record.
[[nodiscard]] std::optional<CrashRecord> take_crash_record();

// For the log, once a start: what the chip says of its last reset, and whether the run before ended
// neither by restart() nor by a crash. Then it was the watchdog, or somebody outside.
[[nodiscard]] std::string describe_reset();

// A reset of the chip that is meant.
[[noreturn]] void restart();

// One line: "data abort at 80012345, address 00000000, stack 80240ff0, called from 80012300".
[[nodiscard]] std::string describe(const CrashRecord& record);

// Records and resets the chip. `sp`: 0 for the caller's.
[[noreturn]] void crash(CrashKind kind, std::uint32_t pc, std::uint32_t sp = 0);

}  // namespace gokey::imx6ul
