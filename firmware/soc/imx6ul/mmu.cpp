// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/mmu.h"

#include <algorithm>
#include <array>
#include <bit>

extern "C" {
extern char __text_start[], __text_end[], __rodata_end[], __data_start[], __data_end[];
extern char __bss_start[], __bss_end[], __heap_start[], __heap_end[];
extern char __stack_guard[], __stack[], __stack_top[];
extern char __kernel_start[], __fault_guard[], __kernel_guard[], __kernel_stack[];
extern char __mailbox_start[], __mailbox_end[];
extern char __dma_vault_end[], __dma_descriptors_end[], __dma_buffers_end[];
void gokey_start_mmu();
}

namespace gokey::imx6ul {
namespace {

// ARM DDI 0406C, B3.5: short descriptors. Access rights AP[2:0] (B3.7.1), TEX remap off. "User" is
// what User mode may do; privileged modes may write where it may read, but for code and constants.
constexpr std::uint32_t kMebibyte = 1U << 20;
constexpr std::uint32_t kSection = 2;
constexpr std::uint32_t kSectionNoExecute = 1U << 4;
constexpr std::uint32_t kSectionPrivileged = 1U << 10;
constexpr std::uint32_t kSectionUser = 3U << 10;
constexpr std::uint32_t kSectionDevice = 1U << 2;  // shareable device
constexpr std::uint32_t kSectionNormal =
    (1U << 12) | (3U << 2) | (1U << 16);  // write-back, allocate
constexpr std::uint32_t kSectionUncached = (1U << 12) | (1U << 16);

constexpr std::uint32_t kTable = 1;
constexpr std::uint32_t kSmallPage = 2;
constexpr std::uint32_t kPageNoExecute = 1;
constexpr std::uint32_t kPagePrivileged = 1U << 4;
constexpr std::uint32_t kPageUserReads = 2U << 4;
constexpr std::uint32_t kPageUser = 3U << 4;
constexpr std::uint32_t kPageReadOnly = (1U << 9) | (3U << 4);
constexpr std::uint32_t kPageNormal = (1U << 6) | (3U << 2) | (1U << 10) | kSmallPage;
constexpr std::uint32_t kPageUncached = (1U << 6) | (1U << 10) | kSmallPage;

// Pages with rights of their own: the first mebibytes of memory, and that of bus masters.
constexpr std::uint32_t kDdr = 0x8000'0000;
constexpr std::uint32_t kFineMebibytes = 8;
constexpr std::uint32_t kDma = 0x9FF0'0000;
constexpr std::uint32_t kCrashRecord = 0x9FFF'F000;
// Where the vault's data, stack and heap lie, from where they are found.
constexpr std::uint32_t kVaultOffset = 0x0400'0000;

using Pages = std::array<std::uint32_t, 256>;
struct Table {
  alignas(16384) std::array<std::uint32_t, 4096> sections;
  alignas(1024) std::array<Pages, kFineMebibytes> memory;
  alignas(1024) Pages dma;
};
[[gnu::section("gokey_kernel")]] constinit Table loop_table{};
[[gnu::section("gokey_kernel")]] constinit Table vault_table{};

std::uint32_t address(const void* of) { return reinterpret_cast<std::uint32_t>(of); }
bool within(std::uint32_t at, const char* from, const char* to) {
  return at >= address(from) && at < address(to);
}

void map(Table& table, std::uint32_t from, std::uint32_t to, std::uint32_t rights,
         std::uint32_t offset = 0) {
  for (std::uint32_t at = from; at < to; at += kMebibyte) {
    table.sections[at / kMebibyte] = (at + offset) | rights | kSection;
  }
}

// The descriptor of a page, 0 for one that belongs to nobody.
std::uint32_t memory_page(std::uint32_t at, std::uint32_t own_offset) {
  constexpr std::uint32_t kData = kPageNormal | kPageNoExecute;
  if (at < address(__text_start)) return 0;
  if (at < address(__text_end)) return at | kPageNormal | kPageReadOnly;
  if (at < address(__rodata_end)) return at | kData | kPageReadOnly;
  for (const char* guard : {__stack_guard, __fault_guard, __kernel_guard}) {
    if (at == address(guard)) return 0;
  }
  if (within(at, __kernel_start, __mailbox_start)) return at | kData | kPagePrivileged;
  if (within(at, __mailbox_start, __mailbox_end)) return at | kData | kPageUser;
  return (at + own_offset) | kData | kPageUser;
}

std::uint32_t dma_page(std::uint32_t at, bool vault) {
  constexpr std::uint32_t kData = kPageUncached | kPageNoExecute;
  if (at == kCrashRecord) return at | kData | kPagePrivileged;
  if (at < address(__dma_vault_end)) return vault ? at | kData | kPagePrivileged : 0;
  if (at < address(__dma_descriptors_end)) return at | kData | kPageUserReads;
  return at < address(__dma_buffers_end) ? at | kData | kPageUser : 0;
}

void set_up(Table& table, bool vault) {
  constexpr std::uint32_t kDevice = kSectionDevice | kSectionPrivileged | kSectionNoExecute;
  constexpr std::uint32_t kUncached = kSectionUncached | kSectionPrivileged | kSectionNoExecute;
  const std::uint32_t own_offset = vault ? kVaultOffset : 0;
  map(table, 0x00A0'0000, 0x00B0'0000, kDevice);  // GIC
  map(table, 0x0200'0000, 0x0220'0000, kDevice);  // AIPS-1, AIPS-2
  if (vault) {
    map(table, 0x0010'0000, 0x0090'0000, kDevice);    // CAAM RAM…
    map(table, 0x0090'0000, 0x00A0'0000, kUncached);  // OCRAM
    map(table, 0x0180'0000, 0x0200'0000, kDevice);    // APBH…
    map(table, 0x0220'0000, 0x0230'0000, kDevice);    // AIPS-3: DCP, RNGB
    map(table, 0x9FE0'0000, 0x9FF0'0000, kUncached);  // what a loader put there
  }
  for (std::uint32_t i = 0; i < kFineMebibytes; ++i) {
    const std::uint32_t base = kDdr + i * kMebibyte;
    for (std::uint32_t page = 0; page < table.memory[i].size(); ++page) {
      table.memory[i][page] = memory_page(base + page * kPage, own_offset);
    }
    table.sections[base / kMebibyte] = address(table.memory[i].data()) | kTable;
  }
  map(table, kDdr + kFineMebibytes * kMebibyte, address(__heap_end),
      kSectionNormal | kSectionUser | kSectionNoExecute, own_offset);
  for (std::uint32_t page = 0; page < table.dma.size(); ++page) {
    table.dma[page] = dma_page(kDma + page * kPage, vault);
  }
  table.sections[kDma / kMebibyte] = address(table.dma.data()) | kTable;
}

// With the MMU off, so at the addresses of the memory itself.
void give_vault_its_memory() {
  const auto own = [](char* at) { return at + kVaultOffset; };
  std::copy(__data_start, __data_end, own(__data_start));
  std::fill(own(__bss_start), own(__bss_end), char{0});
}

// By set and way, levels 1 and 2: after a reset they hold anything (Cortex-A7 TRM 6.3).
void invalidate_data_caches() {
  for (std::uint32_t level = 0; level < 2; ++level) {
    std::uint32_t shape = 0;
    asm volatile("mcr p15, 2, %0, c0, c0, 0\n\tisb" ::"r"(level << 1));  // CSSELR
    asm volatile("mrc p15, 1, %0, c0, c0, 0" : "=r"(shape));             // CCSIDR
    const std::uint32_t line_shift = (shape & 7U) + 4;
    const std::uint32_t last_way = (shape >> 3) & 0x3FFU;
    const std::uint32_t last_set = (shape >> 13) & 0x7FFFU;
    const auto way_shift = static_cast<std::uint32_t>(std::countl_zero(last_way));
    for (std::uint32_t way = 0; way <= last_way; ++way) {
      for (std::uint32_t set = 0; set <= last_set; ++set) {
        const std::uint32_t which =
            (last_way == 0 ? 0 : way << way_shift) | (set << line_shift) | (level << 1);
        asm volatile("mcr p15, 0, %0, c7, c6, 2" ::"r"(which));  // DCISW
      }
    }
  }
  asm volatile("dsb" ::: "memory");
}

constexpr std::uint32_t kLine = 64;  // bytes, Cortex-A7

// Walks write-back, shareable.
std::uint32_t for_ttbr(const Table& table) { return address(table.sections.data()) | 0x4AU; }

}  // namespace

Tables tables() { return {for_ttbr(loop_table), for_ttbr(vault_table)}; }

void clean_cache(const void* memory, std::size_t size) {
  const std::uint32_t end = address(memory) + size;
  for (std::uint32_t at = address(memory) & ~(kLine - 1); at < end; at += kLine) {
    asm volatile("mcr p15, 0, %0, c7, c10, 1" ::"r"(at) : "memory");  // DCCMVAC
  }
  asm volatile("dsb" ::: "memory");
}

void discard_cache(void* memory, std::size_t size) {
  const std::uint32_t end = address(memory) + size;
  for (std::uint32_t at = address(memory) & ~(kLine - 1); at < end; at += kLine) {
    asm volatile("mcr p15, 0, %0, c7, c6, 1" ::"r"(at) : "memory");  // DCIMVAC
  }
  asm volatile("dsb" ::: "memory");
}

}  // namespace gokey::imx6ul

// From start.S, before constructors.
extern "C" void gokey_start_mmu() {
  using namespace gokey::imx6ul;
  give_vault_its_memory();
  set_up(loop_table, false);
  set_up(vault_table, true);
  invalidate_data_caches();
  const std::uint32_t zero = 0;
  asm volatile(
      "dsb\n\t"
      "mcr p15, 0, %0, c8, c7, 0\n\t"  // TLBIALL
      "mcr p15, 0, %0, c7, c5, 0\n\t"  // ICIALLU
      "mcr p15, 0, %0, c7, c5, 6\n\t"  // BPIALL
      "mcr p15, 0, %0, c2, c0, 2\n\t"  // TTBCR: TTBR0 alone
      "dsb\n\tisb" ::"r"(zero)
      : "memory");
  // The vault comes first. Domain 0 is checked against the rights.
  asm volatile("mcr p15, 0, %0, c2, c0, 0" ::"r"(tables().vault));
  asm volatile("mcr p15, 0, %0, c3, c0, 0" ::"r"(1));
  std::uint32_t control = 0;
  asm volatile("mrc p15, 0, %0, c1, c0, 0" : "=r"(control));
  control |= (1U << 0) | (1U << 2) | (1U << 11) | (1U << 12) | (1U << 19);  // M, C, Z, I, WXN
  control &= ~(1U << 1);  // A: words may lie anywhere
  asm volatile("dsb\n\tmcr p15, 0, %0, c1, c0, 0\n\tisb" ::"r"(control) : "memory");
}
