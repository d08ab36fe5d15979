// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/port.h"

#include <array>
#include <cstdlib>
#include <cstring>

#include <gokey_hooks.h>
#include <lwip/arch.h>
#include <lwip/sys.h>

namespace gokey::net {
namespace {

const hal::Clock* clock_in_use = nullptr;
hal::Random* random_in_use = nullptr;
void (*damage_report)(const Damage& damage) = nullptr;

}  // namespace

void use_platform(const hal::Clock* clock, hal::Random* random) {
  clock_in_use = clock;
  random_in_use = random;
}

void on_damage(void (*report)(const Damage& damage)) { damage_report = report; }

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

// Half-way round the circle of numbers, a sequence number is both before and behind every other to
// lwIP's comparisons (TCP_SEQ_BETWEEN), and one such segment failed an assertion. Nothing further
// off than a quarter of the circle is acceptable anyway (RFC 9293, 3.10.7.4: the window is 64 KiB).
// A host that starts anew must be told of the old connection, which lwIP does without comparing.
extern "C" err_t gokey_net_accept_segment(const tcp_pcb* pcb, const tcp_hdr* header) {
  constexpr std::uint32_t kQuarter = 1U << 30U;
  const auto near = [](std::uint32_t number, std::uint32_t to) {
    return number - to + kQuarter < 2 * kQuarter;
  };
  const auto flags = TCPH_FLAGS(header);
  if (pcb->state == LISTEN || pcb->state == TIME_WAIT) return ERR_OK;
  if ((flags & TCP_SYN) != 0 && pcb->state != SYN_RCVD) return ERR_OK;
  if (!near(header->seqno, pcb->rcv_nxt)) return ERR_VAL;
  return (flags & TCP_ACK) == 0 || near(header->ackno, pcb->snd_nxt) ? ERR_OK : ERR_VAL;
}

extern "C" void gokey_net_assertion(const char* text, const char* file, int line) {
  using gokey::net::damage_report;
  if (damage_report != nullptr) {
    damage_report(
        {.text = text, .file = file, .line = line, .address = __builtin_return_address(0)});
  }
  std::abort();
}
