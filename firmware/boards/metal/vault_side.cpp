// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/metal/vault_side.h"

#include <cstdlib>
#include <utility>

#include "core/vault/messages.h"
#include "soc/imx6ul/background.h"
#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/watchdog.h"

namespace gokey::metal {
namespace {

constexpr unsigned kWatchdogSeconds = 10;

// For the crash record: who called.
[[gnu::noinline]] std::uint32_t here() {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)));
}

// It lies where the loop may change it while it is read.
crypto::Secret take(std::span<std::uint8_t> message) {
  auto copy = crypto::Secret::copy_of(message);
  crypto::wipe(message);
  return copy;
}

crypto::Secret answer_to(vault::Vault& vault, const crypto::Secret& message) {
  const auto request = vault::decode_request(message.bytes());
  // The loop has no other way to say anything: it went astray.
  if (!request) imx6ul::crash(imx6ul::CrashKind::kRequest, here());
  return vault::encode(vault.handle(*request));
}

}  // namespace

void serve(vault::Vault& vault, hal::Random& random, Greeting greeting) {
  if (const auto opened = vault.open(); !opened) greeting.damage = describe(opened.error());
  imx6ul::lend_random(random);
  imx6ul::start_watchdog(kWatchdogSeconds);
  imx6ul::answer(encode_greeting(greeting));
  while (true) {
    const crypto::Secret message = take(imx6ul::next_request());
    imx6ul::answer(answer_to(vault, message).bytes());
    imx6ul::tell_health();
  }
}

Greeting take_greeting() {
  imx6ul::Background vault;
  auto greeting = decode_greeting(vault.answer());
  if (!greeting) std::abort();
  return std::move(*greeting);
}

}  // namespace gokey::metal
