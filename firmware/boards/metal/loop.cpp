// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/metal/loop.h"

#include <algorithm>

#include "soc/imx6ul/call.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/mailbox.h"

namespace gokey::metal {
namespace {

// The longest sleep: the watchdog waits for its feed, and so does who pulls a network cable.
constexpr std::uint64_t kTurnMs = 1000;
constexpr std::uint64_t kHangUpMs = 5;
constexpr std::uint64_t kSliceMs = 1;

std::uint64_t next_deadline(const Body& body, std::span<Peripheral* const> peripherals) {
  std::uint64_t next = body.next_deadline();
  for (const Peripheral* one : peripherals) next = std::min(next, one->next_deadline());
  return next;
}

// Sleeps, or lets the vault work, until the next interrupt. A loop that always finds something to
// do, and perhaps because the vault has not answered yet, lets it work all the same. An interrupt
// that comes before the call is remembered by it.
void wait(const Body& body, const imx6ul::Timer& timer, std::span<Peripheral* const> peripherals) {
  bool something = false;
  for (Peripheral* one : peripherals) something = one->expect() || something;
  const std::uint64_t now = timer.now_ms();
  std::uint64_t next = std::min(next_deadline(body, peripherals), now + kTurnMs);
  if (something || next <= now) {
    if (!imx6ul::mailbox.busy) return;
    next = now + kSliceMs;
  }
  const std::uint64_t at = timer.ticks_at(next);
  call(imx6ul::Call::kWait, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at >> 32));
}

}  // namespace

void run(Body& body, const imx6ul::Timer& timer, std::span<Peripheral* const> peripherals,
         Meter* meter) {
  while (!body.restart_due()) {
    call(imx6ul::Call::kFeedWatchdog);
    const std::uint64_t begin = imx6ul::Timer::ticks();
    body.step();
    const std::uint64_t now = timer.now_ms();
    for (Peripheral* one : peripherals) one->step(now);
    if (meter != nullptr) meter->turn(imx6ul::Timer::ticks() - begin);
    wait(body, timer, peripherals);
  }
  body.hang_up();
  // The last frames leave.
  const std::uint64_t end = timer.now_ms() + kHangUpMs;
  while (timer.now_ms() < end) {
  }
  imx6ul::restart();
}

}  // namespace gokey::metal
