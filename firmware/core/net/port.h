// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hal/clock.h"
#include "hal/random.h"

namespace gokey::net {

// Time and random numbers for lwIP, which has one state for the whole program. They outlive it or
// are taken back with null pointers.
void use_platform(const hal::Clock* clock, hal::Random* random);

// An assertion of lwIP that failed: its own state is damaged, and nothing that it does from there
// on can be relied on.
struct Damage {
  const char* text;  // lwIP's words
  const char* file;  // null on bare metal, where the address tells
  int line;
  const void* address;  // of code, behind the assertion
};
// `report` says so where somebody can read it. The program is aborted when it returns.
void on_damage(void (*report)(const Damage& damage));

}  // namespace gokey::net
