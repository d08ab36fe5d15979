// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/contexts.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/mailbox.h"
#include "soc/imx6ul/mmu.h"
#include "soc/imx6ul/stacks.h"
#include "soc/imx6ul/timer.h"

extern "C" {
extern char __kernel_stack_top;
void gokey_enter_loop();
void gokey_switch(std::uint32_t** save, std::uint32_t* load, std::uint32_t table);
}

namespace gokey::imx6ul {

[[gnu::section(".mailbox")]] constinit Mailbox mailbox{};

namespace {

struct State {
  std::uint32_t* loop;  // the stack of who does not run
  std::uint32_t* vault;
  bool loop_runs;
  bool job;          // the vault has a request, of `size` bytes
  bool interrupted;  // since the loop waited
  std::size_t size;
};
[[gnu::section("gokey_kernel")]] constinit State state{};

// What gokey_switch() takes off the stack of a context: d8-d15, then these.
struct Registers {
  std::array<std::uint32_t, 16> d8_to_d15;
  std::array<std::uint32_t, 8> r4_to_r11;
  std::uint32_t r12, pc;
};

void prepare_loop() {
  auto* const registers = reinterpret_cast<Registers*>(place(__kernel_stack_top)) - 1;
  *registers = {};
  registers->pc = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(&gokey_enter_loop));
  state.loop = reinterpret_cast<std::uint32_t*>(registers);
}

// Interrupts are off.
void back_to_loop() {
  state.loop_runs = true;
  gokey_switch(&state.vault, state.loop, tables().loop);
}

}  // namespace

void answer(std::span<const std::uint8_t> message) {
  if (message.size() > mailbox.message.size()) std::abort();
  std::ranges::copy(message, mailbox.message.begin());
  mailbox.size = static_cast<std::uint32_t>(message.size());
}

std::span<std::uint8_t> next_request() {
  {
    const InterruptsOff off;
    if (state.loop == nullptr) prepare_loop();
    state.job = false;
    mailbox.busy = false;
    back_to_loop();
  }
  enable_interrupts();
  return std::span(mailbox.message).first(state.size);
}

void wait_until(std::uint64_t at) {
  if (!state.interrupted) {
    Timer::wake_at(at);
    if (state.job) {
      state.loop_runs = false;
      gokey_switch(&state.loop, state.vault, tables().vault);
    } else {
      wait_for_interrupt();
      enable_interrupts();
      instruction_barrier();  // it is taken here
      disable_interrupts();
    }
  }
  state.interrupted = false;
}

bool submit(std::size_t size) {
  if (state.job || size > mailbox.message.size()) return false;
  state.size = size;
  state.job = true;
  mailbox.busy = true;
  return true;
}

void after_interrupt() {
  state.interrupted = true;
  if (in_vault() && state.loop != nullptr) back_to_loop();
}

bool in_vault() { return !state.loop_runs; }

}  // namespace gokey::imx6ul
