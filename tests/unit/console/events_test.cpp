// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// `events`: JSON lines on every change (docs/console-protocol.md).
#include <limits>

#include "core/console/event_stream.h"
#include "native_fixture.h"

namespace gokey::testing {
namespace {

struct Events : NativeConsole {
  std::string status_line(std::string_view time = "null") {
    return R"({"event":"status","time":)" + std::string(time) + R"(,"data":)" +
           to_json(token.status()) + "}\n";
  }
  void unlock() {
    crypto::Secret passphrase = crypto::Secret::copy_of(wire::as_bytes("correct-horse"));
    token.request(guard, token::Origin::kCard,
                  vault::Unlock{vault::kSigOnly, std::move(passphrase)}, {});
  }
  void tick(Open& it, std::uint64_t after_ms) {
    clock.now += after_ms;
    it.session->tick(clock.now);
  }
  token::Token::Guard guard;
};

TEST_F(Events, BeginWithTheStatus) {
  start();
  clock.unix = 1795200000123;
  Open it = exec("events");
  EXPECT_EQ(it.out(), status_line("\"2026-11-20T18:40:00Z\""));
  EXPECT_EQ(it.status(), -1);
  EXPECT_EQ(it.session->next_deadline(), std::numeric_limits<std::uint64_t>::max());
}

TEST_F(Events, TellWhatHappensThenTheNewestStatus) {
  start();
  Open it = exec("events");
  it.out();
  clock.now += 1000;
  unlock();
  const std::string working = it.out();
  EXPECT_EQ(working, status_line()) << "the white LED goes on at once";
  vault.run();
  EXPECT_EQ(it.out(),
            R"({"event":"unlocked","time":null,"data":{"use":"sig",)"
            R"("fingerprint":"1111111111111111111111111111111111111111","origin":"card"}})"
            "\n");
  EXPECT_EQ(it.session->next_deadline(), clock.now + 50) << "20 a second";
  tick(it, 49);
  EXPECT_EQ(it.out(), "");
  tick(it, 1);
  EXPECT_EQ(it.out(), status_line());

  token.request(guard, token::Origin::kCard, vault::Sign{vault::KeyUse::kSignature, {1}}, {});
  vault.run();
  const std::string out = it.out();
  EXPECT_NE(
      out.find(
          R"({"event":"operation","time":null,"data":{"operation":"sign","use":"sig","succeeded":true}})"),
      std::string::npos);
  EXPECT_NE(out.find(R"({"event":"locked","time":null,"data":{"use":"sig")"), std::string::npos);
  EXPECT_LT(out.find("operation"), out.find("locked\""));
}

TEST_F(Events, NothingPilesUpForAClientThatDoesNotRead) {
  start();
  Open it = exec("events");
  it.out();
  it.channel->stuck = console::EventStream::kPendingLimit;
  for (int i = 0; i < 1000; ++i) {
    unlock();
    vault.run();
    token.request(guard, token::Origin::kCard, vault::Sign{vault::KeyUse::kSignature, {1}}, {});
    vault.run();
    tick(it, 1000);
  }
  EXPECT_EQ(it.out(), "");
  EXPECT_LE(it.session->next_deadline(), clock.now + 50);
  it.channel->stuck = 0;
  tick(it, 50);
  const std::string out = it.out();
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 65);
  EXPECT_TRUE(out.ends_with(status_line()));
  EXPECT_NE(out.find("\"signatures\":1000"), std::string::npos) << "the newest";
}

TEST_F(Events, TellTheEndOfADelayAndNotItsCountdown) {
  start();
  Open it = exec("events");
  for (int i = 0; i < 3; ++i) exec("unlock sig", "wrong\r");
  tick(it, 1000);
  it.out();
  for (int second = 0; second < 58; ++second) tick(it, 1000);
  EXPECT_EQ(it.out(), "");
  tick(it, 1000);
  EXPECT_EQ(it.out(), status_line());
  EXPECT_EQ(token.status().tries_left, 1);
}

TEST_F(Events, AnEmptyStandardInputDoesNotEndThem) {
  start();
  Open it = exec("events");
  it.session->eof();
  EXPECT_EQ(it.status(), -1);
  type(*it.session,
       "\x03"
       "anything");
  EXPECT_EQ(it.status(), -1);
  it.session.reset();
  token.note("the stream is gone");
}

TEST_F(Events, APersonEndsThemWithCtrlC) {
  start();
  Open it = shell();
  it.out();
  const std::string begin = say(it, "events\r");
  EXPECT_EQ(begin.find("events\r\n{\"event\":\"status\""), 0U);
  EXPECT_TRUE(begin.ends_with("}\r\n"));
  token.note("unsupported INS 24");
  EXPECT_EQ(it.out(), "") << "only JSON meanwhile";
  EXPECT_EQ(say(it, "x\x03"), std::string(kShownPrompt));
  EXPECT_EQ(say(it, "foo\r"), prompt("foo\r\nerror: unknown command, type `help`\r\n"));
}

}  // namespace
}  // namespace gokey::testing
