// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/port.h"

#include <array>
#include <cstdlib>
#include <cstring>

#include <lwip/arch.h>
#include <lwip/sys.h>

namespace gokey::net {
namespace {

const hal::Clock* clock_in_use = nullptr;
hal::Random* random_in_use = nullptr;

}  // namespace

void use_platform(const hal::Clock* clock, hal::Random* random) {
  clock_in_use = clock;
  random_in_use = random;
}

}  // namespace gokey::net

extern "C" u32_t sys_now(void) {
  using gokey::net::clock_in_use;
  return clock_in_use == nullptr ? 0 : static_cast<u32_t>(clock_in_use->now_ms());
}

extern "C" unsigned gokey_net_random(void) {
  std::array<std::uint8_t, sizeof(unsigned)> bytes{};
  if (gokey::net::random_in_use != nullptr) gokey::net::random_in_use->fill(bytes);
  unsigned value = 0;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

// lwIP found its own state damaged: nothing that it does from here on can be relied on.
extern "C" void gokey_net_assertion(const char* text) {
  static_cast<void>(text);
  std::abort();
}
