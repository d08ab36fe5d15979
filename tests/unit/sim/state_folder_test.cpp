// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/state_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "temporary_folder.h"

namespace gokey::sim {
namespace {

constexpr std::chrono::milliseconds kAtOnce{0};

std::array<std::uint8_t, 32> derived(const StateFolder& folder, std::string_view purpose) {
  std::array<std::uint8_t, 32> key{};
  folder.device_key().derive(purpose, key);
  return key;
}

TEST(StateFolder, ANewFolderIsANewTokenForItsOwnerAlone) {
  TemporaryFolder parent;
  const std::string path = parent.path() / "new" / "state";
  ASSERT_TRUE(StateFolder::open(path, kAtOnce).has_value());
  struct stat info{};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0700U);
  ASSERT_EQ(::stat((path + "/device.key").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  EXPECT_EQ(info.st_size, 36);
}

TEST(StateFolder, TheSameFolderIsTheSameTokenAtEveryStart) {
  TemporaryFolder folder;
  const auto key = derived(*StateFolder::open(folder.path(), kAtOnce), "a");
  const auto again = StateFolder::open(folder.path(), kAtOnce);
  EXPECT_EQ(derived(*again, "a"), key);
  EXPECT_NE(derived(*again, "b"), key) << "purposes must give independent keys";
}

TEST(StateFolder, TwoTokensDiffer) {
  TemporaryFolder one;
  TemporaryFolder other;
  EXPECT_NE(derived(*StateFolder::open(one.path(), kAtOnce), "a"),
            derived(*StateFolder::open(other.path(), kAtOnce), "a"));
}

TEST(StateFolder, OnlyOneHasItOpen) {
  TemporaryFolder folder;
  const auto first = StateFolder::open(folder.path(), kAtOnce);
  ASSERT_TRUE(first.has_value());
  const auto second = StateFolder::open(folder.path(), std::chrono::milliseconds(30));
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, Exit::kBusy);
}

TEST(StateFolder, AnotherVersionIsLeftUntouched) {
  TemporaryFolder folder;
  ASSERT_TRUE(StateFolder::open(folder.path(), kAtOnce).has_value());
  const std::string key = folder.read("device.key");
  folder.write("version", "gokey-sim state 2\n");
  const auto opened = StateFolder::open(folder.path(), kAtOnce);
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().why.find("another version"), std::string::npos);
  EXPECT_EQ(folder.read("version"), "gokey-sim state 2\n");
  EXPECT_EQ(folder.read("device.key"), key);
}

TEST(StateFolder, SomebodyElsesFolderIsLeftUntouched) {
  TemporaryFolder folder;
  folder.write("letter.txt", "dear");
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce).has_value());
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "device.key"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "lock"));
}

TEST(StateFolder, ALostDeviceKeyIsNotMadeAnew) {
  TemporaryFolder folder;
  ASSERT_TRUE(StateFolder::open(folder.path(), kAtOnce).has_value());
  std::filesystem::remove(folder.path() / "device.key");
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce).has_value());
  folder.write("device.key", "short");
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce).has_value());
  EXPECT_EQ(folder.read("device.key"), "short");
}

TEST(StateFolder, AnInterruptedFirstStartIsContinued) {
  TemporaryFolder folder;
  const auto key = derived(*StateFolder::open(folder.path(), kAtOnce), "a");
  std::filesystem::remove(folder.path() / "version");  // the last thing a first start writes
  const auto opened = StateFolder::open(folder.path(), kAtOnce);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(derived(*opened, "a"), key);
}

}  // namespace
}  // namespace gokey::sim
