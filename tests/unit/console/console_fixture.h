// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "core/console/session.h"
#include "core/token/token.h"
#include "toy_vault.h"

namespace gokey::testing {

// A token and a console of it, whose channels a test holds by their other end.
class ConsoleFixture : public ::testing::Test {
 public:
  explicit ConsoleFixture(token::Identity identity) : token(vault, clock, std::move(identity)) {}

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
    bool closed() const { return channel->finished == 1; }
    int status() const { return closed() ? channel->status : -1; }
  };
  Open open() {
    Open it;
    it.session = console().open(*it.channel);
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

  FakeClock clock;
  ToyVault vault{clock};
  token::Token token;
  FakeRandom random;
  FakeReset reset;

 private:
  [[nodiscard]] virtual console::Dialect& console() = 0;
};

}  // namespace gokey::testing
