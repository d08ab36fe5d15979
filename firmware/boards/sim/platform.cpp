// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/platform.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>

#include <sodium.h>
#include <sys/random.h>

#include "boards/sim/failure.h"

namespace gokey::sim {
namespace {

std::uint64_t milliseconds(clockid_t id) {
  timespec now{};
  ::clock_gettime(id, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1000 +
         static_cast<std::uint64_t>(now.tv_nsec) / 1'000'000;
}

}  // namespace

std::uint64_t SystemClock::now_ms() const { return milliseconds(CLOCK_MONOTONIC); }
std::optional<std::uint64_t> SystemClock::unix_ms() const { return milliseconds(CLOCK_REALTIME); }

void SystemRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    // getrandom(2): requests up to 256 bytes are never cut short.
    const ssize_t got = ::getrandom(out.data(), std::min<std::size_t>(out.size(), 256), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      log_line("no random numbers from the kernel");
      std::abort();
    }
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

void FileDeviceKey::derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const {
  // Keyed BLAKE2b (RFC 7693) is a pseudo-random function of the purpose.
  const auto* text = reinterpret_cast<const unsigned char*>(purpose.data());
  crypto_generichash(out.data(), out.size(), text, purpose.size(), secret_.bytes().data(),
                     secret_.size());
}

}  // namespace gokey::sim
