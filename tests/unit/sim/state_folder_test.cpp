// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/state_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "temporary_folder.h"
#include "wire/bytes.h"

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

std::string value_of(StateFolder& folder, std::string_view name) {
  const auto value = folder.store().load(name);
  if (!value || !*value) return "none";
  return {(*value)->begin(), (*value)->end()};
}

TEST(ImageFolder, KeepsItsValuesInTheImageAlone) {
  TemporaryFolder folder;
  {
    auto opened = StateFolder::open(folder.path(), kAtOnce, Storage::kImage);
    ASSERT_TRUE(opened.has_value()) << opened.error().why;
    ASSERT_TRUE(opened->store().save("record", wire::as_bytes("value")));
  }
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "record"));
  struct stat info{};
  ASSERT_EQ(::stat((folder.path() / "flash.img").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  // It is known by itself; asking for the other kind is a mistake.
  auto again = StateFolder::open(folder.path(), kAtOnce);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(value_of(*again, "record"), "value");
  again = failure(Exit::kFailed, "", "");
  const auto other = StateFolder::open(folder.path(), kAtOnce, Storage::kFiles);
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().code, Exit::kUsage);
}

TEST(ImageFolder, AnOldFolderStaysAsItIs) {
  TemporaryFolder folder;
  ASSERT_TRUE(
      StateFolder::open(folder.path(), kAtOnce)->store().save("record", wire::as_bytes("value")));
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce, Storage::kImage).has_value());
  auto again = StateFolder::open(folder.path(), kAtOnce);
  EXPECT_EQ(value_of(*again, "record"), "value");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "flash.img"));
}

TEST(ImageFolder, AnImageThatIsMissingOrOfAnotherSizeIsRefused) {
  TemporaryFolder folder;
  ASSERT_TRUE(StateFolder::open(folder.path(), kAtOnce, Storage::kImage).has_value());
  const std::filesystem::path image = folder.path() / "flash.img";
  std::filesystem::resize_file(image, std::filesystem::file_size(image) - 1);
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce).has_value());
  std::filesystem::remove(image);
  EXPECT_FALSE(StateFolder::open(folder.path(), kAtOnce).has_value());
  EXPECT_FALSE(std::filesystem::exists(image));
}

TEST(ImageFolder, AnImageOfAnotherTokenIsForeign) {
  TemporaryFolder one;
  TemporaryFolder other;
  {
    auto first = StateFolder::open(one.path(), kAtOnce, Storage::kImage);
    ASSERT_TRUE(first->store().save("record", wire::as_bytes("value")));
    ASSERT_TRUE(StateFolder::open(other.path(), kAtOnce, Storage::kImage).has_value());
  }
  std::filesystem::copy_file(one.path() / "flash.img", other.path() / "flash.img",
                             std::filesystem::copy_options::overwrite_existing);
  auto opened = StateFolder::open(other.path(), kAtOnce);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->store().load("record").error(), hal::StoreError::kForeign);
}

TEST(ImageFolder, DamageInOneCopyIsRepaired) {
  TemporaryFolder folder;
  {
    auto opened = StateFolder::open(folder.path(), kAtOnce, Storage::kImage);
    ASSERT_TRUE(opened->store().save("record", wire::as_bytes("value")));
  }
  std::fstream image(folder.path() / "flash.img", std::ios::in | std::ios::out | std::ios::binary);
  image.seekp(600);  // inside the first entry of the first copy
  image.put('!');
  image.close();
  auto opened = StateFolder::open(folder.path(), kAtOnce);
  EXPECT_EQ(value_of(*opened, "record"), "value");
}

}  // namespace
}  // namespace gokey::sim
