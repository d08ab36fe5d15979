// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the transcripts do not show: the shared terminal, ends of sessions, commands of absent
// functions.
#include "classic_fixture.h"

namespace gokey::testing {
namespace {

using Classic = ClassicConsole;

constexpr std::string_view kShownPrompt = "\x1b[31m> \x1b[0m";

std::string prompt(std::string_view before) {
  return std::string(before) + std::string(kShownPrompt);
}

TEST_F(Classic, WithoutU2fKeysThereIsNoU2f) {
  start();
  Open it = shell();
  EXPECT_EQ(say(it, "p\r"), prompt("p\r\ntoken not initialized, issue 'u2f' first\r\n"));
  EXPECT_EQ(say(it, "u2f\r"), prompt("u2f\r\n\r\nerror: U2F token has no keys\r\n"));
  EXPECT_EQ(say(it, "age-plugin gen\r"), prompt("age-plugin gen\r\nSNVS not available\r\n"));
  EXPECT_EQ(exec("p").out(), "token not initialized, issue 'u2f' first\r\n");
  EXPECT_EQ(exec("u2f").out(), "\r\n") << "exec never shows errors";
}

TEST_F(Classic, TheLockPatternIsNotAnchored) {
  start();
  Open it = shell();
  EXPECT_NE(say(it, "xx lock all yy\r").find("already locked\r\n"), std::string::npos);
  EXPECT_EQ(say(it, "do unlock sig now\r"), "do unlock sig now\r\nPassphrase: ");
}

TEST_F(Classic, LineFeedIsEnterToo) {
  start();
  Open it = shell();
  EXPECT_EQ(say(it, "foo\n"), prompt("foo\r\nerror: unknown command, type `help`\r\n"));
  EXPECT_EQ(say(it, "foo\r\n"), prompt("foo\r\nerror: unknown command, type `help`\r\n"));
  EXPECT_EQ(exec("unlock sig", "correct-horse\n").out(), "Passphrase: \r\n\r\n");
  EXPECT_FALSE(is_locked(token.status(), vault::KeyUse::kSignature));
}

TEST_F(Classic, ANewerSessionTakesTheTerminal) {
  start();
  Open old_one = shell();
  Open new_one = shell();
  EXPECT_EQ(say(old_one, "lock sig\r"), "lock sig\r\n") << "only the echo stays";
  const std::string elsewhere = new_one.out();
  EXPECT_NE(elsewhere.find("already locked\r\n"), std::string::npos);
  EXPECT_TRUE(elsewhere.ends_with(kShownPrompt));
  EXPECT_EQ(say(old_one, "status\r"), "") << "the older session cannot be used any more";
  EXPECT_EQ(new_one.out(), "");
  EXPECT_EQ(say(new_one, "foo\r"), prompt("foo\r\nerror: unknown command, type `help`\r\n"));
}

TEST_F(Classic, AnExecTakesTheTerminalToo) {
  start();
  Open it = shell();
  EXPECT_NE(exec("status").out(), "");
  EXPECT_EQ(say(it, "status\r"), "status\r\nclosing ssh connection\r\n")
      << "the exec's terminal is closed, and with it the shell that waits for it";
  EXPECT_TRUE(it.closed());
}

TEST_F(Classic, LogLinesGoToTheNewestShell) {
  start();
  Open one = shell();
  Open two = shell();
  token.note("unsupported INS 24");
  EXPECT_EQ(one.out(), "");
  EXPECT_EQ(two.out(), prompt("\x1b[2D\x1b[Kunsupported INS 24\r\n"));
  two.session.reset();
  token.note("nobody listens");
  EXPECT_EQ(one.out(), "");
}

TEST_F(Classic, EndOfAPassphrase) {
  start();
  Open it = shell();
  say(it, "unlock sig\r");
  const std::string out = say(it, "sec\x03");
  EXPECT_EQ(out, prompt("\x1b[12D\x1b[KEOF\r\n"));
  EXPECT_EQ(vault.tried, 0U);
  EXPECT_EQ(say(it, "\r"), prompt("\r\nerror: unknown command, type `help`\r\n"));

  Open cut = exec("unlock sig", "sec");
  cut.session->eof();
  EXPECT_EQ(cut.out(), "Passphrase: \x1b[12D\x1b[KEOF\r\n");
  EXPECT_TRUE(cut.closed());

  Open empty = exec("unlock sig", "\r");
  EXPECT_EQ(empty.out(), "Passphrase: \r\n\r\n");
  EXPECT_EQ(vault.tried, 0U);
}

TEST_F(Classic, AWrongUnlockAllCostsTwoTries) {
  start();
  EXPECT_EQ(exec("unlock all", "wrong\r").out(), "Passphrase: \r\n\r\n");
  EXPECT_EQ(token.status().tries_left, 1);
}

TEST_F(Classic, CtrlCAndCtrlDClose) {
  start();
  for (const std::string_view key : {"\x03", "\x04"}) {
    Open it = shell();
    EXPECT_EQ(say(it, key), prompt("\x1b[2D\x1b[Kclosing ssh connection\r\n"));
    EXPECT_TRUE(it.closed());
  }
}

TEST_F(Classic, RebootSaysNothing) {
  start();
  Open it = exec("reboot");
  EXPECT_EQ(it.out(), "");
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Classic, AWidthOfZeroWrapsEveryCharacter) {
  start();
  Open it = open();
  it.session->pty(0, 0);
  ASSERT_TRUE(it.session->shell());
  it.out();
  EXPECT_EQ(say(it, "a"), "a\r\n\x1b[7A") << "it counts the bytes of the colours too";
}

TEST_F(Classic, ASessionMayEndInTheMiddleOfAnUnlock) {
  start();
  Open it = open();
  ASSERT_TRUE(it.session->exec("unlock sig"));
  type(*it.session, "correct-horse\r");
  it.session.reset();
  vault.run();
  EXPECT_FALSE(is_locked(token.status(), vault::KeyUse::kSignature));
}

}  // namespace
}  // namespace gokey::testing
