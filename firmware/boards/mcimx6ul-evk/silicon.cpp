// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/mcimx6ul-evk/silicon.h"

#include <algorithm>
#include <cstring>

#include <sodium/crypto_generichash.h>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/timer.h"

namespace gokey::evk {

TestRandom::TestRandom(const std::optional<Settings>& settings) {
  if (settings) generator_.seed(settings->seed);
  // QEMU loads the same settings with every reset, but its counter goes on.
  const std::uint64_t ticks = imx6ul::Timer::ticks();
  std::array<std::uint8_t, sizeof ticks> start{};
  std::memcpy(start.data(), &ticks, sizeof ticks);
  generator_.seed(start);
}

void TestRandom::fill(std::span<std::uint8_t> out) {
  // The vault draws from it, and the kernel in its midst.
  constexpr std::size_t kPiece = 256;
  while (!out.empty()) {
    const auto piece = out.first(std::min(out.size(), kPiece));
    const imx6ul::InterruptsOff off;
    generator_.fill(piece);
    out = out.subspan(piece.size());
  }
}

TestDeviceKey::TestDeviceKey(const std::optional<Settings>& settings) : secret_(32) {
  if (!settings) return;
  std::ranges::copy(settings->device_secret, secret_.writable().begin());
  serial_ = settings->serial;
}

void TestDeviceKey::derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const {
  // As the simulator does, so that a record moves between the two.
  const auto* text = reinterpret_cast<const unsigned char*>(purpose.data());
  crypto_generichash(out.data(), out.size(), text, purpose.size(), secret_.bytes().data(),
                     secret_.size());
}

}  // namespace gokey::evk
