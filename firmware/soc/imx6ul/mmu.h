// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Memory protection and caches. Code is read-only, everything else cannot be executed, the page
// below each stack and the first mebibyte (null pointers) belong to nobody.
//
// Loop and vault have a translation table each. Both find code, constants and the mailbox at the
// same place; at the addresses of data, stack and heap each finds memory of its own, and no address
// of the loop's table leads to the vault's. The loop's table opens to User mode its own memory, the
// mailbox and the buffers of bus masters, for reading their descriptors, and no device.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gokey::imx6ul {

inline constexpr std::uint32_t kPage = 4096;

// For TTBR0.
struct Tables {
  std::uint32_t loop, vault;
};
[[nodiscard]] Tables tables();

// Goes on with another table. Privileged; code, the kernel's data and its stack are in both.
#ifdef GOKEY_REGISTER_MODEL
void use_table(std::uint32_t table);
#else
inline void use_table(std::uint32_t table) {
  asm volatile(
      "dsb\n\t"
      "mcr p15, 0, %0, c2, c0, 0\n\t"  // TTBR0
      "isb\n\t"
      "mcr p15, 0, %0, c8, c7, 0\n\t"  // TLBIALL
      "dsb\n\tisb" ::"r"(table)
      : "memory");
}
#endif

// For memory shared with bus masters that lies outside .dma: before a device reads it, and after a
// device wrote it. Whole cache lines are concerned: such memory shares none with anything else.
void clean_cache(const void* memory, std::size_t size);
void discard_cache(void* memory, std::size_t size);

}  // namespace gokey::imx6ul
