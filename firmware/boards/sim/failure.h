// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Why gokey-sim gives up, in words for the person who started it.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace gokey::sim {

// The exit codes of gokeyctl, as far as a simulator has use for them.
enum class Exit : std::uint8_t {
  kOk = 0,
  kFailed = 1,
  kUsage = 2,
  kInternal = 5,
  kBusy = 13,
  kWrongMode = 15,
  kUnsupported = 50,
};

// Printed as "gokey-sim: <what>: <why>" and, unless empty, "hint: <hint>".
struct Failure {
  Exit code = Exit::kFailed;
  std::string what, why, hint;
};

template <typename T>
using Result = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> failure(Exit code, std::string what, std::string why,
                                                      std::string hint = {}) {
  return std::unexpected(Failure{code, std::move(what), std::move(why), std::move(hint)});
}

// Prints the failure to standard error and gives its exit code.
int report(const Failure& failure);
// One line to standard error. Never anything secret.
void log_line(const std::string& line);

}  // namespace gokey::sim
