// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <set>

#include <gtest/gtest.h>

#include "gui/tray/menu.h"
#include "tokens.h"

void PrintTo(const QString& text, std::ostream* out);

namespace gokeyctl::gui {
namespace {

using namespace testing;

// One line: rows with '|' between, separators as '-', disabled ones in parentheses.
std::string sketch(const std::vector<MenuEntry>& rows) {
  QStringList parts;
  for (const MenuEntry& row : rows) {
    QString part = row.label.isEmpty() ? QStringLiteral("-") : row.label;
    if (!row.children.empty())
      part += QStringLiteral("[%1]").arg(QString::fromStdString(sketch(row.children)));
    if (!row.enabled) part = QStringLiteral("(%1)").arg(part);
    parts.append(part);
  }
  return parts.join(QStringLiteral(" | ")).toStdString();
}

const MenuEntry* row(const std::vector<MenuEntry>& rows, const char* label) {
  for (const MenuEntry& row : rows) {
    if (row.label == QString::fromUtf8(label)) return &row;
  }
  return nullptr;
}

constexpr const char* kFoot = "&Doctor… | &Settings… | - | &Quit";
constexpr const char* kPause = "&Pause notifications[For 1 &hour | Until &tomorrow]";
constexpr const char* kUnlock = "&Unlock[&Signing… | &Decryption… | &Both…]";

TEST(TrayMenu, WithoutAToken) {
  EXPECT_EQ(sketch(tray_menu({}, {})), std::string("(No token attached) | - | ") + kFoot);
}

TEST(TrayMenu, OneTokenHasItsRowsAtTheTop) {
  EXPECT_EQ(sketch(tray_menu({unlocked_token()}, {})),
            std::string("(Work token – decryption unlocked) | - | ") + kUnlock +
                " | &Lock now | &Copy short ID | De&tails… | - | " + kPause + " | " + kFoot);
  const auto rows = tray_menu({unlocked_token()}, {});
  EXPECT_EQ(row(rows, "&Lock now")->command.action, TrayAction::kLockAll);
}

TEST(TrayMenu, WhatCannotBeDoneIsDisabled) {
  EXPECT_FALSE(row(tray_menu({locked_token()}, {}), "&Lock now")->enabled);
  EXPECT_TRUE(row(tray_menu({locked_token()}, {}), "&Unlock")->enabled);
  EXPECT_FALSE(row(tray_menu({changed_token()}, {}), "&Unlock")->enabled)
      << "a token with a changed host key gets no passphrase";
  EXPECT_FALSE(row(tray_menu({token_in(TokenState::kBootRom)}, {}), "&Unlock")->enabled);
  BrokerToken factory = token_in(TokenState::kNotInitialised);
  factory.status->token.state = LifeCycle::kFactory;
  EXPECT_FALSE(row(tray_menu({factory}, {}), "&Unlock")->enabled);
  BrokerToken damaged = token_in(TokenState::kNotInitialised);
  damaged.status->token.state = LifeCycle::kDamaged;
  EXPECT_FALSE(row(tray_menu({damaged}, {}), "&Unlock")->enabled);
  BrokerToken nameless = locked_token();
  nameless.serial.clear();
  EXPECT_FALSE(row(tray_menu({nameless}, {}), "&Copy short ID")->enabled);
}

TEST(TrayMenu, TwoTokensHaveASubmenuEach) {
  const auto rows = tray_menu({locked_token("00000001", "Home token"), unlocked_token()}, {});
  EXPECT_EQ(sketch(rows), std::string("Work token – decryption unlocked[") + kUnlock +
                              " | &Lock now | &Copy short ID | De&tails…] | Home token – locked[" +
                              kUnlock + " | (&Lock now) | &Copy short ID | De&tails…] | - | " +
                              "Lock &all | - | " + kPause + " | " + kFoot);
  const MenuEntry& lock = rows[0].children[1];
  EXPECT_EQ(lock.command.action, TrayAction::kLock);
  EXPECT_EQ(lock.command.token, QStringLiteral("A1B2C3D4"));
  EXPECT_EQ(rows[0].children[0].children[1].command.scope, Scope::kDecryption);
}

TEST(TrayMenu, MoreThanFiveTokensAreBehindOneRow) {
  std::vector<BrokerToken> tokens;
  tokens.reserve(7);
  for (int i = 0; i < 7; ++i)
    tokens.push_back(locked_token("0000000" + std::to_string(i), "Token " + std::to_string(i)));
  tokens.back() = unlocked_token("00000006", "Token 6");
  const auto rows = tray_menu(tokens, {});
  EXPECT_EQ(rows[0].label, QStringLiteral("Token 6 – decryption unlocked"));
  EXPECT_EQ(rows[5].label, QStringLiteral("All tokens…"));
  EXPECT_EQ(rows[5].command.action, TrayAction::kAllTokens);
  EXPECT_EQ(row(rows, "Token 5 – locked"), nullptr);
}

TEST(TrayMenu, APendingRequestIsOnTopAndCarriesItsNumber) {
  const auto rows = tray_menu({locked_token("00000001", "Home token"), asking_token(42)}, {});
  EXPECT_EQ(rows[0].label, QStringLiteral("Con&firm presence – github.com"));
  EXPECT_EQ(rows[0].command,
            (TrayCommand{TrayAction::kConfirm, QStringLiteral("A1B2C3D4"), Scope::kAll, 42}));
  EXPECT_TRUE(rows[1].label.isEmpty());

  BrokerToken unknown = asking_token();
  unknown.presence->site.reset();
  EXPECT_EQ(tray_menu({unknown}, {})[0].label, QStringLiteral("Con&firm presence – unknown site"));
  unknown.presence->application.reset();
  EXPECT_EQ(tray_menu({unknown}, {})[0].label, QStringLiteral("Con&firm presence – a site"));
}

TEST(TrayMenu, PausedSaysUntilWhenAndOffersToResume) {
  const QDateTime until(QDate(2026, 11, 3), QTime(15, 3));
  const auto rows = tray_menu({locked_token()}, until);
  const MenuEntry* paused = row(rows, "Notifications paused until 15:03");
  ASSERT_NE(paused, nullptr);
  EXPECT_EQ(paused->children.at(0).command.action, TrayAction::kResume);
}

TEST(TrayMenu, ANameIsNoMnemonic) {
  const auto rows = tray_menu({locked_token("00000001", "R&D_key")}, {});
  EXPECT_EQ(rows[0].label, QStringLiteral("R&&D_key – locked"));
}

TEST(TrayMenu, MnemonicsDoNotClash) {
  const auto check = [](const std::vector<MenuEntry>& rows, const auto& self) -> void {
    std::set<QChar> seen;
    for (const MenuEntry& row : rows) {
      QString label = row.label;
      label.remove(QStringLiteral("&&"));
      const auto at = label.indexOf(QLatin1Char('&'));
      if (at >= 0) {
        EXPECT_TRUE(seen.insert(label[at + 1].toLower()).second) << row.label.toStdString();
      }
      self(row.children, self);
    }
  };
  check(tray_menu({asking_token()}, {}), check);
  check(tray_menu({asking_token(), unlocked_token("00000001", "Home token")}, {}), check);
}

}  // namespace
}  // namespace gokeyctl::gui
