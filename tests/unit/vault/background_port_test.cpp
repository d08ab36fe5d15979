// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/background_port.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using vault::Outcome;

// Works when it is told to, as the other context does when the loop waits.
class ManualBackground final : public hal::Background {
 public:
  [[nodiscard]] bool start(std::span<const std::uint8_t> request) override {
    EXPECT_FALSE(busy()) << "one job at a time";
    if (request.size() > kMost) return false;
    request_ = crypto::Secret::copy_of(request);
    return true;
  }
  [[nodiscard]] bool busy() const override { return request_.has_value(); }
  [[nodiscard]] std::span<std::uint8_t> answer() override { return answer_; }
  void work(vault::Vault& vault) {
    if (!busy()) return;
    const auto request = vault::decode_request(request_->bytes());
    ASSERT_TRUE(request);
    const auto response = vault::encode(vault.handle(*request));
    answer_.assign(response.bytes().begin(), response.bytes().end());
    request_.reset();
  }
  // Answers what is no answer.
  void babble() {
    answer_ = {0xFF};
    request_.reset();
  }
  [[nodiscard]] const std::vector<std::uint8_t>& left() const { return answer_; }

  static constexpr std::size_t kMost = 4096;

 private:
  std::optional<crypto::Secret> request_;
  std::vector<std::uint8_t> answer_;
};

struct Port {
  Port() {
    EXPECT_TRUE(bench.provision("ed25519.asc"));
    EXPECT_TRUE(bench.start());
    port.emplace(background);
  }
  void ask(vault::Request request, char name) {
    port->submit(std::move(request), [this, name](const vault::Response& response) {
      heard += name;
      last = response.outcome;
    });
  }

  void work() { background.work(*bench.token); }

  Bench bench;
  ManualBackground background;
  std::optional<vault::BackgroundPort> port;
  std::string heard;
  Outcome last = Outcome::kFailed;
};

TEST(BackgroundPort, AnswersFromTheLoopAloneAndInOrder) {
  Port it;
  EXPECT_FALSE(it.port->ready());
  it.ask(vault::Refresh{}, 'a');
  it.ask(vault::Describe{}, 'b');
  EXPECT_TRUE(it.port->ready()) << "there is something to begin with";
  EXPECT_FALSE(it.background.busy()) << "submit() only queues";
  it.port->step();
  EXPECT_TRUE(it.background.busy());
  EXPECT_FALSE(it.port->ready()) << "nothing for the loop while the background works";
  it.port->step();
  EXPECT_EQ(it.heard, "");
  it.work();
  EXPECT_EQ(it.heard, "") << "never called from the background";
  EXPECT_TRUE(it.port->ready());
  it.port->step();
  EXPECT_EQ(it.heard, "a");
  EXPECT_TRUE(it.background.busy()) << "the next one begins at once";
  it.work();
  it.port->step();
  EXPECT_EQ(it.heard, "ab");
  EXPECT_EQ(it.last, Outcome::kDone);
  EXPECT_FALSE(it.port->ready());
}

TEST(BackgroundPort, AnAnswerMayAskAgain) {
  Port it;
  it.port->submit(vault::Refresh{}, [&](const vault::Response&) { it.ask(vault::Refresh{}, 'x'); });
  it.port->step();
  it.work();
  it.port->step();
  EXPECT_TRUE(it.background.busy());
  it.work();
  it.port->step();
  EXPECT_EQ(it.heard, "x");
}

TEST(BackgroundPort, AnAnswerLeavesNothingBehind) {
  Port it;
  it.ask(vault::TakeHostKey{}, 'k');
  it.port->step();
  it.work();
  it.port->step();
  ASSERT_EQ(it.last, Outcome::kDone);
  ASSERT_FALSE(it.background.left().empty());
  EXPECT_TRUE(std::ranges::all_of(it.background.left(), [](auto byte) { return byte == 0; }));
}

TEST(BackgroundPort, WhatIsNoAnswerIsAFailure) {
  Port it;
  it.last = Outcome::kDone;
  it.ask(vault::Refresh{}, 'a');
  it.port->step();
  it.background.babble();
  it.port->step();
  EXPECT_EQ(it.heard, "a");
  EXPECT_EQ(it.last, Outcome::kFailed);
}

TEST(BackgroundPort, ARequestThatIsTooLongIsRefusedAndTheNextIsServed) {
  Port it;
  it.ask(vault::Provision{crypto::Secret(ManualBackground::kMost)}, 'l');
  it.ask(vault::Refresh{}, 'a');
  EXPECT_EQ(it.heard, "") << "submit() only queues";
  it.port->step();
  EXPECT_EQ(it.heard, "l");
  EXPECT_EQ(it.last, Outcome::kBadData);
  it.work();
  it.port->step();
  EXPECT_EQ(it.heard, "la");
  EXPECT_EQ(it.last, Outcome::kDone);
}

TEST(BackgroundPort, NobodyNeedsToListen) {
  Port it;
  it.port->submit(vault::Lock{}, nullptr);
  it.port->step();
  it.work();
  it.port->step();
  EXPECT_FALSE(it.port->ready());
}

}  // namespace
}  // namespace gokey
