// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What stock QEMU lacks and the person who starts it may give: a file of 72 bytes that its loader
// puts into memory,
//
//   -device loader,file=FILE,addr=0x9FE00000,force-raw=on
//
//   0  "GKEV"
//   4  serial number, 4 bytes
//   8  seed for random numbers, 32 bytes
//  40  secret of the device key, 32 bytes
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace gokey::evk {

struct Settings {
  std::array<std::uint8_t, 4> serial{};
  std::array<std::uint8_t, 32> seed{};
  std::array<std::uint8_t, 32> device_secret{};
};

// Nothing if no file was loaded. What was read is wiped from where it lay.
[[nodiscard]] std::optional<Settings> take_settings();

}  // namespace gokey::evk
