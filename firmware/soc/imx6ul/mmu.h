// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Memory protection and caches. Code is read-only, everything else cannot be executed, the page
// below each stack and the first mebibyte (null pointers) belong to nobody.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gokey::imx6ul {

inline constexpr std::uint32_t kPage = 4096;

// For memory shared with bus masters that lies outside .dma: before a device reads it, and after a
// device wrote it. Whole cache lines are concerned: such memory shares none with anything else.
void clean_cache(const void* memory, std::size_t size);
void discard_cache(void* memory, std::size_t size);

}  // namespace gokey::imx6ul
