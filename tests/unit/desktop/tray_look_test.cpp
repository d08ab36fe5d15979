// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include <gtest/gtest.h>

#include "gui/tray/look.h"
#include "tokens.h"

void PrintTo(const QString& text, std::ostream* out) { *out << '"' << text.toStdString() << '"'; }

namespace gokeyctl::gui {
namespace {

using namespace testing;

QString q(const char* text) { return QString::fromUtf8(text); }

TEST(TrayLook, NoTokenIsPassive) {
  const TrayLook look = tray_look({});
  EXPECT_EQ(look.icon, q("gokey-none-symbolic"));
  EXPECT_EQ(look.status, TrayStatus::kPassive);
  EXPECT_EQ(look.title, q("GoKey Manager"));
  EXPECT_EQ(look.text, q("No token attached"));
}

TEST(TrayLook, WithoutABrokerItSaysWhy) {
  const Error why{.code = Code::kUsage,
                  .message = "there is no runtime folder",
                  .hint = {},
                  .details = {},
                  .cause = nullptr};
  const TrayLook look = tray_look({locked_token()}, why);
  EXPECT_EQ(look.icon, q("gokey-attention-symbolic"));
  EXPECT_EQ(look.status, TrayStatus::kNeedsAttention);
  EXPECT_EQ(
      look.text,
      q("Not connected to the service that watches the tokens.\nThere is no runtime folder."));
}

TEST(TrayLook, ATokenThatIsOnlyKnownIsNotThere) {
  BrokerToken token = locked_token();
  token.attached = false;
  EXPECT_EQ(tray_look({token}).status, TrayStatus::kPassive);
}

TEST(TrayLook, EachStateHasItsIconAndSaysWhatTheLampsSay) {
  struct Case {
    BrokerToken token;
    const char *icon, *title, *text;
    TrayStatus status;
  };
  BrokerToken both = unlocked_token();
  open_key(both, KeyUse::kSignature);
  both.held = {{KeyUse::kSignature, Hold::Kind::kUntilUnplugged, {}},
               {KeyUse::kDecryption, Hold::Kind::kUntilUnplugged, {}}};
  BrokerToken without_lamps = unlocked_token();
  without_lamps.status->leds.reset();
  BrokerToken unknown_site = asking_token();
  unknown_site.presence->site.reset();
  BrokerToken silent = token_in(TokenState::kUnreachable);
  BrokerToken blocked = token_in(TokenState::kAttention);
  blocked.status->openpgp.tries_left = 0;
  const Case cases[] = {
      {locked_token(), "gokey-locked-symbolic", "Work token: locked", "Blue off, white off",
       TrayStatus::kActive},
      {unlocked_token(), "gokey-unlocked-symbolic", "Work token: unlocked",
       "Blue on: decryption subkey unlocked, until 14:12", TrayStatus::kActive},
      {both, "gokey-unlocked-symbolic", "Work token: unlocked",
       "Blue on: signing and decryption subkeys unlocked, until unplugged", TrayStatus::kActive},
      {without_lamps, "gokey-unlocked-symbolic", "Work token: unlocked",
       "Decryption subkey unlocked, until 14:12", TrayStatus::kActive},
      {working_token(), "gokey-working-symbolic", "Work token: working", "White on: signing",
       TrayStatus::kActive},
      {asking_token(), "gokey-presence-symbolic", "Work token: presence requested",
       "White blinking: github.com asks", TrayStatus::kNeedsAttention},
      {unknown_site, "gokey-presence-symbolic", "Work token: presence requested",
       "White blinking: a site asks", TrayStatus::kNeedsAttention},
      {changed_token(), "gokey-attention-symbolic", "Work token: needs attention",
       "The host key has changed", TrayStatus::kNeedsAttention},
      {blocked, "gokey-attention-symbolic", "Work token: needs attention", "No tries left",
       TrayStatus::kNeedsAttention},
      {silent, "gokey-attention-symbolic", "Work token: does not answer",
       "The token is plugged in, but its console is silent. Last seen 14:03.", TrayStatus::kActive},
  };
  for (const Case& c : cases) {
    const TrayLook look = tray_look({c.token});
    EXPECT_EQ(look.icon, q(c.icon)) << c.title;
    EXPECT_EQ(look.title, q(c.title));
    EXPECT_EQ(look.text, q(c.text));
    EXPECT_EQ(look.status, c.status) << c.title;
  }
}

TEST(TrayLook, OnlyPresenceHasASecondFrame) {
  EXPECT_EQ(tray_look({asking_token()}).second_frame, q("gokey-presence-alt-symbolic"));
  for (const BrokerToken& token : {locked_token(), working_token(), changed_token()})
    EXPECT_TRUE(tray_look({token}).second_frame.isEmpty());
}

TEST(TrayLook, TheMostImportantTokenGivesTheIconAndTheOthersALine) {
  std::vector<BrokerToken> tokens = {token_in(TokenState::kUnreachable, "00000001", "Silent"),
                                     locked_token("00000002", "Locked"),
                                     unlocked_token("00000003", "Open"),
                                     working_token("00000004", "Busy"),
                                     changed_token("00000005", "Changed"),
                                     asking_token(1, "00000006", "Asking")};
  const char* const icons[] = {"gokey-attention-symbolic", "gokey-locked-symbolic",
                               "gokey-unlocked-symbolic",  "gokey-working-symbolic",
                               "gokey-attention-symbolic", "gokey-presence-symbolic"};
  // Each beats all before it, whatever the order.
  for (std::size_t count = 1; count <= tokens.size(); ++count) {
    std::vector<BrokerToken> some(tokens.begin(), tokens.begin() + static_cast<long>(count));
    EXPECT_EQ(tray_look(some).icon, q(icons[count - 1])) << count;
    std::reverse(some.begin(), some.end());
    EXPECT_EQ(tray_look(some).icon, q(icons[count - 1])) << count << " reversed";
  }
  const TrayLook look = tray_look(tokens);
  EXPECT_EQ(look.text.count(QLatin1Char('\n')), 5);
  EXPECT_TRUE(look.text.endsWith(q("\nSilent: does not answer"))) << look.text.toStdString();
  EXPECT_TRUE(look.text.contains(q("\nLocked: locked")));
}

TEST(TrayLook, ATokenThatMayStillBeUnlockedNeedsAttention) {
  BrokerToken token = unlocked_token();
  token.state = TokenState::kUnreachable;
  token.problem = problem_of(Code::kTimeout);
  token.problem->details["reason"] = "lock-not-acknowledged";
  BrokerToken other = locked_token();
  other.id = other.serial = "0F00BA12";
  const TrayLook look = tray_look({other, token});
  EXPECT_EQ(look.status, TrayStatus::kNeedsAttention);
  EXPECT_EQ(look.icon, QStringLiteral("gokey-attention-symbolic"));
  EXPECT_EQ(look.title, QStringLiteral("Work token: may still be unlocked"));
}

TEST(TrayLook, ASleepingSecondTokenNeverHidesAWorkingOne) {
  const TrayLook look =
      tray_look({token_in(TokenState::kBootRom, "00000001", "New"), locked_token()});
  EXPECT_EQ(look.icon, q("gokey-locked-symbolic"));
  EXPECT_EQ(look.status, TrayStatus::kActive);
}

TEST(TrayLook, WithoutANicknameTheShortIdNamesIt) {
  BrokerToken token = locked_token();
  token.nickname.reset();
  EXPECT_EQ(tray_look({token}).title, q("A1B2C3D4: locked"));
}

TEST(TrayLook, BeforeTheFirstAnswerNothingIsGuessed) {
  BrokerToken token = locked_token();
  token.connecting = true;
  token.status.reset();
  const TrayLook look = tray_look({token});
  EXPECT_EQ(look.icon, q("gokey-none-symbolic"));
  EXPECT_EQ(look.title, q("Work token: connecting"));
  EXPECT_EQ(look.status, TrayStatus::kActive);
}

}  // namespace
}  // namespace gokeyctl::gui
