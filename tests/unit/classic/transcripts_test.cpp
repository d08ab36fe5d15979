// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Replays what the original console said (tests/data/console-classic), byte for byte. Those tokens
// had U2F, this one has none: in `status` the U2F block is replaced by that of a token without, and
// the steps `u2f` and `p` are left to sessions_test.cpp.
#include <fstream>
#include <nlohmann/json.hpp>

#include "classic_fixture.h"

namespace gokey::testing {
namespace {

using nlohmann::json;

constexpr std::string_view kNoU2f =
    "------------------------------------------------------------ U2F token ----\r\n"
    "Initialized ............: false\r\n"
    "Secure storage .........: false\r\n"
    "User presence test .....: false\r\n"
    "Counter ................: N/A\r\n"
    "Attestation certificate.: missing\r\n";

json load(const std::string& name) {
  std::ifstream file(std::string(GOKEY_TEST_DATA) + "/console-classic/" + name);
  return json::parse(file);
}

std::string without_u2f(std::string text) {
  const std::string_view head = kNoU2f.substr(0, kNoU2f.find("\r\n"));
  const std::size_t begin = text.find(head);
  if (begin == std::string::npos) return text;
  const std::size_t last_line = text.find("Attestation certificate.: ", begin);
  const std::size_t end = text.find("\r\n", last_line) + 2;
  return text.replace(begin, end - begin, kNoU2f);
}

bool is_u2f(const std::string& command) {
  return command.starts_with("u2f") || command == "p" || command == "p\r";
}

struct Transcript : ClassicConsole {
  // The random bytes of the transcript come out of ours.
  void expect_random(const std::string& received) {
    const std::size_t colour = received.find("\x1b[36m");
    random.next = *wire::from_hex(received.substr(colour + 5, 64));
  }

  // Returns how many steps were compared.
  int replay_shell(const std::string& name, bool with_pty) {
    start();
    Open it = open();
    int compared = 0;
    for (const json& step : load(name)) {
      if (step.contains("closed")) {
        EXPECT_TRUE(it.closed());
        continue;
      }
      const std::string expected = without_u2f(step.at("received"));
      if (step.contains("after")) {
        if (with_pty) it.session->pty(80, 24);
        EXPECT_TRUE(it.session->shell());
        EXPECT_EQ(it.out(), expected);
        ++compared;
        continue;
      }
      if (!step.contains("send") || is_u2f(step.at("send"))) continue;
      const std::string sent = step.at("send");
      if (sent == "rand\r") expect_random(expected);
      EXPECT_EQ(say(it, sent), expected) << name << ": " << sent;
      ++compared;
    }
    return compared;
  }
};

TEST_F(Transcript, ShellOfAnInitialisedToken) {
  EXPECT_EQ(replay_shell("shell-initialised.json", true), 17);
}

TEST_F(Transcript, ShellWithWrongPassphrases) {
  EXPECT_EQ(replay_shell("shell-wrong-passphrase.json", true), 11);
}

TEST_F(Transcript, ShellOfAnUninitialisedToken) {
  vault.state.initialised = false;
  EXPECT_EQ(replay_shell("shell-uninitialised.json", true), 7);
}

TEST_F(Transcript, ShellWithoutATerminal) {
  EXPECT_EQ(replay_shell("shell-no-pty.json", false), 5);
}

TEST_F(Transcript, LogLinesBesideThePrompt) {
  // Of shell-presence.json, the bytes around a line that comes while the prompt waits.
  start();
  Open it = shell();
  const json steps = load("shell-presence.json");
  int compared = 0;
  for (const json& step : steps) {
    if (!step.contains("event")) continue;
    const std::string expected = step.at("received");
    const std::size_t begin = expected.find("U2F");
    token.note(expected.substr(begin, expected.find("\r\n") - begin));
    EXPECT_EQ(it.out(), expected);
    ++compared;
  }
  EXPECT_EQ(compared, 3);
}

TEST_F(Transcript, Exec) {
  start();
  int compared = 0;
  for (const json& step : load("exec.json")) {
    const std::string command = step.at("exec");
    if (is_u2f(command)) continue;
    const std::string expected = without_u2f(step.at("received"));
    if (command == "rand") expect_random(expected);
    Open it = exec(command, step.at("stdin").get<std::string>());
    EXPECT_EQ(it.out(), expected) << command;
    EXPECT_TRUE(it.closed());
    ++compared;
  }
  EXPECT_EQ(compared, 9);
  EXPECT_FALSE(dialect.reports_exec());
}

}  // namespace
}  // namespace gokey::testing
