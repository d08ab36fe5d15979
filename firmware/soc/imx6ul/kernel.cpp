// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/kernel.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "soc/imx6ul/call.h"
#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/mailbox.h"
#include "soc/imx6ul/mmu.h"
#include "soc/imx6ul/watchdog.h"

namespace gokey::imx6ul {
namespace {

// What is lent; the objects lie in the vault's memory.
struct Lent {
  hal::Random* random;
  CoreSpeed* speed;
  const Output* outputs[kMostOutputs];
  std::uint32_t uart;
  Gate gate;
};
[[gnu::section("gokey_kernel")]] constinit Lent lent{};

// For a moment the vault's memory is there.
template <typename Work>
auto with_vault_memory(Work work) {
  use_table(tables().vault);
  const auto result = work();
  use_table(tables().loop);
  return result;
}

bool fill_random(std::size_t size) {
  if (lent.random == nullptr || size > mailbox.random.size()) return false;
  mailbox.healthy = with_vault_memory([size] {
    lent.random->fill(std::span(mailbox.random).first(size));
    return lent.random->healthy();
  });
  return true;
}

// Some milliseconds, in which interrupts wait.
std::optional<std::uint32_t> set_speed(std::uint32_t speed) {
  if (lent.speed == nullptr || speed > static_cast<std::uint32_t>(Speed::kIdle)) return {};
  return with_vault_memory([speed] {
    const auto done = lent.speed->set(static_cast<Speed>(speed));
    return done ? *done : kFailedSpeed | static_cast<std::uint32_t>(done.error());
  });
}

bool print(std::size_t size) {
  if (lent.uart == 0 || size > mailbox.text.size()) return false;
  enable_interrupts();  // a line takes milliseconds
  uart_write(Block(lent.uart), std::string_view(mailbox.text.data(), size));
  disable_interrupts();
  return true;
}

bool set_output(std::size_t number, bool high) {
  if (number >= kMostOutputs || lent.outputs[number] == nullptr) return false;
  with_vault_memory([=] {
    lent.outputs[number]->set(high);
    return true;
  });
  return true;
}

}  // namespace

void lend_random(hal::Random& random) {
  lent.random = &random;
  tell_health();
}
void tell_health() { mailbox.healthy = lent.random->healthy(); }
void lend_speed(CoreSpeed& speed) { lent.speed = &speed; }
void lend_uart(const Uart& uart) { lent.uart = uart.base(); }
void lend_output(std::size_t number, const Output& output) { lent.outputs[number] = &output; }
void lend_block(const Gate& gate) { lent.gate = gate; }

}  // namespace gokey::imx6ul

// Where the loop goes on: what start.S has the processor push.
struct Return {
  std::uint32_t pc, cpsr;
};

// From start.S.
extern "C" std::uint32_t gokey_call(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                                    gokey::imx6ul::Call which, const Return& from) {
  using namespace gokey::imx6ul;
  std::uint32_t result = 0;
  bool taken = false;
  switch (which) {
    case Call::kWait:
      wait_until(a | (std::uint64_t{b} << 32));
      taken = true;
      break;
    case Call::kFeedWatchdog:
      feed_watchdog();
      taken = true;
      break;
    case Call::kSubmit:
      taken = submit(a);
      break;
    case Call::kRandom:
      taken = fill_random(a);
      break;
    case Call::kSpeed:
      if (const auto answer = set_speed(a)) {
        result = *answer;
        taken = true;
      }
      break;
    case Call::kPrint:
      taken = print(a);
      break;
    case Call::kRestart:
      restart();
    case Call::kCrash:
      crash(static_cast<CrashKind>(a), b, c);
    case Call::kOutput:
      taken = set_output(a, b != 0);
      break;
    case Call::kBlockRead:
      taken = lent.gate.read != nullptr && lent.gate.read(a, result);
      break;
    case Call::kBlockWrite:
      taken = lent.gate.write != nullptr && lent.gate.write(a, b);
      break;
    case Call::kBlockDo:
      taken = lent.gate.perform != nullptr && lent.gate.perform(a, b, c);
      break;
  }
  if (!taken) {
    constexpr std::uint32_t kThumb = 1U << 5;
    crash(CrashKind::kCall, from.pc - ((from.cpsr & kThumb) != 0 ? 2 : 4));
  }
  return result;
}
