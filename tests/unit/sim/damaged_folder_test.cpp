// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The way out of values in files that cannot be opened: a factory reset, by a process that is
// killed before each of its steps.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../vault/fakes.h"
#include "boards/sim/file_store.h"
#include "temporary_folder.h"

namespace gokey::sim {
namespace {

using testing::FixedDeviceKey;
using testing::ManualClock;
using testing::TestRandom;
using vault::Outcome;
using vault::VaultState;
using Opened = std::expected<VaultState, vault::OpenError>;

// A start of the token on this folder.
struct Start {
  explicit Start(int folder, FileStore::Probe probe = {})
      : store(folder, std::move(probe)), vault(store, device, clock, random) {}
  [[nodiscard]] bool provision() {
    vault::ProvisionInput input;
    input.openpgp_key = crypto::Secret::copy_of(testing::test_file("ed25519.asc"));
    return vault::provision(store, device, random, input).has_value();
  }
  FixedDeviceKey device;
  ManualClock clock;
  TestRandom random;
  FileStore store;
  vault::Vault vault;
};

// The process is killed before the n-th step of the reset; false if it has fewer.
bool reset_and_die_before(int n, int folder) {
  const pid_t child = ::fork();
  if (child == 0) {
    Start start(folder, [&n](FileStore::Step) {
      if (n-- == 0) ::kill(::getpid(), SIGKILL);
    });
    static_cast<void>(start.vault.open());
    const auto done = start.vault.handle(vault::FactoryReset{});
    ::_exit(done.outcome == Outcome::kDone ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

struct Damage {
  const char* file;
  const char* content;
};

TEST(DamagedFolder, AResetKilledAtAnyStepIsWholeOrCanBeRepeated) {
  const Damage damages[] = {{"record", "\x01 not a record"}, {"counters", "\x01 none either"}};
  for (const Damage& damage : damages) {
    int damaged_still = 0;
    int n = 0;
    for (bool killed = true; killed; ++n) {
      TemporaryFolder folder;
      ASSERT_TRUE(Start(folder.fd()).provision());
      folder.write(damage.file, damage.content);
      killed = reset_and_die_before(n, folder.fd());
      Start after(folder.fd());
      Opened state = after.vault.open();
      if (!state) {
        ++damaged_still;
        EXPECT_TRUE(after.vault.handle(vault::Refresh{}).snapshot.damaged) << n;
        ASSERT_EQ(after.vault.handle(vault::FactoryReset{}).outcome, Outcome::kDone) << n;
        state = after.vault.open();
      }
      ASSERT_EQ(state, VaultState::kFactory) << damage.file << " " << n;
      EXPECT_TRUE(after.provision()) << n;
      EXPECT_EQ(after.vault.open(), VaultState::kProvisioned) << n;
    }
    EXPECT_EQ(damaged_still, 1) << "with the mark there the next start goes on by itself";
    EXPECT_GT(n, 8);
  }
}

}  // namespace
}  // namespace gokey::sim
