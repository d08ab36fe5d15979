// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "wire/bytes.h"

namespace gokey::metal {

// What the vault tells the loop before it begins.
struct Greeting {
  std::array<std::uint8_t, 4> serial{};
  bool secure_boot = false;
  std::string damage{};  // why what is stored could not be opened; empty where it could
  std::vector<std::string> warnings{};  // for the token's status
};

[[nodiscard]] std::vector<std::uint8_t> encode_greeting(const Greeting& greeting);
[[nodiscard]] wire::Result<Greeting> decode_greeting(wire::Bytes bytes);

}  // namespace gokey::metal
