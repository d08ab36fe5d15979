// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/background.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include <reent.h>

#include "soc/imx6ul/cpu.h"

extern "C" {
extern char __background_stack, __background_stack_top, __loop_stack, __loop_stack_top;
void gokey_switch(std::uint32_t** save, std::uint32_t* load);
void gokey_paint_stacks();
}

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t kPaint = 0x5AFE'57AC;

std::uint32_t* loop_context = nullptr;
std::uint32_t* background_context = nullptr;
bool background_runs = false;
volatile bool job_under_way = false;
hal::Background::Job current_job;
// errno and its like, one for each context.
_reent background_reent = _REENT_INIT(background_reent);

// What gokey_switch() takes off the stack of a context: d8-d15, then these.
struct Registers {
  std::array<std::uint32_t, 16> d8_to_d15;
  std::array<std::uint32_t, 8> r4_to_r11;
  std::uint32_t r12, pc;
};

// Interrupts are off.
void back_to_loop() {
  background_runs = false;
  _impure_ptr = _global_impure_ptr;
  gokey_switch(&background_context, loop_context);
}

[[noreturn]] void background() {
  while (true) {
    enable_interrupts();
    current_job();
    const InterruptsOff off;
    current_job = nullptr;
    job_under_way = false;
    back_to_loop();
  }
}

// A place that the linker named. The compiler is not to know that it lies behind one byte.
std::uint32_t* place(char& symbol) {
  char* at = &symbol;
  asm("" : "+r"(at));
  return reinterpret_cast<std::uint32_t*>(at);
}

std::size_t used(std::span<const std::uint32_t> stack) {
  const auto touched =
      std::ranges::find_if(stack, [](std::uint32_t word) { return word != kPaint; });
  return static_cast<std::size_t>(stack.end() - touched) * sizeof(std::uint32_t);
}

}  // namespace

Background::Background() {
  auto* const registers = reinterpret_cast<Registers*>(place(__background_stack_top)) - 1;
  *registers = {};
  registers->pc = reinterpret_cast<std::uint32_t>(&background);
  background_context = reinterpret_cast<std::uint32_t*>(registers);
}

void Background::start(Job job) {
  if (job_under_way) std::abort();
  current_job = std::move(job);
  job_under_way = true;
}

bool Background::busy() const { return job_under_way; }

bool background_busy() { return job_under_way; }

void wait_beside_background() {
  if (!job_under_way) return wait_for_interrupt();
  background_runs = true;
  _impure_ptr = &background_reent;
  gokey_switch(&loop_context, background_context);
}

void preempt_background() {
  if (background_runs) back_to_loop();
}

bool in_background() { return background_runs; }

StackUse stack_use() {
  const std::span<const std::uint32_t> loop(place(__loop_stack), place(__loop_stack_top));
  const std::span<const std::uint32_t> background(place(__background_stack),
                                                  place(__background_stack_top));
  return {used(loop), loop.size_bytes(), used(background), background.size_bytes()};
}

}  // namespace gokey::imx6ul

// From start.S: everything below the present frame.
extern "C" void gokey_paint_stacks() {
  using namespace gokey::imx6ul;
  constexpr std::ptrdiff_t kInUse = 64;  // words: this function's frame
  std::fill(place(__background_stack), place(__background_stack_top), kPaint);
  std::fill(place(__loop_stack), place(__loop_stack_top) - kInUse, kPaint);
}
