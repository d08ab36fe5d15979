// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/metal/loop.h"

namespace gokey::evk {

// Starts the drivers and serves until the chip is reset. `meter` may be null.
[[noreturn]] void run(metal::Meter* meter);

}  // namespace gokey::evk
