// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Two contexts on one processor: the loop, and one for long arithmetic with a stack of its own. The
// background runs only while the loop waits; every interrupt gives the processor back to the loop.
#pragma once

#include <cstddef>
#include <cstdint>

#include "hal/background.h"

namespace gokey::imx6ul {

// One of them in a program.
class Background final : public hal::Background {
 public:
  Background();
  void start(Job job) override;
  [[nodiscard]] bool busy() const override;
};

// Called by the loop when it has nothing to do: runs the background's job, or sleeps, until an
// interrupt came or the job is over. Interrupts are off when it is called, so that none that came
// before is missed, and still off when it returns.
void wait_beside_background();

// There is a job for the background.
[[nodiscard]] bool background_busy();

// Called at the end of every interrupt.
void preempt_background();

// True in the background.
[[nodiscard]] bool in_background();

// Bytes of each stack that were ever used.
struct StackUse {
  std::size_t loop, loop_size, background, background_size;
};
[[nodiscard]] StackUse stack_use();

}  // namespace gokey::imx6ul
