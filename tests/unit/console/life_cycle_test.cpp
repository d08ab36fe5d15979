// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// provision, receipt and factory-reset: what is taken in, what is refused, and that the token
// restarts exactly when it became another.
#include <gtest/gtest.h>

#include "native_fixture.h"
#include "wire/provisioning.h"

namespace gokey::testing {
namespace {

std::string form_of(std::string_view key) {
  wire::Provisioning form;
  form.pgp_secret_key = wire::as_bytes(key);
  std::string bytes;
  wire::write_provisioning(form, [&](wire::Bytes piece) { bytes += wire::as_text(piece); });
  return bytes;
}

struct Factory : NativeConsole {
  Factory() {
    vault.provisioned = false;
    vault.state = {};
    start();
  }
};

TEST_F(Factory, ProvisionAnswersWithAReceiptAndRestartsOnceItHasLeft) {
  Open it = exec("provision", form_of("a key"));
  EXPECT_EQ(it.status(), 0);
  const std::string receipt = it.out();
  EXPECT_TRUE(receipt.starts_with(R"({"schema":1,"kind":"gokey-receipt","serial":"AABBCCDD")"))
      << receipt;
  EXPECT_TRUE(receipt.ends_with("}\nsignature\n")) << receipt;
  ASSERT_EQ(vault.forms.size(), 1U);
  EXPECT_EQ(vault.forms[0], form_of("a key"));
  EXPECT_EQ(reset.requests, 0) << "the answer may not have left yet";
  it.session.reset();
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Factory, AClientThatNeverReadsDoesNotKeepItFromRestarting) {
  Open it = exec("provision", form_of("a key"));
  EXPECT_LE(it.session->next_deadline(), clock.now_ms() + 10'000);
  clock.now = it.session->next_deadline();
  it.session->tick(clock.now);
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Factory, ArrivesInAnyPieces) {
  const std::string form = form_of("a longer key than one byte");
  for (const std::size_t piece : {1UZ, 5UZ, 12UZ, 13UZ}) {
    vault.provisioned = false;
    Open it = exec("provision");
    for (std::size_t at = 0; at < form.size(); at += piece) {
      type(*it.session, std::string_view(form).substr(at, piece));
    }
    vault.run();
    EXPECT_EQ(it.status(), 0) << piece;
    EXPECT_EQ(vault.forms.back(), form) << piece;
  }
}

TEST_F(Factory, WhatEndsEarlyChangesNothing) {
  const std::string form = form_of("a key");
  for (std::size_t length = 0; length < form.size(); ++length) {
    Open it = exec("provision", form.substr(0, length));
    it.session->eof();
    vault.run();
    EXPECT_EQ(it.status(), 4) << length;
  }
  EXPECT_TRUE(vault.forms.empty());
  EXPECT_EQ(reset.requests, 0);
}

TEST_F(Factory, WhatIsNoFormIsRefusedAtOnce) {
  EXPECT_EQ(exec("provision", "-----BEGIN PGP PRIVATE KEY BLOCK-----").status(), 2);
  EXPECT_EQ(exec("provision", form_of("a key") + "x").status(), 2);
  std::string huge = form_of("a key").substr(0, 12);
  huge[8] = 1;  // 16 MiB
  Open it = exec("provision", huge);
  EXPECT_EQ(it.status(), 2);
  EXPECT_EQ(it.err(), "error: what was sent is larger than 256 KiB; nothing was changed\n");
  std::string newer = form_of("a key");
  newer[5] = 2;
  EXPECT_EQ(exec("provision", newer).status(), 50);
  EXPECT_TRUE(vault.forms.empty());
}

TEST_F(Factory, ARefusalNamesTheCauseAndIsNoRestart) {
  Open it = exec("provision", form_of("bad key"));
  EXPECT_EQ(it.status(), 2);
  EXPECT_EQ(it.err(), "error: the key file is damaged; nothing was changed\n");
  it.session.reset();
  EXPECT_EQ(reset.requests, 0);
  EXPECT_EQ(exec("provision", form_of("a key")).status(), 0) << "the next one may";
}

TEST_F(Factory, StorageThatFailsHalfWayIsARestart) {
  vault.fails = true;
  Open it = exec("provision", form_of("a key"));
  EXPECT_EQ(it.status(), 1);
  it.session.reset();
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Factory, OneAtATime) {
  Open first = exec("provision", form_of("a key").substr(0, 20));
  Open second = exec("provision", form_of("another key"));
  EXPECT_EQ(second.status(), 13);
  EXPECT_TRUE(vault.forms.empty());
  first.session.reset();  // its connection broke
  EXPECT_EQ(exec("provision", form_of("another key")).status(), 0);
  ASSERT_EQ(vault.forms.size(), 1U);
  EXPECT_EQ(vault.forms[0], form_of("another key"));
}

TEST_F(Factory, AClientThatFallsSilentMakesRoom) {
  Open first = exec("provision", form_of("a key").substr(0, 20));
  EXPECT_EQ(first.session->next_deadline(), clock.now_ms() + 60'000);
  clock.now = first.session->next_deadline();
  first.session->tick(clock.now);
  EXPECT_EQ(first.status(), 4);
  EXPECT_EQ(exec("provision", form_of("another key")).status(), 0);
}

TEST_F(Factory, AClientThatLeavesMeanwhileFindsATokenThatIsWhole) {
  Open it = open();
  ASSERT_TRUE(it.session->exec("provision"));
  type(*it.session, form_of("a key"));
  it.session.reset();  // before the vault had its turn
  EXPECT_EQ(reset.requests, 0);
  vault.run();
  EXPECT_TRUE(vault.provisioned);
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Factory, IsNotTyped) {
  Open it = shell();
  say(it, "provision\r");
  EXPECT_TRUE(vault.forms.empty());
  Open plain = open();
  ASSERT_TRUE(plain.session->shell());
  type(*plain.session, "provision\n" + form_of("a key"));
  vault.run();
  EXPECT_TRUE(vault.forms.empty());
}

struct Provisioned : NativeConsole {
  Provisioned() { start(); }
  Open begin_reset(std::string_view typed) { return exec("factory-reset", typed); }
};

TEST_F(Provisioned, RefusesToBeProvisioned) {
  Open it = exec("provision", form_of("a key"));
  EXPECT_EQ(it.status(), 15);
  EXPECT_EQ(it.err(), "error: this token is provisioned already\n");
  EXPECT_TRUE(vault.forms.empty());
}

TEST_F(Provisioned, TellsItsReceiptAgain) {
  Open it = exec("receipt");
  EXPECT_EQ(it.status(), 0);
  EXPECT_TRUE(it.out().ends_with("}\nsignature\n"));
  EXPECT_EQ(reset.requests, 0);
  vault.given_host_key = true;
  EXPECT_EQ(exec("receipt").status(), 50);
}

TEST_F(Provisioned, AResetNeedsTheSerialAndSomebodyThere) {
  Open it = begin_reset("aabbccdd\n");
  EXPECT_EQ(it.status(), -1) << "waits";
  EXPECT_TRUE(vault.provisioned);
  EXPECT_EQ(exec("p").status(), 0);
  EXPECT_FALSE(vault.provisioned);
  EXPECT_EQ(it.status(), 0);
  EXPECT_EQ(it.out(), "all keys are destroyed; the token restarts in the factory state\n");
  it.session.reset();
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Provisioned, AnythingElseTypedIsNoReset) {
  for (const std::string_view typed : {"\n", "yes\n", "AABBCCD\n", "AABBCCDDD\n", "AABBCCDE\n"}) {
    EXPECT_EQ(begin_reset(typed).status(), 4) << typed;
  }
  Open it = exec("factory-reset");
  it.session->eof();
  EXPECT_EQ(it.status(), 4);
  EXPECT_NE(exec("p").status(), 0) << "nobody was asked";
  EXPECT_TRUE(vault.provisioned);
}

TEST_F(Provisioned, NobodyThereIsNoReset) {
  Open it = begin_reset("AABBCCDD\n");
  clock.now = token.next_deadline();
  token.step(clock.now);
  EXPECT_EQ(it.status(), 26);
  EXPECT_NE(exec("p").status(), 0) << "too late";
  EXPECT_TRUE(vault.provisioned);
  EXPECT_EQ(reset.requests, 0);
}

TEST_F(Provisioned, AsksForPresenceEvenWhereFidoDoesNot) {
  ASSERT_EQ(exec("u2f !test").status(), 0);
  Open it = begin_reset("AABBCCDD\n");
  EXPECT_EQ(it.status(), -1);
  EXPECT_TRUE(vault.provisioned);
  EXPECT_EQ(exec("p").status(), 0);
  EXPECT_FALSE(vault.provisioned);
}

TEST_F(Provisioned, WhoLeavesBeforeItIsConfirmedResetsNothing) {
  Open it = begin_reset("AABBCCDD\n");
  it.session.reset();
  EXPECT_NE(exec("p").status(), 0);
  EXPECT_TRUE(vault.provisioned);
  EXPECT_EQ(reset.requests, 0);
}

TEST_F(Provisioned, WhoLeavesAfterItIsConfirmedChangesNothingAboutIt) {
  Open it = begin_reset("AABBCCDD\n");
  Open other = open();
  ASSERT_TRUE(other.session->exec("p"));
  it.session.reset();
  vault.run();
  EXPECT_FALSE(vault.provisioned);
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Provisioned, AResetThatFailsSaysSoAndRestarts) {
  vault.fails = true;
  Open it = begin_reset("AABBCCDD\n");
  exec("p");
  EXPECT_EQ(it.status(), 1);
  EXPECT_NE(it.err().find("may be there still"), std::string::npos);
  it.session.reset();
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Provisioned, InAShellOnePersonCanDoItAlone) {
  Open it = shell();
  it.out();
  EXPECT_NE(say(it, "factory-reset\r").find("AABBCCDD"), std::string::npos);
  EXPECT_NE(say(it, "AABBCCDD\r").find("confirm with `p`"), std::string::npos);
  EXPECT_TRUE(vault.provisioned);
  EXPECT_NE(say(it, "p\r").find("all keys are destroyed"), std::string::npos);
  EXPECT_FALSE(vault.provisioned);
  EXPECT_EQ(reset.requests, 1);
}

// Its storage cannot be opened: there are no owners to ask.
struct Damaged : NativeConsole {
  Damaged() {
    vault.provisioned = false;
    vault.state = {};
    vault.state.damaged = true;
    start();
  }
};

TEST_F(Damaged, OffersTheWayOutAndNothingElse) {
  EXPECT_EQ(token.status().state, token::LifeCycle::kDamaged);
  Open help = exec("help");
  const std::string text = help.out();
  EXPECT_NE(text.find("factory-reset"), std::string::npos);
  EXPECT_EQ(text.find("provision "), std::string::npos);
  EXPECT_EQ(text.find("unlock"), std::string::npos);
  for (const std::string_view command :
       {"unlock all", "lock all", "init", "u2f", "receipt", "events"}) {
    Open it = exec(command, "correct-horse\n");
    EXPECT_EQ(it.status(), 24) << command;
    EXPECT_EQ(it.err(), "error: what is stored on this token cannot be opened, see its status\n");
  }
  EXPECT_EQ(exec("provision", form_of("a key")).status(), 24);
  EXPECT_TRUE(vault.forms.empty());
  EXPECT_EQ(vault.tried, 0U);
  EXPECT_NE(exec("status --json").out().find(R"("state":"damaged")"), std::string::npos);
}

TEST_F(Damaged, AResetNeedsTheSerialAndSomebodyThere) {
  EXPECT_EQ(exec("factory-reset", "yes\n").status(), 4);
  EXPECT_TRUE(vault.state.damaged);
  Open it = exec("factory-reset", "AABBCCDD\n");
  EXPECT_EQ(it.status(), -1) << "waits";
  EXPECT_TRUE(vault.state.damaged);
  EXPECT_EQ(exec("p").status(), 0);
  EXPECT_EQ(it.status(), 0);
  EXPECT_FALSE(vault.state.damaged);
  it.session.reset();
  EXPECT_EQ(reset.requests, 1);
}

TEST_F(Damaged, NobodyThereIsNoReset) {
  Open it = exec("factory-reset", "AABBCCDD\n");
  clock.now = token.next_deadline();
  token.step(clock.now);
  EXPECT_EQ(it.status(), 26);
  EXPECT_TRUE(vault.state.damaged);
}

}  // namespace
}  // namespace gokey::testing
