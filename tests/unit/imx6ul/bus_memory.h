// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Memory as a bus master sees it in a test: drivers ask bus_address() for places, and a model finds
// them again.
#pragma once

#include <cstdint>

namespace gokey::testing {

// What lies at an address that bus_address() gave, or behind it. Null if it never gave one near.
[[nodiscard]] std::uint8_t* bus_memory(std::uint32_t address);

}  // namespace gokey::testing
