// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/mcimx6ul-evk/settings.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gokey::evk {
namespace {

constexpr std::uint32_t kAddress = 0x9FE0'0000;
constexpr std::string_view kMagic = "GKEV";

volatile std::uint8_t* memory() { return reinterpret_cast<volatile std::uint8_t*>(kAddress); }

template <std::size_t N>
void take(std::size_t offset, std::array<std::uint8_t, N>& out) {
  for (std::size_t i = 0; i < N; ++i) {
    out[i] = memory()[offset + i];
    memory()[offset + i] = 0;
  }
}

}  // namespace

std::optional<Settings> take_settings() {
  std::array<std::uint8_t, 4> magic{};
  take(0, magic);
  if (!std::ranges::equal(magic, kMagic)) return std::nullopt;
  Settings settings;
  take(4, settings.serial);
  take(8, settings.seed);
  take(40, settings.device_secret);
  return settings;
}

}  // namespace gokey::evk
