// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
// Against real transcripts of the original firmware's console (tests/data/console-classic).
#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include "console/dialect.h"
#include "console/events.h"
#include "console/shell.h"
#include "folder.h"
#include "scripted_link.h"

namespace gokeyctl::console {
namespace {

using nlohmann::json;
using testing::Script;
using testing::ScriptedConnection;
using testing::secret;

constexpr std::chrono::milliseconds kTimeout{1000};
constexpr std::string_view kPrompt = "\x1B[31m> \x1B[0m";

class ClassicConsoleTest : public ::testing::Test {
 protected:
  static json transcript(const std::string& name) {
    return json::parse(testing::slurp(GOKEY_TEST_DATA "/console-classic/" + name));
  }
  static std::string login() { return transcript("shell-initialised.json")[0]["received"]; }
  // What the real console replied to `command`, the n-th time.
  static std::string reply(const std::string& file, const std::string& command, int n = 0) {
    for (const json& step : transcript(file)) {
      if (step.contains("send") && step["send"] == command + "\r" && n-- == 0)
        return step["received"];
    }
    ADD_FAILURE() << command << " is not in " << file;
    return "";
  }
  static std::string status_page(bool sig_locked, bool dec_locked) {
    std::string page = reply("shell-wrong-passphrase.json", "status");
    const auto sig = page.find("encrypted: true");
    const auto dec = page.find("encrypted: true", sig + 1);
    if (!dec_locked) page.replace(dec, 15, "encrypted: false");
    if (!sig_locked) page.replace(sig, 15, "encrypted: false");
    return page;
  }
  static std::string asks(const std::string& command) { return command + "\r\nPassphrase: "; }
  static std::string verify(const std::string& fingerprint, const std::string& outcome) {
    return "\r\nVERIFY: " + fingerprint + " " + outcome + "\r\n\r\n" + std::string(kPrompt);
  }

  std::unique_ptr<ConsoleDialect> console(Script script) {
    connection_.add(std::move(script));
    auto made = make_classic(connection_, kTimeout);
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : nullptr;
  }

  const std::string sig_ = "F1 04 2D 9A 86 25 0D 27 B7 8A CC D6 0F CC 0A DA C2 50 BD F4";
  const std::string dec_ = "DE 0E 0C 4C E6 EE A9 83 C5 6A 6C 0B D2 33 92 6F D8 29 26 E0";
  ScriptedConnection connection_;
};

TEST_F(ClassicConsoleTest, ReadsStatusInPiecesOfAnySize) {
  for (const std::size_t piece : {1U, 7U, 4096U}) {
    Script script;
    script.piece = piece;
    script.reply(login()).expect("status\r", status_page(true, false));
    const auto classic = console(script);
    const auto status = classic->status();
    ASSERT_TRUE(status) << status.error().message;
    EXPECT_TRUE(status->key(KeyUse::kSignature)->locked);
    EXPECT_FALSE(status->key(KeyUse::kDecryption)->locked);
    EXPECT_TRUE(status->unrecognised.empty());
  }
}

TEST_F(ClassicConsoleTest, UnlockAllIsSigThenDec) {
  Script script;
  script.reply(login())
      .expect("status\r", status_page(true, true))
      .expect("unlock sig\r", asks("unlock sig"))
      .expect("correct-horse\r", verify(sig_, "unlocked"))
      .expect("unlock dec\r", asks("unlock dec"))
      .expect("correct-horse\r", verify(dec_, "unlocked"))
      .expect("status\r", status_page(false, false));
  const auto classic = console(script);
  const auto outcome = unlock_checked(*classic, Scope::kAll, secret("correct-horse"));
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(outcome->changed, (std::vector{KeyUse::kSignature, KeyUse::kDecryption}));
}

TEST_F(ClassicConsoleTest, AWrongPassphraseCostsOneTryOnly) {
  Script script;
  script.reply(login())
      .expect("status\r", status_page(true, true))
      .expect("unlock sig\r", asks("unlock sig"))
      .expect("wrong\r", reply("shell-wrong-passphrase.json", "wrong"))
      .expect("status\r", status_page(true, true));
  const auto classic = console(script);
  const auto outcome = unlock_checked(*classic, Scope::kAll, secret("wrong"));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, Code::kWrongPassphrase);
  EXPECT_EQ(connection_.sent, "status\runlock sig\rwrong\rstatus\r")
      << "dec was not tried, nothing was retried";
}

TEST_F(ClassicConsoleTest, BlockedUntilARestart) {
  Script script;
  script.reply(login())
      .expect("status\r", status_page(true, true))
      .expect("unlock sig\r", asks("unlock sig"))
      .expect("correct-horse\r", reply("shell-wrong-passphrase.json", "correct-horse"))
      .expect("status\r", status_page(true, true));
  const auto classic = console(script);
  const auto outcome = unlock_checked(*classic, Scope::kSignature, secret("correct-horse"));
  EXPECT_EQ(outcome.error().code, Code::kRetryDelay);
  EXPECT_EQ(outcome.error().hint, "gokeyctl reboot");
}

TEST_F(ClassicConsoleTest, ThePassphraseWaitsForItsPrompt) {
  Script script;
  script.ends = false;
  script.reply(login())
      .expect("status\r", status_page(true, true))
      .expect("unlock sig\r", "unlock sig\r\n");
  const auto classic = console(script);
  EXPECT_FALSE(unlock_checked(*classic, Scope::kSignature, secret("correct-horse")));
  EXPECT_EQ(connection_.sent.find("correct-horse"), std::string::npos);
}

TEST_F(ClassicConsoleTest, APromptInALogLineIsNotThePassphrasePrompt) {
  EXPECT_TRUE(asks_passphrase("unlock sig\r\nPassphrase: ", "unlock sig"));
  EXPECT_TRUE(asks_passphrase(reply("shell-uninitialised.json", "unlock sig"), "unlock sig"));
  EXPECT_FALSE(asks_passphrase("Passphrase: ", "unlock sig"));
  EXPECT_FALSE(asks_passphrase("unlock sig\r\nnew ssh connection from Passphrase: ", "unlock sig"));
}

TEST_F(ClassicConsoleTest, FirstUnlockInitialisesTheCard) {
  Script script;
  script.reply(transcript("shell-uninitialised.json")[0]["received"])
      .expect("status\r", reply("shell-uninitialised.json", "status"))
      .expect("unlock sig\r", reply("shell-uninitialised.json", "unlock sig"))
      .expect("correct-horse\r", reply("shell-uninitialised.json", "correct-horse"))
      .expect("status\r", reply("shell-uninitialised.json", "status", 1));
  const auto classic = console(script);
  const auto outcome = unlock_checked(*classic, Scope::kSignature, secret("correct-horse"));
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(outcome->changed, std::vector{KeyUse::kSignature});
}

TEST_F(ClassicConsoleTest, LockOfAnUninitialisedCard) {
  Script script;
  script.reply(login()).expect("status\r", reply("shell-uninitialised.json", "status"));
  const auto classic = console(script);
  EXPECT_EQ(lock_checked(*classic, Scope::kAll).error().code, Code::kNotInitialised);
}

TEST_F(ClassicConsoleTest, LogLinesBetweenDoNotDisturb) {
  const std::string log = "\x1B[2D\x1B[KVERIFY: " + sig_ + " locked\r\n" + std::string(kPrompt);
  Script script;
  script.reply(login() + log).expect("status\r", log + status_page(true, true) + log);
  const auto classic = console(script);
  const auto status = classic->status();
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_TRUE(status->unrecognised.empty());
}

TEST_F(ClassicConsoleTest, RandomBytes) {
  Script script;
  script.reply(login()).expect("rand\r", reply("shell-initialised.json", "rand"));
  const auto classic = console(script);
  const auto bytes = rand_checked(*classic);
  ASSERT_TRUE(bytes) << bytes.error().message;
  EXPECT_EQ(bytes->size(), 32U);
}

TEST_F(ClassicConsoleTest, AFirmwareWithoutBuild) {
  Script script;
  script.reply(login()).expect(
      "build\r", "build\r\nerror: unknown command, type `help`\r\n" + std::string(kPrompt));
  const auto classic = console(script);
  EXPECT_EQ(classic->build().error().code, Code::kUnsupported);
}

TEST_F(ClassicConsoleTest, PresenceIsConfirmedOrTheRefusalExplained) {
  const auto answer = [](const char* text) {
    return std::string("p\r\n") + text + "\r\n" + std::string(kPrompt);
  };
  Script script;
  script.reply(login())
      .expect("p\r", answer(""))
      .expect("p\r", answer("U2F presence not requested"))
      .expect("p\r", answer("token not initialized, issue 'u2f' first"));
  const auto classic = console(script);
  EXPECT_TRUE(classic->confirm_presence());
  EXPECT_EQ(classic->confirm_presence().error().code, Code::kNoPresenceRequest);
  EXPECT_EQ(classic->confirm_presence().error().code, Code::kNotInitialised);
}

TEST_F(ClassicConsoleTest, LeavesWithExit) {
  Script script;
  script.reply(login()).expect("exit\r", reply("shell-initialised.json", "exit"));
  console(script).reset();
  EXPECT_EQ(connection_.sent, "exit\r");
}

TEST_F(ClassicConsoleTest, EventsComeFromLogLines) {
  const auto event = classic_event("VERIFY: " + sig_ + " unlocked", nullptr);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->name, "unlocked");
  EXPECT_EQ(json::parse(event->json)["data"]["fingerprint"],
            "f1042d9a86250d27b78accd60fcc0adac250bdf4");
  EXPECT_EQ(
      classic_event("U2F user presence request, type `p` within 10s to confirm", nullptr)->name,
      "presence-requested");
  EXPECT_EQ(json::parse(classic_event("PSO:DEC successful", nullptr)->json)["data"]["operation"],
            "decrypt");
  EXPECT_FALSE(classic_event("VERIFY: zz unlocked", nullptr));
  EXPECT_FALSE(classic_event("unsupported INS 00", nullptr));
}

// What a hostile or broken console may send in place of its first prompt or of an answer.
TEST_F(ClassicConsoleTest, HostileSessions) {
  const std::string random("\x00\xFF\x1B[\x80\r\n\x1B]0;", 11);
  const std::pair<const char*, std::string> greetings[] = {{"nothing", ""},
                                                           {"random", random},
                                                           {"endless", std::string(200'000, 'a')},
                                                           {"almost", "\x1B[31m> "}};
  for (const auto& [what, text] : greetings) {
    connection_.add(Script{}.reply(text));
    const auto made = make_classic(connection_, kTimeout);
    ASSERT_FALSE(made) << what;
    EXPECT_EQ(made.error().code, Code::kProtocol) << what;
  }
  const std::pair<const char*, std::string> answers[] = {
      {"no echo", "\r\nfoo\r\n" + std::string(kPrompt)},
      {"no page", "status\r\n" + std::string(kPrompt)},
      {"random", "status\r\n" + random + std::string(kPrompt)},
      {"endless", "status\r\n" + std::string(200'000, '-')}};
  for (const auto& [what, text] : answers) {
    const auto classic = console(Script{}.reply(login()).expect("status\r", text));
    const auto status = classic->status();
    ASSERT_FALSE(status) << what;
    EXPECT_EQ(status.error().code, Code::kProtocol) << what;
    EXPECT_EQ(status.error().message.find('\x1B'), std::string::npos) << what;
  }
}

TEST(ClassicIdentification, IsExact) {
  EXPECT_TRUE(is_classic("SSH-2.0-Go"));
  EXPECT_FALSE(is_classic("SSH-2.0-gokey_0.1.0"));
  EXPECT_FALSE(is_classic("SSH-2.0-OpenSSH_9.2"));
}

}  // namespace
}  // namespace gokeyctl::console
