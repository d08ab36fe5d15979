// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The privileged side of the Ethernet controller: it writes the rings and where they begin, which
// lead to the buffers alone.
#pragma once

#include <cstdint>
#include <span>

namespace gokey::imx6ul {

enum class EnetPort : std::uint8_t { kEnet1, kEnet2 };

// Resets the controller, starts receiving, and lends it to the loop's Enet. Once.
void lend_enet(EnetPort port, std::span<const std::uint8_t, 6> mac);

}  // namespace gokey::imx6ul
