// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hal/random.h"

namespace gokey::metal {

// What libsodium and Mbed TLS (and through it libssh) draw from. Outlives the program.
void give_libraries_random(hal::Random& random);

}  // namespace gokey::metal
