// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/metal/loop.h"

namespace gokey::evk {

// The token's two halves, each in its context.
[[noreturn]] void run_vault();
// `meter` may be null.
[[noreturn]] void run_loop(metal::Meter* meter);

}  // namespace gokey::evk

// Where the loop's context begins: the image defines it, as it does main(), where the vault's does.
extern "C" [[noreturn]] void gokey_loop();
