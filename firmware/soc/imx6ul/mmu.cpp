// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/mmu.h"

#include <array>
#include <bit>

extern "C" {
extern char __text_start[], __text_end[], __rodata_end[];
extern char __fault_guard[], __background_guard[], __loop_guard[], __heap_end[];
void gokey_start_mmu();
}

namespace gokey::imx6ul {
namespace {

// ARM DDI 0406C, B3.5: short descriptors. Access rights AP[2:0], TEX remap off.
constexpr std::uint32_t kMebibyte = 1U << 20;
constexpr std::uint32_t kSection = 2;
constexpr std::uint32_t kSectionNoExecute = 1U << 4;
constexpr std::uint32_t kSectionWrite = 1U << 10;
constexpr std::uint32_t kSectionReadOnly = (1U << 15) | (1U << 10);
constexpr std::uint32_t kSectionDevice = 1U << 2;  // shareable device
constexpr std::uint32_t kSectionNormal =
    (1U << 12) | (3U << 2) | (1U << 16);  // write-back, allocate
constexpr std::uint32_t kSectionUncached = (1U << 12) | (1U << 16);

constexpr std::uint32_t kTable = 1;
constexpr std::uint32_t kSmallPage = 2;
constexpr std::uint32_t kPageNoExecute = 1;
constexpr std::uint32_t kPageWrite = 1U << 4;
constexpr std::uint32_t kPageReadOnly = (1U << 9) | (1U << 4);
constexpr std::uint32_t kPageNormal = (1U << 6) | (3U << 2) | (1U << 10);

// Pages with rights of their own.
constexpr std::uint32_t kDdr = 0x8000'0000;
constexpr std::uint32_t kFineMebibytes = 8;

alignas(16384) std::array<std::uint32_t, 4096> sections;
alignas(1024) std::array<std::array<std::uint32_t, 256>, kFineMebibytes> pages;

std::uint32_t address(const void* of) { return reinterpret_cast<std::uint32_t>(of); }

void map(std::uint32_t from, std::uint32_t to, std::uint32_t rights) {
  for (std::uint32_t at = from; at < to; at += kMebibyte) {
    sections[at / kMebibyte] = at | rights | kSection;
  }
}

std::uint32_t page_rights(std::uint32_t at) {
  if (at < address(__text_start)) return 0;
  if (at < address(__text_end)) return kPageReadOnly | kPageNormal | kSmallPage;
  if (at < address(__rodata_end)) return kPageReadOnly | kPageNormal | kSmallPage | kPageNoExecute;
  const bool guard = at == address(__fault_guard) || at == address(__background_guard) ||
                     at == address(__loop_guard);
  return guard ? 0 : kPageWrite | kPageNormal | kSmallPage | kPageNoExecute;
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

void set_up_tables() {
  map(0x0010'0000, 0x0090'0000, kSectionDevice | kSectionWrite | kSectionNoExecute);    // CAAM RAM…
  map(0x0090'0000, 0x00A0'0000, kSectionUncached | kSectionWrite | kSectionNoExecute);  // OCRAM
  map(0x00A0'0000, 0x00B0'0000, kSectionDevice | kSectionWrite | kSectionNoExecute);    // GIC
  map(0x0180'0000, 0x0230'0000, kSectionDevice | kSectionWrite | kSectionNoExecute);  // APBH, AIPS
  for (std::uint32_t i = 0; i < kFineMebibytes; ++i) {
    const std::uint32_t base = kDdr + i * kMebibyte;
    for (std::uint32_t page = 0; page < pages[i].size(); ++page) {
      const std::uint32_t at = base + page * kPage;
      const std::uint32_t rights = page_rights(at);
      pages[i][page] = rights == 0 ? 0 : at | rights;
    }
    sections[base / kMebibyte] = address(pages[i].data()) | kTable;
  }
  map(kDdr + kFineMebibytes * kMebibyte, address(__heap_end),
      kSectionNormal | kSectionWrite | kSectionNoExecute);
  map(0x9FE0'0000, 0xA000'0000, kSectionUncached | kSectionWrite | kSectionNoExecute);
}

constexpr std::uint32_t kLine = 64;  // bytes, Cortex-A7

}  // namespace

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
  set_up_tables();
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
  // Table walks write-back, shareable; domain 0 is checked against the rights.
  asm volatile("mcr p15, 0, %0, c2, c0, 0" ::"r"(address(sections.data()) | 0x4AU));
  asm volatile("mcr p15, 0, %0, c3, c0, 0" ::"r"(1));
  std::uint32_t control = 0;
  asm volatile("mrc p15, 0, %0, c1, c0, 0" : "=r"(control));
  control |= (1U << 0) | (1U << 2) | (1U << 11) | (1U << 12) | (1U << 19);  // M, C, Z, I, WXN
  control &= ~(1U << 1);  // A: words may lie anywhere
  asm volatile("dsb\n\tmcr p15, 0, %0, c1, c0, 0\n\tisb" ::"r"(control) : "memory");
}
