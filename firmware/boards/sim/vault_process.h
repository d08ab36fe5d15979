// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "boards/sim/child_process.h"
#include "boards/sim/failure.h"
#include "boards/sim/options.h"

namespace gokey::sim {

// What a freshly started vault process tells first.
struct Greeting {
  std::array<std::uint8_t, 4> serial{};
  bool secure_boot = false;
  std::string damage;  // why what is stored could not be opened; empty where it could
};
[[nodiscard]] std::vector<std::uint8_t> encode_greeting(const Result<Greeting>& greeting);
[[nodiscard]] Result<Greeting> decode_greeting(std::span<const std::uint8_t> bytes);

// The process that alone has the state folder open and knows keys.
struct VaultProcess {
  ChildProcess process;
  Greeting greeting;
  // Returns once the vault is ready for requests, or could not start.
  [[nodiscard]] static Result<VaultProcess> start(const RunOptions& options);
};

}  // namespace gokey::sim
