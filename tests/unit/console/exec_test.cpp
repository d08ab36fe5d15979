// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One command by exec: output, error text, exit-status (docs/console-protocol.md).
#include "native_fixture.h"

namespace gokey::testing {
namespace {

using Exec = NativeConsole;

TEST_F(Exec, StatusIsTheOriginalsText) {
  start();
  Open it = exec("status");
  EXPECT_EQ(it.out(),
            "---------------------------------------------------- OpenPGP smartcard ----\n"
            "Initialized ............: true\n"
            "Secure storage .........: false\n"
            "Serial number ..........: AABBCCDD\n"
            "Digital signature count.: 0\n"
            "Secret key .............: AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA \n"
            "Signature subkey .......: 1111 1111 1111 1111 1111 1111 1111 1111 1111 1111 \n"
            "               encrypted: true\n"
            "Decryption subkey ......: 2222 2222 2222 2222 2222 2222 2222 2222 2222 2222 \n"
            "               encrypted: true\n"
            "Authentication subkey ..: 3333 3333 3333 3333 3333 3333 3333 3333 3333 3333 \n"
            "               encrypted: true\n"
            "------------------------------------------------------------ U2F token ----\n"
            "Initialized ............: false\n"
            "Secure storage .........: false\n"
            "User presence test .....: false\n"
            "Counter ................: N/A\n"
            "Attestation certificate.: missing\n"
            "\n");
  EXPECT_EQ(it.err(), "");
  EXPECT_EQ(it.status(), 0);
}

TEST_F(Exec, StatusAsJsonIsOneLine) {
  start();
  Open it = exec("status --json");
  const std::string out = it.out();
  EXPECT_EQ(out, to_json(token.status()) + "\n");
  EXPECT_EQ(out.find("{\"schema\":1,"), 0U);
  EXPECT_EQ(it.status(), 0);
}

TEST_F(Exec, LinesEndWithCrLfOnATerminal) {
  start();
  Open it = open();
  it.session->pty(0, 0);
  ASSERT_TRUE(it.session->exec("build"));
  EXPECT_EQ(it.out(),
            "gokeyctl firmware 0.1.0\r\nboard sim\r\ncompiler GCC 12.2.0\r\nlibrary libsodium "
            "1.0.18\r\n");
  EXPECT_EQ(it.status(), 0);
}

TEST_F(Exec, RandIsHexAndColouredOnATerminalOnly) {
  start();
  std::string digits;
  for (int i = 0; i < 32; ++i) digits += "5a";
  EXPECT_EQ(exec("rand").out(), digits + "\n");
  Open it = open();
  it.session->pty(80, 24);
  ASSERT_TRUE(it.session->exec("rand"));
  EXPECT_EQ(it.out(), "\x1b[36m" + digits + "\x1b[0m\r\n");
}

TEST_F(Exec, WordsMatchWholeLinesExactly) {
  start();
  for (const std::string_view bad : {"bogus", "", "Status", " status", "status ", "xx lock all yy",
                                     "unlock aut", "unlock", "unlock  sig", "status\n"}) {
    Open it = exec(bad);
    EXPECT_EQ(it.status(), 2) << bad;
    EXPECT_EQ(it.out(), "") << bad;
    EXPECT_EQ(it.err(), "error: unknown command, type `help`\n") << bad;
  }
  EXPECT_TRUE(vault.idle());
}

TEST_F(Exec, UnlockReadsOneLineAndEchoesNothing) {
  start();
  for (const std::string_view end : {"\r", "\n", "\r\n"}) {
    Open it = exec("unlock sig", "correct-horse" + std::string(end));
    EXPECT_EQ(it.out(), "sig unlocked\n");
    EXPECT_EQ(it.err(), "");
    EXPECT_EQ(it.status(), 0);
    EXPECT_EQ(exec("lock sig").out(), "sig locked\n");
  }
}

TEST_F(Exec, UnlockDecOpensDecryptionAndAuthentication) {
  start();
  EXPECT_EQ(exec("unlock dec", "correct-horse\n").out(), "dec unlocked, aut unlocked\n");
  EXPECT_EQ(exec("unlock all", "correct-horse\n").out(),
            "sig unlocked, dec already unlocked, aut already unlocked\n");
  EXPECT_EQ(exec("lock all").out(), "sig locked, dec locked, aut locked\n");
  Open again = exec("lock all");
  EXPECT_EQ(again.out(), "sig already locked, dec already locked, aut already locked\n");
  EXPECT_EQ(again.status(), 0);
}

TEST_F(Exec, AKeyThatIsNotThereIsNamedOnlyWhenNothingElseIs) {
  vault.record.keys[2].reset();
  start();
  EXPECT_EQ(exec("unlock dec", "correct-horse\n").out(), "dec unlocked\n");
  vault.record.keys[0].reset();
  Open it = exec("unlock sig", "correct-horse\n");
  EXPECT_EQ(it.err(), "error: the token has no such key\n");
  EXPECT_EQ(it.status(), 1);
}

TEST_F(Exec, WrongPassphrasesCostOneTryEachThenADelay) {
  start();
  Open first = exec("unlock all", "wrong\r");
  EXPECT_EQ(first.out(), "");
  EXPECT_EQ(first.err(),
            "error: wrong passphrase: sig not opened by this passphrase, dec not opened by this "
            "passphrase, "
            "aut not opened by this passphrase; 2 tries left\n");
  EXPECT_EQ(first.status(), 22);
  EXPECT_EQ(exec("unlock sig", "wrong\r").err(),
            "error: wrong passphrase: sig not opened by this passphrase; 1 try left\n");
  EXPECT_EQ(exec("unlock sig", "wrong\r").err(),
            "error: wrong passphrase: sig not opened by this passphrase; the next try is allowed "
            "in 60 s\n");
  EXPECT_EQ(vault.tried, 3U);

  clock.now += 20000;
  Open refused = exec("unlock sig");
  EXPECT_EQ(refused.status(), 27) << "without waiting for a passphrase";
  EXPECT_EQ(refused.err(),
            "error: no try is allowed now, nothing was tried; the next try is allowed in 40 s\n");
  EXPECT_EQ(vault.tried, 3U);

  clock.now += 40000;
  EXPECT_EQ(exec("unlock sig", "correct-horse\r").out(), "sig unlocked\n");
}

TEST_F(Exec, WhatIsNoPassphraseCostsNoTry) {
  start();
  Open empty = exec("unlock sig", "\r");
  EXPECT_EQ(empty.status(), 4);
  EXPECT_EQ(empty.err(), "error: cancelled: the passphrase is empty\n");

  Open cut = exec("unlock sig", "correct-horse");
  EXPECT_EQ(cut.status(), -1) << "still waiting";
  cut.session->eof();
  vault.run();
  EXPECT_EQ(cut.status(), 4) << "no line end";

  Open nothing = exec("unlock sig");
  nothing.session->eof();
  EXPECT_EQ(nothing.status(), 4);

  Open two = exec("unlock sig", "correct-horse\nreboot\n");
  EXPECT_EQ(two.status(), 2);
  EXPECT_EQ(two.err(), "error: there is more than one line of input; nothing was tried\n");

  EXPECT_EQ(exec("unlock sig", std::string(128, 'x') + "\n").status(), 2);
  EXPECT_EQ(exec("unlock sig", std::string(5000, 'x') + "\n").status(), 2);
  EXPECT_EQ(vault.tried, 0U);
  EXPECT_EQ(exec("unlock sig", std::string(127, 'x') + "\n").status(), 22);
}

TEST_F(Exec, APassphraseIsBytes) {
  start();
  Open it = exec("unlock sig");
  type(*it.session, "corr\x03\x7F");  // no editing without a terminal
  type(*it.session, "\xFF\n");
  vault.run();
  EXPECT_EQ(it.status(), 22);
  EXPECT_EQ(it.out(), "");
}

TEST_F(Exec, OnATerminalThePassphraseIsPromptedForAndEdited) {
  start();
  Open it = open();
  it.session->pty(80, 24);
  ASSERT_TRUE(it.session->exec("unlock sig"));
  EXPECT_EQ(it.out(), "Passphrase: ");
  EXPECT_EQ(say(it,
                "correct-horsy\x7F"
                "e\r"),
            "\r\nsig unlocked\r\n");
  EXPECT_EQ(it.status(), 0);

  Open cancelled = open();
  cancelled.session->pty(80, 24);
  ASSERT_TRUE(cancelled.session->exec("unlock sig"));
  type(*cancelled.session, "abc\x03");
  EXPECT_EQ(cancelled.status(), 4);
  EXPECT_EQ(cancelled.out(), "Passphrase: ");
}

TEST_F(Exec, ASessionMayEndInTheMiddleOfAnUnlock) {
  start();
  Open it = open();
  ASSERT_TRUE(it.session->exec("unlock sig"));
  type(*it.session, "correct-horse\n");
  it.session.reset();
  it.channel.reset();
  vault.run();
  EXPECT_FALSE(is_locked(token.status(), vault::KeyUse::kSignature))
      << "what was asked still happens";
}

TEST_F(Exec, InitIsDoneOnceAndTellsWhich) {
  vault.state.initialised = false;
  start();
  EXPECT_EQ(exec("lock all").status(), 24);
  EXPECT_EQ(exec("init").out(), "card initialized\n");
  Open again = exec("init");
  EXPECT_EQ(again.out(), "card already initialized\n");
  EXPECT_EQ(again.status(), 0);
}

TEST_F(Exec, TheFirstUnlockInitialises) {
  vault.state.initialised = false;
  start();
  EXPECT_EQ(exec("unlock sig", "correct-horse\n").out(), "sig unlocked\n");
  EXPECT_TRUE(token.status().initialised);
}

TEST_F(Exec, WhatThisTokenCannotDoYetExits50) {
  start();
  Open it = exec("rpc");
  EXPECT_EQ(it.status(), 50);
  EXPECT_NE(it.err().find("error: this token has no "), std::string::npos);
}

TEST_F(Exec, PresenceIsConfirmedOnceForOneRequest) {
  start();
  Open early = exec("p");
  EXPECT_EQ(early.status(), 24);
  EXPECT_EQ(early.err(), "error: token not initialized, issue 'u2f' first\n");
  EXPECT_EQ(exec("u2f").out(), "U2F token initialized\n");
  Open idle = exec("p");
  EXPECT_EQ(idle.status(), 25);
  EXPECT_EQ(idle.err(), "error: U2F presence not requested\n");

  std::vector<token::Presence::Outcome> ended;
  const auto note = [&](token::Presence::Outcome outcome) { ended.push_back(outcome); };
  token.ask_presence("example.org", 30'000, note);
  EXPECT_NE(exec("status --json")
                .out()
                .find(R"("presence_pending":{"application":"example.org","seconds_left":30})"),
            std::string::npos);
  EXPECT_NE(exec("status --json").out().find(R"("white":"blink")"), std::string::npos);
  EXPECT_EQ(exec("p").out(), "U2F user presence confirmed\n");
  EXPECT_EQ(exec("p").status(), 25) << "one confirmation, one request";
  EXPECT_EQ(ended, std::vector{token::Presence::Outcome::kConfirmed});

  EXPECT_EQ(exec("u2f !test").out(), "U2F token initialized\n");
  Open off = exec("p");
  EXPECT_EQ(off.status(), 25);
  EXPECT_EQ(off.err(), "error: U2F presence not required\n");
  token.ask_presence("example.org", 30'000, note);
  EXPECT_EQ(ended.size(), 2U) << "answered at once";
}

TEST_F(Exec, RebootAnswersBeforeItHappens) {
  start();
  Open it = exec("reboot");
  EXPECT_EQ(it.status(), 0);
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Exec, InTheFactoryStateLittleIsOffered) {
  vault.provisioned = false;
  vault.state = {};
  start();
  EXPECT_EQ(exec("status").status(), 0);
  EXPECT_EQ(exec("rand").status(), 0);
  EXPECT_EQ(exec("build").status(), 0);
  EXPECT_NE(exec("help").out().find("  provision "), std::string::npos);
  for (const std::string_view command : {"unlock sig", "lock all", "init", "events", "p"}) {
    EXPECT_EQ(exec(command).status(), 24) << command;
  }
  for (const std::string_view command : {"receipt", "factory-reset"}) {
    EXPECT_EQ(exec(command).status(), 24) << command;
  }
  EXPECT_EQ(exec("reboot").status(), 0);
}

TEST_F(Exec, ASecondRequestOnOneChannelIsRefused) {
  start();
  Open it = exec("status");
  EXPECT_FALSE(it.session->exec("status"));
  EXPECT_FALSE(it.session->shell());
}

}  // namespace
}  // namespace gokey::testing
