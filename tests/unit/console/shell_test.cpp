// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A person at the console, and a script that pipes commands into it.
#include "native_fixture.h"

namespace gokey::testing {
namespace {

using Shell = NativeConsole;

TEST_F(Shell, GreetsWithBannerHelpAndPrompt) {
  start();
  Open it = shell();
  const std::string out = it.out();
  EXPECT_EQ(out.find("GoKey \u2022 gokeyctl firmware/sim (0.1.0)\r\n\x1b[36m\r\n  help   "), 0U);
  EXPECT_TRUE(out.ends_with("\x1b[0m\r\n\x1b[31m> \x1b[0m"));
  for (const std::string_view word :
       {"exit, quit", "rand", "reboot", "status --json", "events", "build", "init",
        "lock   (all|sig|dec)", "unlock (all|sig|dec)", "rpc", "u2f", "p  "}) {
    EXPECT_NE(out.find("\r\n  " + std::string(word)), std::string::npos) << word;
  }
}

TEST_F(Shell, UnlockLooksAsItAlwaysDid) {
  start();
  Open it = shell();
  it.out();
  EXPECT_EQ(say(it, "unlock sig\r"), "unlock sig\r\nPassphrase: ");
  EXPECT_EQ(say(it, "correct-horse\r"), prompt("\r\n" + verify("unlocked") + "\r\n"));
  EXPECT_EQ(say(it, "lock sig\r"), prompt("lock sig\r\n" + verify("locked") + "\r\n"));
  EXPECT_EQ(say(it, "foo\r"), prompt("foo\r\nerror: unknown command, type `help`\r\n"));
}

TEST_F(Shell, AWrongPassphraseSaysHowManyTriesAreLeft) {
  start();
  Open it = shell();
  say(it, "unlock sig\r");
  it.out();
  EXPECT_EQ(say(it, "wrong\r"),
            prompt("\r\n" + verify("unlock error") +
                   "error: wrong passphrase: sig not opened by this passphrase; 2 tries left\r\n"));
}

TEST_F(Shell, CtrlCCancelsAPassphraseAndKeepsTheSession) {
  start();
  Open it = shell();
  say(it, "unlock sig\r");
  it.out();
  const std::string out = say(it, "sec\x03");
  EXPECT_NE(out.find("error: cancelled"), std::string::npos);
  EXPECT_EQ(out.find("sec"), std::string::npos);
  EXPECT_TRUE(out.ends_with(kShownPrompt));
  EXPECT_EQ(say(it, "build\r").find("build\r\ngokeyctl firmware"), 0U);
  EXPECT_EQ(vault.tried, 0U);
}

TEST_F(Shell, TypedAheadInputIsKeptForAfterwards) {
  start();
  Open it = shell();
  it.out();
  type(*it.session, "unlock sig\rcorrect-horse\rlock sig\r");
  vault.run();
  const std::string out = it.out();
  EXPECT_NE(out.find("Passphrase: \r\n" + verify("unlocked")), std::string::npos);
  EXPECT_NE(out.find("lock sig\r\n" + verify("locked")), std::string::npos);
  EXPECT_EQ(out.find("correct-horse"), std::string::npos);
}

TEST_F(Shell, WhatTheCardDoesMovesThePromptAside) {
  start();
  Open it = shell();
  it.out();
  say(it, "sta");
  it.out();
  token.note("unsupported INS 24");
  EXPECT_EQ(it.out(), "\x1b[5D\x1b[Kunsupported INS 24\r\n\x1b[31m> \x1b[0msta");
  EXPECT_EQ(say(it, "x\r"), prompt("x\r\nerror: unknown command, type `help`\r\n"));
}

TEST_F(Shell, LogLinesGoToEveryShellAndToNoExec) {
  start();
  Open one = shell();
  Open two = shell();
  Open waiting = open();
  ASSERT_TRUE(waiting.session->exec("unlock dec"));
  one.out();
  two.out();
  say(one, "lock sig\r");
  EXPECT_NE(two.out().find("\x1b[2D\x1b[K" + verify("already locked")), std::string::npos);
  EXPECT_EQ(waiting.out(), "");
}

TEST_F(Shell, InitialisationIsLogged) {
  vault.state.initialised = false;
  start();
  Open it = shell();
  it.out();
  const std::string out = say(it, "unlock sig\r");
  EXPECT_EQ(out.find("unlock sig\r\nOpenPGP card initialized\r\n------"), 0U);
  EXPECT_TRUE(out.ends_with("encrypted: true\r\nPassphrase: "));
}

TEST_F(Shell, EndsInAllTheUsualWays) {
  start();
  for (const std::string_view word : {"exit\r", "quit\r"}) {
    Open it = shell();
    it.out();
    EXPECT_TRUE(say(it, word).ends_with("\r\nlogout\r\nclosing ssh connection\r\n"));
    EXPECT_EQ(it.status(), 0);
  }
  for (const std::string_view key : {"\x03", "\x04"}) {
    Open it = shell();
    it.out();
    EXPECT_NE(say(it, key).find("closing ssh connection\r\n"), std::string::npos);
    EXPECT_EQ(it.status(), 0);
    say(it, "reboot\r");
    EXPECT_EQ(reset.requests, 0) << "nothing is read after the end";
  }
  Open it = shell();
  it.session->eof();
  EXPECT_EQ(it.status(), 0);
}

TEST_F(Shell, WithoutATerminalItIsForPrograms) {
  start();
  Open it = open();
  ASSERT_TRUE(it.session->shell());
  EXPECT_EQ(it.out(), "") << "no banner, no prompt";
  EXPECT_EQ(say(it, "unlock sig\r\ncorrect-horse\r\nlock sig\nbogus\n"),
            "sig unlocked\nsig locked\n");
  EXPECT_EQ(it.err(), "error: unknown command, type `help`\n");
  EXPECT_EQ(it.status(), -1);
  it.session->eof();
  EXPECT_EQ(it.status(), 2) << "of the last command";
}

TEST_F(Shell, AnEndlessLineEndsAProgramsShell) {
  start();
  Open it = open();
  ASSERT_TRUE(it.session->shell());
  say(it, std::string(5000, 'x'));
  EXPECT_EQ(it.status(), 2);
  EXPECT_EQ(it.err(), "error: a line is too long\n");
}

}  // namespace
}  // namespace gokey::testing
