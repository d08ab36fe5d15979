// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "console_fixture.h"
#include "core/console/native.h"

namespace gokey::testing {

inline constexpr std::string_view kShownPrompt = "\x1b[31m> \x1b[0m";
inline constexpr std::string_view kVerifySig =
    "VERIFY: 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 ";

// A token with three keys under "correct-horse", and its native console.
struct NativeConsole : ConsoleFixture {
  NativeConsole()
      : ConsoleFixture({"0.1.0", "native", "sim", {0xAA, 0xBB, 0xCC, 0xDD}, false, ""}) {}
  console::Dialect& console() override { return dialect; }

  console::NativeDialect dialect{
      token, random, reset, clock, {"0.1.0", "GCC 12.2.0", "sim", {"libsodium 1.0.18"}}};

  static std::string prompt(std::string_view before) {
    return std::string(before) + std::string(kShownPrompt);
  }
  // The text of log lines about the signature key.
  static std::string verify(std::string_view what) {
    return std::string(kVerifySig) + std::string(what) + "\r\n";
  }
};

}  // namespace gokey::testing
