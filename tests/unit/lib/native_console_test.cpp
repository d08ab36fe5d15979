// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "console/dialect.h"
#include "console/events.h"
#include "scripted_link.h"

namespace gokeyctl::console {
namespace {

using testing::Script;
using testing::ScriptedConnection;
using testing::secret;

constexpr std::chrono::milliseconds kTimeout{1000};

std::string status_line(bool sig_locked, bool dec_locked, unsigned tries = 3,
                        std::optional<std::uint32_t> retry_after = std::nullopt) {
  TokenStatus status;
  status.token.serial = "AABBCCDD";
  status.openpgp.initialised = true;
  status.openpgp.tries_left = tries;
  status.openpgp.retry_after_seconds = retry_after;
  status.openpgp.keys = {
      {KeyUse::kSignature, std::string(40, '1'), "ed25519", std::nullopt, sig_locked},
      {KeyUse::kDecryption, std::string(40, '2'), "cv25519", std::nullopt, dec_locked}};
  return to_json(status) + "\n";
}

Script unlock_script(const std::string& word, int exit_status, std::string errors = "") {
  Script script;
  script.wanted_command = "unlock " + word;
  script.exit_status = exit_status;
  script.errors = std::move(errors);
  return script.expect("s3cret\r", "");
}

class NativeConsoleTest : public ::testing::Test {
 protected:
  ScriptedConnection connection_;
  std::unique_ptr<ConsoleDialect> console_ = make_native(connection_, kTimeout);
};

TEST_F(NativeConsoleTest, UnlockSendsThePassphraseOnceAndProvesIt) {
  connection_.exec("status --json", status_line(true, true));
  connection_.add(unlock_script("sig", 0));
  connection_.exec("status --json", status_line(false, true));
  const auto outcome = unlock_checked(*console_, Scope::kSignature, secret("s3cret"));
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(outcome->changed, std::vector{KeyUse::kSignature});
  EXPECT_EQ(connection_.sent, "s3cret\r") << "ended by CR, sent once";
  EXPECT_TRUE(connection_.done());
}

TEST_F(NativeConsoleTest, WrongPassphraseSaysHowManyTriesAreLeft) {
  connection_.exec("status --json", status_line(true, true));
  connection_.add(unlock_script("all", 22, "error: wrong passphrase s3cret\n"));
  connection_.exec("status --json", status_line(true, true, 2));
  const auto outcome = unlock_checked(*console_, Scope::kAll, secret("s3cret"));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, Code::kWrongPassphrase);
  EXPECT_EQ(outcome.error().details.at("tries_left"), "2");
  EXPECT_EQ(outcome.error().message.find("s3cret"), std::string::npos)
      << "an echo must not reach the error";
  EXPECT_EQ(connection_.sent, "s3cret\r") << "never retried on its own";
}

TEST_F(NativeConsoleTest, PartOfAllIsASuccessThatNamesTheRest) {
  connection_.exec("status --json", status_line(true, true));
  connection_.add(unlock_script("all", 0));
  connection_.exec("status --json", status_line(false, true));
  const auto outcome = unlock_checked(*console_, Scope::kAll, secret("s3cret"));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->changed, std::vector{KeyUse::kSignature});
  EXPECT_EQ(outcome->failed, std::vector{KeyUse::kDecryption});
}

TEST_F(NativeConsoleTest, ExitZeroAloneProvesNothing) {
  connection_.exec("status --json", status_line(true, true));
  connection_.add(unlock_script("sig", 0));
  connection_.exec("status --json", status_line(true, true));
  EXPECT_EQ(unlock_checked(*console_, Scope::kSignature, secret("s3cret")).error().code,
            Code::kProtocol);
}

TEST_F(NativeConsoleTest, NothingIsSentDuringTheDelay) {
  connection_.exec("status --json", status_line(true, true, 0, 55));
  const auto outcome = unlock_checked(*console_, Scope::kAll, secret("s3cret"));
  EXPECT_EQ(outcome.error().code, Code::kRetryDelay);
  EXPECT_EQ(outcome.error().details.at("retry_after_seconds"), "55");
  EXPECT_EQ(connection_.sent, "");
}

TEST_F(NativeConsoleTest, NothingIsSentWhenAllIsOpen) {
  connection_.exec("status --json", status_line(false, false));
  const auto outcome = unlock_checked(*console_, Scope::kAll, secret("s3cret"));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->already.size(), 2U);
  EXPECT_EQ(connection_.sent, "");
}

TEST_F(NativeConsoleTest, ATokenWithoutKeysIsSentNothingAndTheNextStepIsSaid) {
  TokenStatus status;
  status.token.serial = "AABBCCDD";
  for (const auto& [state, hint] : {std::pair(LifeCycle::kFactory, "gokeyctl provision one"),
                                    std::pair(LifeCycle::kDamaged, "gokeyctl status")}) {
    status.token.state = state;
    for (int i = 0; i < 3; ++i) connection_.exec("status --json", to_json(status) + "\n");
    const auto unlocked = unlock_checked(*console_, Scope::kAll, secret("s3cret"));
    const auto locked = lock_checked(*console_, Scope::kAll);
    const auto begun = init_checked(*console_);
    ASSERT_FALSE(unlocked || locked || begun);
    for (const Error& why : {unlocked.error(), locked.error(), begun.error()}) {
      EXPECT_EQ(why.code, Code::kNotInitialised);
      EXPECT_EQ(why.hint, hint) << why.message;
    }
    EXPECT_TRUE(connection_.sent.empty());
    EXPECT_TRUE(connection_.done());
  }
}

TEST_F(NativeConsoleTest, UnfitPassphrasesNeverTravel) {
  EXPECT_EQ(unlock_checked(*console_, Scope::kAll, secret("")).error().code, Code::kCancelled);
  EXPECT_EQ(unlock_checked(*console_, Scope::kAll, secret("a\rb")).error().code, Code::kUsage);
  EXPECT_EQ(unlock_checked(*console_, Scope::kAll, secret(std::string(128, 'x'))).error().code,
            Code::kUsage);
  EXPECT_TRUE(connection_.commands.empty());
}

TEST_F(NativeConsoleTest, AConnectionThatBreaksLeavesTheOutcomeOpen) {
  connection_.exec("status --json", status_line(true, true));
  Script script = unlock_script("sig", 0);
  script.ends = false;
  connection_.add(script);
  const auto outcome = unlock_checked(*console_, Scope::kSignature, secret("s3cret"));
  EXPECT_EQ(outcome.error().code, Code::kTimeout);
  EXPECT_EQ(outcome.error().hint, "gokeyctl status");
}

TEST_F(NativeConsoleTest, LockIsProvenFromStatus) {
  connection_.exec("status --json", status_line(false, true));
  connection_.exec("lock all", "");
  connection_.exec("status --json", status_line(true, true));
  const auto outcome = lock_checked(*console_, Scope::kAll);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->changed, std::vector{KeyUse::kSignature});
  EXPECT_EQ(outcome->already, std::vector{KeyUse::kDecryption});

  connection_.exec("status --json", status_line(false, true));
  connection_.exec("lock all", "");
  connection_.exec("status --json", status_line(false, true));
  EXPECT_EQ(lock_checked(*console_, Scope::kAll).error().code, Code::kProtocol);
}

TEST_F(NativeConsoleTest, ErrorsOfTheConsoleCarryItsCodeAndItsWordsWithoutColours) {
  Script script;
  script.wanted_command = "status --json";
  script.exit_status = 24;
  script.errors = "error: \x1B[31mthis token is in the factory state\x1B[0m\n";
  connection_.add(script);
  const auto status = console_->status();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, Code::kNotInitialised);
  EXPECT_NE(status.error().message.find("this token is in the factory state"), std::string::npos);
}

// What a hostile or broken console may answer: always an error, never a hang, never an escape
// sequence.
TEST_F(NativeConsoleTest, HostileAnswers) {
  const std::pair<const char*, Script> table[] = {
      {"nothing", Script{}.reply("")},
      {"random bytes", Script{}.reply(std::string("\x00\xFF\x1B]0;x\a\x80{", 9))},
      {"another document", Script{}.reply("{\"schema\":1}")},
      {"two documents", Script{}.reply(status_line(true, true) + status_line(true, true))},
      {"too long", Script{}.reply(std::string(100'000, 'a'))},
      {"endless line of blanks", Script{}.reply(std::string(70'000, ' '))},
      {"escape sequences", Script{}.reply("\x1B[2J\x1B]52;c;AAAA\a")}};
  for (auto [what, script] : table) {
    script.wanted_command = "status --json";
    script.exit_status = 0;
    script.piece = 1000;
    connection_.add(script);
    const auto status = console_->status();
    ASSERT_FALSE(status) << what;
    EXPECT_EQ(status.error().code, Code::kProtocol) << what;
    EXPECT_EQ(status.error().message.find('\x1B'), std::string::npos) << what;
  }
}

TEST_F(NativeConsoleTest, SilenceAndMissingExitStatusAreErrors) {
  Script silent;
  silent.wanted_command = "status --json";
  silent.ends = false;
  connection_.add(silent.reply("{\"schema\""));
  EXPECT_EQ(console_->status().error().code, Code::kTimeout);
  connection_.exec("status --json", status_line(true, true), std::nullopt);
  EXPECT_EQ(console_->status().error().details.at("reason"), "no-exit-status");
}

TEST_F(NativeConsoleTest, AnUnansweredExecIsRecognised) {
  Script script;
  script.wanted_command = "status --json";
  script.acknowledged = false;
  connection_.add(script.reply("x"));
  EXPECT_EQ(console_->status().error().details.at("reason"), "no-exec-reply");
}

TEST_F(NativeConsoleTest, RandomBytesInHexOnly) {
  connection_.exec("rand", std::string(64, 'a') + "\n");
  EXPECT_EQ(rand_checked(*console_)->size(), 32U);
  connection_.exec("rand", std::string(62, 'a') + "\n");
  EXPECT_EQ(rand_checked(*console_).error().code, Code::kProtocol);
}

TEST_F(NativeConsoleTest, PresenceIsConfirmedOrTheRefusalExplained) {
  connection_.exec("p", "");
  EXPECT_TRUE(console_->confirm_presence());
  connection_.exec("p", "U2F presence not requested\n", 25);
  Error error = console_->confirm_presence().error();
  EXPECT_EQ(error.code, Code::kNoPresenceRequest);
  EXPECT_EQ(error.details.at("reason"), "not-requested");
  connection_.exec("p", "U2F presence not required\n", 25);
  EXPECT_EQ(console_->confirm_presence().error().details.at("reason"), "not-required");
  connection_.exec("p", "token not initialized, issue 'u2f' first\n", 24);
  error = console_->confirm_presence().error();
  EXPECT_EQ(error.code, Code::kNotInitialised);
  EXPECT_EQ(error.hint, "gokeyctl u2f init");
}

TEST_F(NativeConsoleTest, ThePresenceTestIsProvenFromStatus) {
  TokenStatus status = parse_status_json(status_line(true, true)).value();
  status.fido.initialised = true;
  status.fido.presence_test = false;
  connection_.exec("u2f !test", "");
  connection_.exec("status --json", to_json(status));
  EXPECT_TRUE(init_fido_checked(*console_, false));
  connection_.exec("u2f", "");
  connection_.exec("status --json", to_json(status));
  EXPECT_EQ(init_fido_checked(*console_, true).error().code, Code::kNotInitialised);
  EXPECT_TRUE(connection_.done());
}

TEST_F(NativeConsoleTest, EventsAreLinesOfJson) {
  Script script;
  script.wanted_command = "events";
  script.piece = 7;
  const std::string status = status_line(true, false);
  connection_.add(
      script.reply(R"({"event":"unlocked","time":"2026-01-01T00:00:00Z","data":{"use":"sig"}})"
                   "\n"
                   R"({"event":"status","time":null,"data":)" +
                   status.substr(0, status.size() - 1) + "}\n"));
  std::vector<std::string> names;
  const auto done = console_->events(
      [&](const ConsoleEvent& event) {
        names.push_back(event.name);
        return event.name != "status" || !event.status;
      },
      -1);
  EXPECT_TRUE(done);
  EXPECT_EQ(names, (std::vector<std::string>{"unlocked", "status"}));
}

TEST(EventLineTest, PresenceSaysWhoAsks) {
  const auto event = parse_event_line(
      R"({"event":"presence-requested","time":null,"data":{"application":"github.com","seconds_left":30}})");
  ASSERT_TRUE(event && event->presence);
  EXPECT_EQ(event->presence->application, "github.com");
  EXPECT_EQ(event->presence->seconds_left, 30U);
  const auto untold =
      parse_event_line(R"({"event":"presence-requested","data":{"application":5}})");
  ASSERT_TRUE(untold) << "the request matters more than who asks";
  EXPECT_FALSE(untold->presence);
}

TEST(EventLineTest, OnlyWordsAreNames) {
  EXPECT_TRUE(parse_event_line(R"({"event":"presence-requested"})"));
  for (const char* bad : {"", "{}", R"({"event":5})", R"({"event":"a b"})",
                          R"({"event":"\u001b[31m"})", R"({"event":"status","data":{}})"}) {
    EXPECT_FALSE(parse_event_line(bad)) << bad;
  }
  const auto event = parse_event_line("{\"event\":\"x\",\"data\":\"\\u001b[2J\xC2\x9B\"}");
  ASSERT_TRUE(event);
  EXPECT_EQ(event->json.find('\x1B'), std::string::npos);
  EXPECT_EQ(event->json.find('\x9B'), std::string::npos);
}

}  // namespace
}  // namespace gokeyctl::console
