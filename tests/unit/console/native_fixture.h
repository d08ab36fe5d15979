// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/console/native.h"
#include "toy_vault.h"

namespace gokey::testing {

inline constexpr std::string_view kShownPrompt = "\x1b[31m> \x1b[0m";
inline constexpr std::string_view kVerifySig =
    "VERIFY: 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 ";

// A token with three keys under "correct-horse", and its native console.
struct NativeConsole : ::testing::Test {
  FakeClock clock;
  ToyVault vault{clock};
  token::Token token{
      vault, clock, token::Identity{"0.1.0", "native", "sim", {0xAA, 0xBB, 0xCC, 0xDD}, false, ""}};
  FakeRandom random;
  FakeReset reset;
  console::NativeDialect dialect{
      token, random, reset, clock, {"0.1.0", "GCC 12.2.0", "sim", {"libsodium 1.0.18"}}};

  void start() {
    token.start({});
    vault.run();
  }

  struct Open {
    std::unique_ptr<FakeChannel> channel = std::make_unique<FakeChannel>();
    std::unique_ptr<console::Session> session;

    // What came since the last call.
    std::string out() { return std::exchange(channel->out, {}); }
    std::string err() { return std::exchange(channel->err, {}); }
    int status() const { return channel->finished == 1 ? channel->status : -1; }
  };
  Open open() {
    Open it;
    it.session = dialect.open(*it.channel);
    return it;
  }
  Open shell() {
    Open it = open();
    it.session->pty(80, 24);
    EXPECT_TRUE(it.session->shell());
    return it;
  }
  Open exec(std::string_view command, std::string_view input = "") {
    Open it = open();
    EXPECT_TRUE(it.session->exec(command));
    vault.run();
    if (!input.empty()) type(*it.session, input);
    vault.run();
    return it;
  }
  // What answers to typed keys.
  std::string say(Open& it, std::string_view keys) {
    type(*it.session, keys);
    vault.run();
    return it.out();
  }
  static std::string prompt(std::string_view before) {
    return std::string(before) + std::string(kShownPrompt);
  }
  // The text of log lines about the signature key.
  static std::string verify(std::string_view what) {
    return std::string(kVerifySig) + std::string(what) + "\r\n";
  }
};

}  // namespace gokey::testing
