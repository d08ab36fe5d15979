// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTemporaryDir>
#include <fstream>
#include <memory>

#include <gtest/gtest.h>

#include "gui/models/desk.h"
#include "gui/models/quiet.h"
#include "gui/models/settings.h"
#include "gui/models/texts.h"
#include "private_bus.h"
#include "tokens.h"

namespace gokeyctl::gui {
namespace {

using namespace testing;
using Kind = BrokerEvent::Kind;

const QString kId = QStringLiteral("A1B2C3D4");

TEST(DeskTest, ListsWhatTheBrokerTells) {
  PlayedLink link;
  const Desk desk(link);
  QSignalSpy added(&desk, &Desk::tokenAdded), changed(&desk, &Desk::tokenChanged),
      removed(&desk, &Desk::tokenRemoved);
  link.tell(locked_token());
  link.tell(locked_token("00000002", "Home token"));
  link.tell(unlocked_token());
  EXPECT_EQ(added.size(), 2);
  EXPECT_EQ(changed.size(), 1);
  ASSERT_EQ(desk.tokens().size(), 2U);
  EXPECT_EQ(desk.tokens()[0].id, "A1B2C3D4") << "its place stays";
  EXPECT_EQ(desk.token(kId)->state, TokenState::kUnlocked);
  link.gone("A1B2C3D4");
  link.gone("A1B2C3D4");
  EXPECT_EQ(removed.size(), 1);
  EXPECT_EQ(desk.token(kId), nullptr);
}

TEST(DeskTest, ALostBrokerLeavesNothingCurrent) {
  PlayedLink link;
  const Desk desk(link);
  QSignalSpy removed(&desk, &Desk::tokenRemoved), lost(&desk, &Desk::brokerLost);
  emit link.connected();
  link.tell(Kind::kPresenceRequested, asking_token());
  EXPECT_TRUE(desk.connected());
  EXPECT_TRUE(desk.presenceLeft(kId));
  emit link.lost(problem_of(Code::kUnreachable));
  EXPECT_FALSE(desk.connected());
  EXPECT_TRUE(desk.tokens().empty());
  EXPECT_FALSE(desk.presenceLeft(kId));
  EXPECT_EQ(removed.size(), 1);
  EXPECT_EQ(lost.size(), 1);
}

TEST(DeskTest, AnAnswerForSomebodyWhoIsGoneIsDropped) {
  PlayedLink link;
  Desk desk(link);
  auto context = std::make_unique<QObject>();
  bool answered = false;
  desk.lockAll(LockReason::kAsked, LockWhich::kEveryKey, context.get(),
               [&](const Result<std::size_t>&) { answered = true; });
  desk.lockAll(LockReason::kScreenLocked, LockWhich::kHeldUntilScreenLock, &desk,
               [&](const Result<std::size_t>&) {});
  context.reset();
  link.locks_of_all[0].done(1U);
  EXPECT_FALSE(answered);
  EXPECT_EQ(link.locks_of_all[1].reason, LockReason::kScreenLocked);
  EXPECT_EQ(link.locks_of_all[1].which, LockWhich::kHeldUntilScreenLock);
}

TEST(DeskTest, TheHistoryTellsWhatHappenedNewestFirst) {
  PlayedLink link;
  Desk desk(link);
  link.tell(locked_token());
  BrokerEvent event;
  event.kind = Kind::kUnlocked;
  event.time = "2026-11-03T14:02:00.000Z";
  event.id = "A1B2C3D4";
  event.token = unlocked_token();
  event.keys = {KeyUse::kDecryption};
  emit link.told(event);
  link.tell(Kind::kPresenceRequested, asking_token());
  Secret passphrase(16);
  desk.unlock(kId, Scope::kDecryption, std::move(passphrase), {}, &desk, {});
  Error wrong = problem_of(Code::kWrongPassphrase);
  wrong.details["tries_left"] = "2";
  link.unlocks[0].second(std::unexpected(wrong));

  QStringList lines;
  for (const HistoryEntry& entry : desk.history().entries())
    lines.append(entry.what + QLatin1Char('|') + entry.detail);
  EXPECT_EQ(lines.join(QLatin1Char('\n')).toStdString(),
            "Wrong passphrase|Decryption · 2 try(s) left\n"
            "Presence requested|github.com · probably firefox\n"
            "Decryption unlocked|until 14:12\n"
            "Connected|host key known\n"
            "Token attached|");
  EXPECT_EQ(desk.history().entries()[2].time.toUTC().time(), QTime(14, 2));
}

TEST(DeskTest, TheHistoryHoldsFiftyEntries) {
  PlayedLink link;
  const Desk desk(link);
  for (int i = 0; i < 80; ++i) link.tell(Kind::kPresenceRequested, asking_token());
  EXPECT_EQ(desk.history().entries().size(), History::kLimit);
}

TEST(TextsTest, TimesFollowTheLocale) {
  EXPECT_EQ(clock_text(local_time("2026-11-03T14:12:00Z")), QStringLiteral("14:12"));
  EXPECT_EQ(clock_text_with_seconds(local_time("2026-11-03T14:12:05.123Z")),
            QStringLiteral("14:12:05"));
  EXPECT_FALSE(local_time("yesterday").isValid());
}

TEST(TextsTest, TheStatesAreSaidAsInTheDesign) {
  EXPECT_EQ(state_line(unlocked_token()), QStringLiteral("Decryption unlocked until 14:12"));
  BrokerToken token = unlocked_token();
  token.held = {{KeyUse::kDecryption, Hold::Kind::kUntilUnplugged, {}}};
  EXPECT_EQ(state_line(token), QStringLiteral("Decryption unlocked until unplugged"));
  open_key(token, KeyUse::kSignature);
  EXPECT_EQ(state_title(token), QStringLiteral("Signing and decryption unlocked"));
  EXPECT_EQ(state_title(locked_token()), QStringLiteral("Locked"));
  EXPECT_EQ(state_title(changed_token()), QStringLiteral("Host key changed"));
  EXPECT_EQ(state_sentence(changed_token()), QStringLiteral("Nothing was sent to this token."));
  EXPECT_EQ(state_title(asking_token()), QStringLiteral("github.com asks for your presence"));
}

TEST(QuietTest, EndsByItself) {
  Quiet quiet;
  const QDateTime now(QDate(2026, 11, 3), QTime(14, 3));
  quiet.pauseUntil(in_one_hour(now));
  EXPECT_EQ(quiet.until(now)->time(), QTime(15, 3));
  EXPECT_FALSE(quiet.until(now.addSecs(3600)));
  quiet.pauseUntil(tomorrow(now));
  EXPECT_EQ(*quiet.until(now), QDateTime(QDate(2026, 11, 4), QTime(0, 0)));
  quiet.resume();
  EXPECT_FALSE(quiet.until(now));
}

class SettingsTest : public ::testing::Test {
 protected:
  SettingsTest() {
    const std::filesystem::path root = folder_.path().toStdString();
    paths_.config_file = root / "user/config.toml";
    paths_.config_dropins = root / "user/config.d";
    paths_.system_config_file = root / "system/config.toml";
    std::filesystem::create_directories(root / "user");
    std::filesystem::create_directories(root / "system");
  }
  static void write(const std::filesystem::path& file, const char* text) {
    std::ofstream(file) << text;
  }
  QTemporaryDir folder_;
  Paths paths_;
};

TEST_F(SettingsTest, AChangeIsWrittenAndToldAtOnce) {
  Settings settings(paths_);
  QSignalSpy changed(&settings, &Settings::changed);
  EXPECT_TRUE(settings.isOn(keys::kLockOnSleep));
  ASSERT_TRUE(settings.setOn(keys::kLockOnSleep, false));
  EXPECT_EQ(changed.size(), 1);
  EXPECT_FALSE(settings.isOn(keys::kLockOnSleep));
  EXPECT_FALSE(Settings(paths_).isOn(keys::kLockOnSleep));
  ASSERT_TRUE(settings.setOn(keys::kLockOnSleep, false));
  EXPECT_EQ(changed.size(), 1) << "nothing changed";
}

TEST_F(SettingsTest, WhatSomebodyEditsIsTakenOver) {
  Settings settings(paths_);
  write(paths_.config_file, "keep-unlocked = \"1h\"\n");
  EXPECT_TRUE(
      eventually([&] { return settings.value(keys::kKeepUnlocked) == QStringLiteral("1h"); }));
}

TEST_F(SettingsTest, WhatTheAdministratorFixedIsToldAndRefused) {
  write(paths_.system_config_file, "[fixed]\nlock-on-sleep = true\n");
  Settings settings(paths_);
  EXPECT_TRUE(settings.isFixed(keys::kLockOnSleep));
  EXPECT_FALSE(settings.isFixed(keys::kKeepRunning));
  EXPECT_FALSE(settings.setOn(keys::kLockOnSleep, false));
  EXPECT_TRUE(settings.isOn(keys::kLockOnSleep));
}

TEST_F(SettingsTest, DefaultsComeBackButWhatBelongsToTheCommandLineStays) {
  write(paths_.config_file,
        "timeout = 20\nkeep-running = false\nglobal-shortcuts = true\npinentry = \"always\"\n");
  Settings settings(paths_);
  EXPECT_FALSE(settings.isOn(keys::kKeepRunning));
  ASSERT_TRUE(settings.restoreDefaults());
  EXPECT_TRUE(settings.isOn(keys::kKeepRunning));
  EXPECT_FALSE(settings.isOn(keys::kGlobalShortcuts));
  EXPECT_NE(settings.value(keys::kPinentry), QStringLiteral("always"));
  EXPECT_EQ(settings.value("timeout"), QStringLiteral("20"));
}

TEST_F(SettingsTest, ABrokenFileIsNamedAndDefaultsApply) {
  write(paths_.config_file, "keep-running = \n");
  const Settings settings(paths_);
  ASSERT_EQ(settings.warnings().size(), 1U);
  EXPECT_EQ(settings.warnings()[0].line, 1);
  EXPECT_TRUE(settings.isOn(keys::kKeepRunning));
}

}  // namespace
}  // namespace gokeyctl::gui
