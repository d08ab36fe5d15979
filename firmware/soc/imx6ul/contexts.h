// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Two contexts on one processor. The vault has Supervisor mode and comes first: it starts the chip
// and opens its storage. Then the loop has User mode, and the vault works only while the loop
// waits; every interrupt gives the processor back to the loop.
//
// This is the privileged side; the loop's is background.h and calls.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gokey::imx6ul {

// --- the vault's ---

// Puts bytes into the mailbox: the answer to the request that next_request() gave, or before the
// first, what the loop is to know when it begins.
void answer(std::span<const std::uint8_t> message);
// Waits until the loop has a request. The span lies in the mailbox, where the loop may write at any
// time. The first call starts the loop.
[[nodiscard]] std::span<std::uint8_t> next_request();

// --- the kernel's: called with interrupts off, in Supervisor mode, with the loop's table ---

// Lets the vault work, or sleeps, until an interrupt came or the vault has answered. Returns at
// once if one came since the last call. `at`: ticks of the timer at which one comes at the latest.
void wait_until(std::uint64_t at);
// There are `size` bytes in the mailbox for the vault. False if it is busy or they are too many.
[[nodiscard]] bool submit(std::size_t size);
// At the end of every interrupt.
void after_interrupt();
// What was running is the vault.
[[nodiscard]] bool in_vault();

}  // namespace gokey::imx6ul
