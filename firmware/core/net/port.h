// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hal/clock.h"
#include "hal/random.h"

namespace gokey::net {

// Time and random numbers for lwIP, which has one state for the whole program. They outlive it or
// are taken back with null pointers.
void use_platform(const hal::Clock* clock, hal::Random* random);

}  // namespace gokey::net
