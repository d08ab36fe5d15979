// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/file_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "temporary_folder.h"
#include "wire/bytes.h"

namespace gokey::sim {
namespace {

using hal::StoreError;
using Step = FileStore::Step;

std::string text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

// A process that saves "new" over "old" and is killed before `step`.
void save_and_die_before(Step step, int folder) {
  const pid_t child = ::fork();
  if (child == 0) {
    FileStore store(folder, [&](Step now) {
      if (now == step) ::kill(::getpid(), SIGKILL);
    });
    static_cast<void>(store.save("counters", wire::as_bytes("new")));
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status)) << "the step was not reached";
}

TEST(FileStore, WhatWasNeverSavedIsNotThere) {
  TemporaryFolder folder;
  const auto value = FileStore(folder.fd()).load("record");
  ASSERT_TRUE(value.has_value());
  EXPECT_FALSE(value->has_value());
}

TEST(FileStore, GivesBackWhatWasSavedLast) {
  TemporaryFolder folder;
  FileStore store(folder.fd());
  ASSERT_TRUE(store.save("record", wire::as_bytes("a longer first value")));
  ASSERT_TRUE(store.save("record", wire::as_bytes("second")));
  EXPECT_EQ(text(**store.load("record")), "second");
}

TEST(FileStore, FilesAreForTheOwnerAlone) {
  TemporaryFolder folder;
  ASSERT_TRUE(FileStore(folder.fd()).save("record", wire::as_bytes("x")));
  struct stat info{};
  ASSERT_EQ(::stat((folder.path() / "record").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST(FileStore, KilledBeforeTheRenameTheOldValueStays) {
  for (const Step step : {Step::kCreate, Step::kWrite, Step::kSync, Step::kRename}) {
    TemporaryFolder folder;
    FileStore store(folder.fd());
    ASSERT_TRUE(store.save("counters", wire::as_bytes("old")));
    save_and_die_before(step, folder.fd());
    EXPECT_EQ(text(**store.load("counters")), "old") << "step " << static_cast<int>(step);
    ASSERT_TRUE(store.save("counters", wire::as_bytes("newer"))) << "a leftover is in the way";
    EXPECT_EQ(text(**store.load("counters")), "newer");
  }
}

TEST(FileStore, KilledAfterTheRenameTheNewValueIsThere) {
  for (const Step step : {Step::kSyncFolder, Step::kDone}) {
    TemporaryFolder folder;
    FileStore store(folder.fd());
    ASSERT_TRUE(store.save("counters", wire::as_bytes("old")));
    save_and_die_before(step, folder.fd());
    EXPECT_EQ(text(**store.load("counters")), "new");
  }
}

// A process that is killed before the n-th step of an erase; false if it has fewer.
bool erase_and_die_before(int n, int folder) {
  const pid_t child = ::fork();
  if (child == 0) {
    FileStore store(folder,
                    [&](Step) {
                      if (n-- == 0) ::kill(::getpid(), SIGKILL);
                    },
                    {"device.key"});
    static_cast<void>(store.erase());
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST(FileStore, AnEraseKilledAtAnyStepIsWholeOrNotBegun) {
  int n = 0;
  for (bool killed = true; killed; ++n) {
    TemporaryFolder folder;
    FileStore store(folder.fd(), {}, {"device.key"});
    for (const char* name : {"record", "counters", "device.key"}) {
      ASSERT_TRUE(store.save(name, wire::as_bytes("value")));
    }
    folder.write("record.tmp", "half a value");
    killed = erase_and_die_before(n, folder.fd());
    const bool there = (*store.load("record")).has_value();
    EXPECT_EQ((*store.load("counters")).has_value(), there) << n;
    EXPECT_TRUE(!there || n < 2) << n;
    EXPECT_EQ(text(**store.load("device.key")), "value") << n;
    if (there) continue;
    // Nothing else is left, and the next owner's values stay.
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << n;
    ASSERT_TRUE(store.save("record", wire::as_bytes("new")));
    EXPECT_EQ(text(**FileStore(folder.fd()).load("record")), "new");
  }
  EXPECT_GT(n, 8);
}

TEST(FileStore, NothingButARegularFileOfSensibleSizeIsAValue) {
  TemporaryFolder folder;
  FileStore store(folder.fd());
  std::filesystem::create_directory(folder.path() / "folder");
  std::filesystem::create_symlink("/etc/hostname", folder.path() / "link");
  folder.write("huge", std::string(1024 * 1024 + 1, 'x'));
  for (const char* name : {"folder", "link", "huge"}) {
    const auto value = store.load(name);
    ASSERT_FALSE(value.has_value()) << name;
    EXPECT_EQ(value.error(), StoreError::kDamaged) << name;
  }
}

TEST(FileStore, ANameCannotLeaveTheFolder) {
  TemporaryFolder folder;
  FileStore store(folder.fd());
  for (const char* name : {"", "..", ".hidden", "../other", "a/b", "value.tmp", "Upper"}) {
    EXPECT_FALSE(store.save(name, wire::as_bytes("x")).has_value()) << name;
    EXPECT_FALSE(store.load(name).has_value()) << name;
  }
}

TEST(FileStore, AFullMediumKeepsTheOldValue) {
  if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full";
  TemporaryFolder folder;
  FileStore store(folder.fd());
  ASSERT_TRUE(store.save("counters", wire::as_bytes("old")));
  // The temporary name leads nowhere: the file cannot be written.
  std::filesystem::create_symlink("/dev/full", folder.path() / "counters.tmp");
  EXPECT_FALSE(store.save("counters", wire::as_bytes("new")).has_value());
  EXPECT_EQ(text(**store.load("counters")), "old");
}

}  // namespace
}  // namespace gokey::sim
