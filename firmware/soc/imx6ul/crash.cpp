// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/crash.h"

#include <cstdlib>
#include <cstring>

#include "soc/imx6ul/call.h"
#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/mmio.h"
#include "soc/imx6ul/watchdog.h"

namespace gokey::imx6ul {
namespace {

// memory.ld. Not cached: what is written is there when the reset comes.
constexpr std::uint32_t kRecordAt = 0x9FFF'F000;
constexpr std::uint32_t kMagic = 0x474B'4352;  // "GKCR"
// On the same page, behind it.
constexpr std::uint32_t kRunningAt = kRecordAt + 0x800;
constexpr std::uint32_t kRunning = 0x474B'524E;  // "GKRN"

struct Stored {
  std::uint32_t magic;
  CrashRecord record;
  std::uint32_t check;
};
static_assert(sizeof(Stored) <= 4096);

volatile Stored& stored() { return *reinterpret_cast<volatile Stored*>(kRecordAt); }

// FNV-1a: memory that holds anything after power-up is not to look like a record.
std::uint32_t check(const CrashRecord& record) {
  std::array<std::uint8_t, sizeof record> bytes{};
  std::memcpy(bytes.data(), &record, sizeof record);
  std::uint32_t hash = 2'166'136'261U;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 16'777'619U;
  return hash;
}

[[noreturn]] void keep(const CrashRecord& record) {
  auto* const words = reinterpret_cast<volatile std::uint8_t*>(kRecordAt);
  Stored made{};
  made.magic = kMagic;
  std::memcpy(&made.record, &record, sizeof record);
  made.check = check(record);
  std::array<std::uint8_t, sizeof made> bytes{};
  std::memcpy(bytes.data(), &made, sizeof made);
  for (std::size_t i = 0; i < bytes.size(); ++i) words[i] = bytes[i];
  restart();
}

const char* name(CrashKind kind) {
  switch (kind) {
    case CrashKind::kUndefined:
      return "undefined instruction";
    case CrashKind::kCall:
      return "supervisor call";
    case CrashKind::kPrefetch:
      return "prefetch abort";
    case CrashKind::kData:
      return "data abort";
    case CrashKind::kFast:
      return "fast interrupt";
    case CrashKind::kAborted:
      return "failed assertion";
    case CrashKind::kNoMemory:
      return "out of memory";
    case CrashKind::kRequest:
      return "request that cannot be read";
  }
  return "unknown fault";
}

std::string hex(std::uint32_t value) {
  std::string digits(8, '0');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    digits[digits.size() - 1 - i] = "0123456789abcdef"[(value >> (4 * i)) & 0xFU];
  }
  return digits;
}

}  // namespace

std::optional<CrashRecord> take_crash_record() {
  Stored found{};
  std::array<std::uint8_t, sizeof found> bytes{};
  const auto* const memory = reinterpret_cast<const volatile std::uint8_t*>(kRecordAt);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = memory[i];
  std::memcpy(&found, bytes.data(), sizeof found);
  stored().magic = 0;
  if (found.magic != kMagic || found.check != check(found.record)) return std::nullopt;
  return found.record;
}

void restart() {
  while (!privileged()) call(Call::kRestart);
  mmio_write32(kRunningAt, 0);
  data_barrier();
  reset_chip();
}

std::string describe_reset() {
  constexpr Block kSrc{0x020D'8000};
  constexpr Block kWdog1{0x020B'C000};
  constexpr std::uint32_t SRSR = 0x8, WRSR = 0x4;
  const bool cut_short = mmio_read32(kRunningAt) == kRunning;
  mmio_write32(kRunningAt, kRunning);
  std::string text =
      "reset status " + hex(kSrc.read(SRSR)) + ", watchdog's " + hex(kWdog1.read16(WRSR));
  if (cut_short) text += "; the last run was cut short: by the watchdog, or from outside";
  return text;
}

std::string describe(const CrashRecord& record) {
  std::string text = std::string(name(record.kind)) + " at " + hex(record.pc);
  if (record.kind == CrashKind::kData || record.kind == CrashKind::kPrefetch) {
    text += ", address " + hex(record.fault_address) + ", status " + hex(record.fault_status);
  }
  text += ", stack " + hex(record.sp) + ", called from " + hex(record.lr);
  if (record.in_vault) text += ", in the vault";
  return text;
}

void crash(CrashKind kind, std::uint32_t pc, std::uint32_t sp) {
  if (sp == 0) sp = reinterpret_cast<std::uint32_t>(__builtin_frame_address(0));
  while (!privileged()) call(Call::kCrash, static_cast<std::uint32_t>(kind), pc, sp);
  CrashRecord record;
  record.kind = kind;
  record.pc = pc;
  record.lr = pc;
  record.sp = sp;
  record.in_vault = in_vault();
  keep(record);
}

}  // namespace gokey::imx6ul

// What start.S pushes.
struct Frame {
  std::uint32_t cpsr;
  std::array<std::uint32_t, 13> r;
  std::uint32_t sp, lr, pc;
};

extern "C" [[noreturn]] void gokey_fault(gokey::imx6ul::CrashKind kind, const Frame& frame) {
  using namespace gokey::imx6ul;
  CrashRecord record;
  record.kind = kind;
  record.cpsr = frame.cpsr;
  record.r = frame.r;
  record.sp = frame.sp;
  record.lr = frame.lr;
  record.pc = frame.pc;
  if (kind == CrashKind::kPrefetch) {
    asm volatile("mrc p15, 0, %0, c5, c0, 1" : "=r"(record.fault_status));   // IFSR
    asm volatile("mrc p15, 0, %0, c6, c0, 2" : "=r"(record.fault_address));  // IFAR
  } else if (kind == CrashKind::kData) {
    asm volatile("mrc p15, 0, %0, c5, c0, 0" : "=r"(record.fault_status));   // DFSR
    asm volatile("mrc p15, 0, %0, c6, c0, 0" : "=r"(record.fault_address));  // DFAR
  }
  record.in_vault = in_vault();
  keep(record);
}
