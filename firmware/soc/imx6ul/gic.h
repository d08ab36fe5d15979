// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The interrupt controller (ARM GIC-400 architecture, IHI 0048B), as a list of handlers.
#pragma once

namespace gokey::imx6ul {

// Shared interrupt n of the i.MX 6ULL manual's table 3-1 has the id 32 + n.
constexpr unsigned shared_interrupt(unsigned n) { return 32 + n; }
inline constexpr unsigned kSecureTimerInterrupt = 29;  // physical, secure

// Handlers run with interrupts off and beside the loop at any point of it: they only mask their
// device. They find what both contexts see, and nothing else: no context is to lie in either's
// memory.
using InterruptHandler = void (*)(void* context);

void start_gic();
void enable_interrupt(unsigned id, InterruptHandler handler, void* context);

}  // namespace gokey::imx6ul
