// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Tokens that come and go on USB. No console answers here: the interfaces do not exist.
#include "broker/tokens.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gokeyctl::broker {
namespace {

using Kind = BrokerEvent::Kind;

class TokensTest : public testing::Test {
 protected:
  TokensTest() {
    std::string name = "/tmp/gk-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    options_.trust = folder_ / "known-tokens.json";
    auto loop = Loop::make();
    loop_ = std::move(*loop);
    tokens_ = std::make_unique<Tokens>(
        *loop_, options_,
        Tokens::Hooks{[this](const BrokerEvent& event) { events_.push_back(event); },
                      [](const std::string&, const ConsoleEvent&) {}});
  }
  ~TokensTest() override {
    tokens_.reset();
    std::filesystem::remove_all(folder_);
  }

  static KnownToken plugged(const std::string& serial, const std::string& port, bool up = false) {
    KnownToken token;
    token.serial = serial;
    token.usb = UsbToken{};
    token.usb->serial = serial;
    token.usb->port = port;
    token.usb->has_network = true;
    token.usb->hid = UsbHid{"/dev/hidraw9", true};
    token.usb->networks = {{.name = "gkabsent" + port,
                            .driver = "cdc_ncm",
                            .up = up,
                            .addresses = {},
                            .reaches_token = up}};
    token.endpoint = Endpoint{.interface = "gkabsent" + port, .serial = serial};
    return token;
  }
  std::vector<Kind> kinds() {
    std::vector<Kind> all;
    for (const BrokerEvent& event : std::exchange(events_, {})) all.push_back(event.kind);
    return all;
  }
  bool has(const std::vector<Kind>& all, Kind kind) const {
    return std::ranges::find(all, kind) != all.end();
  }
  // Runs the loop until an event fits.
  void run_until(const std::function<bool(const BrokerEvent&)>& fits) {
    const auto end = loop_->at(BootClock::now() + std::chrono::seconds(10), [&] { loop_->stop(); });
    std::function<void()> look = [&] {
      if (std::ranges::any_of(events_, fits)) return loop_->stop();
      loop_->at(BootClock::now() + std::chrono::milliseconds(5), look);
    };
    look();
    ASSERT_TRUE(loop_->run());
    loop_->cancel(end);
    EXPECT_TRUE(std::ranges::any_of(events_, fits));
  }

  std::filesystem::path folder_;
  BrokerOptions options_;
  std::unique_ptr<Loop> loop_;
  std::vector<BrokerEvent> events_;
  std::unique_ptr<Tokens> tokens_;
};

TEST_F(TokensTest, OneWhoseInterfaceIsDownSaysSoAndIsNotConnectedWith) {
  tokens_->found({plugged("AABBCCDD", "1-2")});
  const auto views = tokens_->views();
  ASSERT_EQ(views.size(), 1U);
  EXPECT_EQ(views[0].id, "AABBCCDD");
  EXPECT_TRUE(views[0].attached);
  EXPECT_FALSE(views[0].connecting);
  EXPECT_EQ(views[0].usb_port, "1-2");
  EXPECT_EQ(views[0].hid_node, "/dev/hidraw9");
  EXPECT_EQ(views[0].problem->details.at("reason"), "link-down");
  EXPECT_TRUE(has(kinds(), Kind::kProblem));
  tokens_->found({plugged("AABBCCDD", "1-2")});
  EXPECT_TRUE(kinds().empty());  // nothing new
}

TEST_F(TokensTest, OneThatIsPulledAndNotKnownIsGone) {
  tokens_->found({plugged("AABBCCDD", "1-2"), plugged("11223344", "1-3")});
  static_cast<void>(kinds());
  tokens_->found({plugged("11223344", "1-3")});
  EXPECT_TRUE(has(kinds(), Kind::kGone));
  ASSERT_EQ(tokens_->views().size(), 1U);
  EXPECT_EQ(tokens_->views()[0].id, "11223344");
}

TEST_F(TokensTest, OneThatIsPulledAndKnownStaysListed) {
  KnownToken known;
  known.serial = "AABBCCDD";
  known.trust = TrustClass::kTofu;
  tokens_->found({plugged("AABBCCDD", "1-2")});
  tokens_->found({known});
  ASSERT_EQ(tokens_->views().size(), 1U);
  EXPECT_FALSE(tokens_->views()[0].attached);
  EXPECT_EQ(tokens_->views()[0].state, TokenState::kNoToken);
  tokens_->found({plugged("AABBCCDD", "2-1")});  // in another socket
  ASSERT_EQ(tokens_->views().size(), 1U);
  EXPECT_EQ(tokens_->views()[0].usb_port, "2-1");
}

// The connection is bound to the interface that the token brought, and to no other.
TEST_F(TokensTest, OneWhoseInterfaceIsUpIsConnectedWithThroughIt) {
  tokens_->found({plugged("AABBCCDD", "1-2", /*up=*/true)});
  EXPECT_TRUE(tokens_->views()[0].connecting);
  run_until([](const BrokerEvent& event) { return event.kind == Kind::kProblem; });
  EXPECT_EQ(tokens_->views()[0].problem->details.at("reason"), "bind-to-interface");
  tokens_->found({});
  EXPECT_TRUE(tokens_->views().empty());
}

TEST_F(TokensTest, ARequestOfATokenThatIsNotThereIsAnswered) {
  Result<Tokens::Data> answer = Tokens::Data();
  tokens_->handle({.id = 1, .kind = Request::Kind::kLock, .token = "AABBCCDD"}, nullptr,
                  [&](Result<Tokens::Data> data) { answer = std::move(data); });
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::kNoToken);
}

// Which one is left open only where there is no choice.
TEST_F(TokensTest, ARefreshWithoutATokenIsOfTheOnlyOneThatIsAttached) {
  const auto refused = [&] {
    std::optional<Error> why;
    tokens_->handle({.id = 1, .kind = Request::Kind::kRefresh}, nullptr,
                    [&](const Result<Tokens::Data>& data) {
                      if (!data) why = data.error();
                    });
    return why.value_or(Error{});
  };
  EXPECT_EQ(refused().code, Code::kNoToken);
  KnownToken remembered;
  remembered.serial = "55667788";
  remembered.trust = TrustClass::kTofu;
  tokens_->found({plugged("AABBCCDD", "1-2"), remembered});
  EXPECT_EQ(refused().details["reason"], "link-down");  // of the one that is plugged in
  tokens_->found({plugged("AABBCCDD", "1-2"), plugged("11223344", "1-3")});
  EXPECT_EQ(refused().code, Code::kAmbiguous);
}

// A job that has begun when the token is pulled is answered all the same.
TEST_F(TokensTest, WhoAskedAsTheTokenWasPulledIsAnswered) {
  tokens_->found({plugged("AABBCCDD", "1-2", /*up=*/true)});
  bool answered = false;
  tokens_->handle({.id = 1, .kind = Request::Kind::kRefresh, .token = "AABBCCDD"}, nullptr,
                  [&](const Result<Tokens::Data>& data) {
                    EXPECT_FALSE(data);
                    answered = true;
                    loop_->stop();
                  });
  tokens_->found({});
  const auto end = loop_->at(BootClock::now() + std::chrono::seconds(10), [&] { loop_->stop(); });
  ASSERT_TRUE(loop_->run());
  loop_->cancel(end);
  EXPECT_TRUE(answered);
}

}  // namespace
}  // namespace gokeyctl::broker
