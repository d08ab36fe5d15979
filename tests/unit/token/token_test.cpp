// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/token/token.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scripted_vault.h"

namespace gokey::token {
namespace {

using testing::describe;
using testing::FakeClock;
using testing::locked_snapshot;
using testing::ScriptedVault;
using vault::KeyChange;
using vault::KeyUse;

struct TokenTest : ::testing::Test {
  ScriptedVault port;
  FakeClock clock;
  Token token{port, clock, Identity{"0.1.0", "native", "sim", {1, 2, 3, 4}, false, ""}};
  Token::Guard guard;
  std::vector<std::string> seen;
  Token::Subscription subscription = token.subscribe([this](const Event& e) { note(e); });

  void note(const Event& event) {
    if (std::holds_alternative<StatusChanged>(event)) seen.push_back("status");
    if (std::holds_alternative<Initialised>(event)) seen.push_back("initialised");
    if (const auto* e = std::get_if<CardNote>(&event)) seen.push_back("note " + e->text);
    if (const auto* e = std::get_if<Operation>(&event)) {
      seen.push_back("operation " + std::to_string(static_cast<int>(e->kind)) +
                     (e->succeeded ? " ok" : " failed"));
    }
    if (const auto* e = std::get_if<KeyChanged>(&event)) {
      seen.push_back("key " + std::string(vault::short_name(e->use)) + " " +
                     std::to_string(static_cast<int>(e->change)));
    }
  }
  std::string log() {
    std::string all;
    for (const std::string& each : seen) all += each + "; ";
    seen.clear();
    return all;
  }
  void start(vault::Snapshot snapshot = locked_snapshot()) {
    token.start({});
    port.answer(describe(snapshot));
    seen.clear();
  }
};

TEST_F(TokenTest, StartAsksForTheRecord) {
  bool ready = false;
  token.start([&] { ready = true; });
  EXPECT_EQ(token.record(), nullptr);
  EXPECT_EQ(token.status().state, LifeCycle::kFactory);
  ASSERT_NE(port.asked<vault::Describe>(), nullptr);
  port.answer(describe(locked_snapshot()));
  EXPECT_TRUE(ready);
  ASSERT_NE(token.record(), nullptr);
  EXPECT_EQ(log(), "status; ");

  const TokenStatus status = token.status();
  EXPECT_EQ(status.state, LifeCycle::kProvisioned);
  EXPECT_TRUE(status.initialised);
  EXPECT_EQ(status.keys[2].value_or(KeyStatus{}).fingerprint[0], 0x33);
  EXPECT_TRUE(testing::is_locked(status, KeyUse::kAuthentication));
  ASSERT_TRUE(status.primary.has_value());
}

TEST_F(TokenTest, AFactoryTokenHasNoRecord) {
  token.start({});
  port.answer({});
  EXPECT_EQ(token.record(), nullptr);
  EXPECT_EQ(token.status().state, LifeCycle::kFactory);
  EXPECT_FALSE(token.status().primary.has_value());
}

TEST_F(TokenTest, UnlockTellsTheKeysThenTheStatusThenTheCaller) {
  start();
  token.request(guard, Origin::kConsole, vault::Unlock{vault::kAllKeys, crypto::Secret(3)},
                [&](vault::Response&) { seen.push_back("done"); });
  ASSERT_NE(port.asked<vault::Unlock>(), nullptr);
  EXPECT_EQ(port.asked<vault::Unlock>()->passphrase.size(), 3U);
  EXPECT_EQ(log(), "status; ") << "work began";
  EXPECT_TRUE(token.status().working);

  vault::Response response;
  response.snapshot = locked_snapshot();
  response.snapshot.keys[0].locked = false;
  response.changes = {KeyChange::kUnlocked, KeyChange::kWrongPassphrase, KeyChange::kNone};
  port.answer(std::move(response));
  EXPECT_EQ(log(), "key sig 2; key dec 7; status; done; ");
  EXPECT_FALSE(token.status().working);
  EXPECT_FALSE(testing::is_locked(token.status(), KeyUse::kSignature));
}

TEST_F(TokenTest, ASignatureIsToldBeforeTheRelock) {
  vault::Snapshot open = locked_snapshot();
  open.keys[0].locked = false;
  start(open);
  token.request(guard, Origin::kCard, vault::Sign{KeyUse::kSignature, {1}}, {});
  vault::Response response;
  response.snapshot = locked_snapshot();
  response.snapshot.signatures = 1;
  response.changes[0] = KeyChange::kLocked;
  port.answer(std::move(response));
  EXPECT_EQ(log(), "status; operation 0 ok; key sig 4; status; ");
  EXPECT_EQ(token.status().signatures, 1U);
}

TEST_F(TokenTest, AuthenticationAndFailuresAreTold) {
  start();
  token.request(guard, Origin::kCard, vault::Sign{KeyUse::kAuthentication, {1}}, {});
  vault::Response response;
  response.outcome = vault::Outcome::kLocked;
  response.snapshot = locked_snapshot();
  port.answer(std::move(response));
  EXPECT_EQ(log(), "status; operation 2 failed; status; ");
}

TEST_F(TokenTest, InitialisationIsToldFirst) {
  vault::Snapshot before = locked_snapshot();
  before.initialised = false;
  start(before);
  token.request(guard, Origin::kConsole, vault::Initialise{}, {});
  vault::Response response;
  response.snapshot = locked_snapshot();
  port.answer(std::move(response));
  EXPECT_EQ(log(), "initialised; status; ");
}

TEST_F(TokenTest, ACertificateThatIsLostIsAWarning) {
  vault::Snapshot snapshot = locked_snapshot();
  start(snapshot);
  EXPECT_TRUE(token.status().warnings.empty());
  snapshot.fido.certificate_lost = true;
  start(snapshot);
  ASSERT_EQ(token.status().warnings.size(), 1U);
  EXPECT_NE(token.status().warnings[0].find("certificate"), std::string::npos);
}

TEST_F(TokenTest, NothingChangedMeansNoEvent) {
  start();
  token.request(guard, Origin::kConsole, vault::Refresh{}, {});
  vault::Response response;
  response.snapshot = locked_snapshot();
  port.answer(std::move(response));
  EXPECT_EQ(log(), "");
}

TEST_F(TokenTest, ACallerThatIsGoneIsNotCalledButItsOperationIsTold) {
  start();
  auto short_lived = std::make_unique<Token::Guard>();
  token.request(*short_lived, Origin::kConsole, vault::Lock{vault::kSigOnly},
                [&](vault::Response&) { seen.push_back("done"); });
  short_lived.reset();
  vault::Response response;
  response.snapshot = locked_snapshot();
  response.changes[0] = KeyChange::kAlreadyLocked;
  port.answer(std::move(response));
  EXPECT_EQ(log(), "key sig 5; ");
}

TEST_F(TokenTest, TheDelayCountsDownAndEndsByTheClock) {
  vault::Snapshot delayed = locked_snapshot();
  delayed.tries_left = 0;
  delayed.retry_at_ms = 61000;
  start(delayed);
  EXPECT_EQ(token.status().retry_after_seconds, 60U);
  clock.now = 1001;
  EXPECT_EQ(token.status().retry_after_seconds, 60U) << "rounded up";
  clock.now = 60999;
  EXPECT_EQ(token.status().retry_after_seconds, 1U);
  EXPECT_EQ(token.status().tries_left, 0);
  clock.now = 61000;
  EXPECT_EQ(token.status().retry_after_seconds, std::nullopt);
  EXPECT_EQ(token.status().tries_left, 1);
}

TEST_F(TokenTest, ObserversMayGoWhileOthersAreTold) {
  start();
  int calls = 0;
  Token::Subscription victim;
  Token::Subscription first = token.subscribe([&](const Event&) { victim.reset(); });
  victim = token.subscribe([&](const Event&) { ++calls; });
  token.note("unsupported INS 24");
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(log(), "note unsupported INS 24; ");
  subscription.reset();
  token.note("again");
  EXPECT_EQ(log(), "");
}

TEST(TokenLifetime, AnAnswerAfterTheTokenIsDropped) {
  ScriptedVault port;
  FakeClock clock;
  {
    Token token(port, clock, {});
    token.start({});
  }
  port.answer({});
}

}  // namespace
}  // namespace gokey::token
