// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/background_port.h"

#include <string>

#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using vault::Outcome;

// Works when it is told to, as the other context does when the loop waits.
class ManualBackground final : public hal::Background {
 public:
  void start(Job job) override {
    ASSERT_FALSE(busy()) << "one job at a time";
    job_ = std::move(job);
  }
  [[nodiscard]] bool busy() const override { return job_ != nullptr; }
  void work() {
    if (!job_) return;
    job_();
    job_ = nullptr;
  }

 private:
  Job job_;
};

struct Port {
  Port() {
    EXPECT_TRUE(bench.provision("ed25519.asc"));
    EXPECT_TRUE(bench.start());
    port.emplace(*bench.token, background);
  }
  void ask(vault::Request request, char name) {
    port->submit(std::move(request), [this, name](const vault::Response& response) {
      heard += name;
      last = response.outcome;
    });
  }

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
  it.background.work();
  EXPECT_EQ(it.heard, "") << "never called from the background";
  EXPECT_TRUE(it.port->ready());
  it.port->step();
  EXPECT_EQ(it.heard, "a");
  EXPECT_TRUE(it.background.busy()) << "the next one begins at once";
  it.background.work();
  it.port->step();
  EXPECT_EQ(it.heard, "ab");
  EXPECT_EQ(it.last, Outcome::kDone);
  EXPECT_FALSE(it.port->ready());
}

TEST(BackgroundPort, AnAnswerMayAskAgain) {
  Port it;
  it.port->submit(vault::Refresh{}, [&](const vault::Response&) { it.ask(vault::Refresh{}, 'x'); });
  it.port->step();
  it.background.work();
  it.port->step();
  EXPECT_TRUE(it.background.busy());
  it.background.work();
  it.port->step();
  EXPECT_EQ(it.heard, "x");
}

TEST(BackgroundPort, NobodyNeedsToListen) {
  Port it;
  it.port->submit(vault::Lock{}, nullptr);
  it.port->step();
  it.background.work();
  it.port->step();
  EXPECT_FALSE(it.port->ready());
}

}  // namespace
}  // namespace gokey
