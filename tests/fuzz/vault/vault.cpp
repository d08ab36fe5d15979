// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Any sequence of requests, restarts and failing saves against a vault with Ed25519 and X25519
// keys. The input is a list of steps: a byte that says what, then for a request its length in two
// bytes and its encoding.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "fakes.h"

namespace {

using gokey::testing::Bench;
using gokey::testing::SaveFault;
using gokey::vault::KeyUse;
using gokey::vault::Outcome;
namespace vault = gokey::vault;

constexpr std::uint8_t kRestart = 0xFF;
constexpr std::uint8_t kWait = 0xFE;  // a minute
constexpr std::uint8_t kFailNextSave = 0xFD;
constexpr std::uint8_t kFailNextSaveLate = 0xFC;
constexpr std::uint8_t kRightPassphrase = 0xFB;  // then the keys

void require(bool holds) {
  if (!holds) std::abort();
}

const std::map<std::string, std::vector<std::uint8_t>>& provisioned() {
  static const auto values = [] {
    Bench bench;
    require(bench.provision("old-protection/aes256-sha256.gpg").has_value());
    return bench.store.values;
  }();
  return values;
}

class Run {
 public:
  Run() {
    bench_.store.values = provisioned();
    require(bench_.start() == vault::VaultState::kProvisioned);
  }

  void step(gokey::wire::Reader& reader) {
    const std::uint8_t what = *reader.u8();
    switch (what) {
      case kRestart:
        return restart();
      case kWait:
        bench_.wait_minutes(1);
        unwaited_failures_ = 0;
        return;
      case kFailNextSave:
        return bench_.store.fail(1, SaveFault::kBefore);
      case kFailNextSaveLate:
        return bench_.store.fail(1, SaveFault::kAfter);
      case kRightPassphrase:
        return ask(gokey::testing::unlock(vault::KeySet::from_bits(reader.u8().value_or(0)),
                                          "old passphrase"));
      default:
        break;
    }
    const auto size = reader.u16();
    const auto bytes = reader.take(size.value_or(0));
    if (!bytes) return;
    if (const auto request = vault::decode_request(*bytes)) ask(*request);
  }

 private:
  void restart() {
    // A save that failed half-way must never make storage unreadable.
    require(bench_.start() == vault::VaultState::kProvisioned);
    check(bench_.ask(vault::Refresh{}));
    for (const auto& key : bench_.ask(vault::Refresh{}).snapshot.keys) require(key.locked);
  }

  // Nothing is left; the token begins anew as it was.
  void reset() {
    require(bench_.ask(vault::FactoryReset{}).outcome == Outcome::kDone);
    require(bench_.store.values.empty());
    require(bench_.ask(vault::Refresh{}).outcome == Outcome::kRefused);
    require(bench_.start() == vault::VaultState::kFactory);
    bench_.store.values = provisioned();
    unwaited_failures_ = 0;
    restart();
  }

  void ask(const vault::Request& request) {
    if (std::holds_alternative<vault::FactoryReset>(request)) return reset();
    const auto before = bench_.ask(vault::Refresh{}).snapshot;
    const auto response = bench_.ask(request);
    check(response);
    if (const auto* sign = std::get_if<vault::Sign>(&request)) {
      const auto& key = before.keys[vault::index(sign->use)];
      if (key.locked) require(response.data.empty() && response.outcome == Outcome::kLocked);
      if (sign->use == KeyUse::kSignature && response.outcome == Outcome::kDone) {
        require(response.snapshot.signatures == before.signatures + 1);
        require(response.snapshot.keys[0].locked);
      }
    }
    if (std::holds_alternative<vault::Unlock>(request)) judge_unlock(response);
  }

  void judge_unlock(const vault::Response& response) {
    const auto unlocked = std::ranges::count(response.changes, vault::KeyChange::kUnlocked);
    if (response.outcome == Outcome::kWrongPassphrase) {
      require(unlocked == 0);
      require(++unwaited_failures_ <= 3);
    }
    if (response.outcome == Outcome::kDone && unlocked > 0) unwaited_failures_ = 0;
  }

  void check(const vault::Response& response) {
    require(response.snapshot.provisioned && response.snapshot.tries_left <= 3);
    require(!response.snapshot.retry_at_ms || response.snapshot.tries_left == 0);
    const auto bytes = vault::encode(response);
    const auto decoded = vault::decode_response(bytes.bytes());
    require(decoded && std::ranges::equal(vault::encode(*decoded).bytes(), bytes.bytes()));
  }

  Bench bench_;
  int unwaited_failures_ = 0;  // since a right passphrase or a wait, restarts or not
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr int kMaxSteps = 64;
  gokey::wire::Reader reader({data, size});
  Run run;
  for (int i = 0; i < kMaxSteps && !reader.empty(); ++i) run.step(reader);
  return 0;
}
