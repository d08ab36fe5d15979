// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A vault with passphrases and counters but without arithmetic: results are what the test puts
// there.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/vault/port.h"

namespace gokey::testing {

class FakeVault : public vault::Port {
 public:
  vault::PublicRecord record;
  bool provisioned = true;
  vault::Snapshot snapshot;
  std::array<std::string, vault::kKeyCount> passphrases{"sig-word", "dec-word", "dec-word"};

  // What the next operations give, and what they were asked.
  vault::Outcome outcome = vault::Outcome::kDone;
  std::vector<std::uint8_t> result{0xDE, 0xAD};
  std::vector<vault::Request> asked;

  void submit(vault::Request request, Done done) override {
    waiting_.emplace_back(std::move(request), std::move(done));
  }
  // Serves what waits, as the loop does.
  void run() {
    while (!waiting_.empty()) run_one();
  }
  void run_one() {
    auto [request, done] = std::move(waiting_.front());
    waiting_.pop_front();
    vault::Response response = std::visit([this](auto& each) { return serve(each); }, request);
    response.snapshot = snapshot;
    asked.push_back(std::move(request));
    done(std::move(response));
  }
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

  [[nodiscard]] bool locked(vault::KeyUse use) const {
    return snapshot.keys[vault::index(use)].locked;
  }
  // The data of the last operation.
  template <typename T>
  [[nodiscard]] const T* last() const {
    return asked.empty() ? nullptr : std::get_if<T>(&asked.back());
  }

 private:
  template <typename T>
  vault::Response serve(T&) {
    return {};
  }
  vault::Response serve(vault::Describe&) {
    vault::Response response;
    if (provisioned) response.record = record;
    return response;
  }
  vault::Response serve(vault::Unlock& unlock) {
    vault::Response response;
    if (snapshot.retry_at_ms) {
      response.outcome = vault::Outcome::kRetryDelay;
      return response;
    }
    bool any = false;
    for (const vault::KeyUse use : vault::kAllUses) {
      vault::KeyState& key = snapshot.keys[vault::index(use)];
      vault::KeyChange& change = response.changes[vault::index(use)];
      if (!unlock.keys.has(use)) continue;
      const auto given = unlock.passphrase.bytes();
      const bool right = std::string(given.begin(), given.end()) == passphrases[vault::index(use)];
      change = !key.present  ? vault::KeyChange::kMissing
               : !key.locked ? vault::KeyChange::kAlreadyUnlocked
               : right       ? vault::KeyChange::kUnlocked
                             : vault::KeyChange::kWrongPassphrase;
      if (change == vault::KeyChange::kUnlocked) key.locked = false;
      any = any || change == vault::KeyChange::kUnlocked ||
            change == vault::KeyChange::kAlreadyUnlocked;
    }
    if (any) {
      snapshot.tries_left = 3;
      return response;
    }
    response.outcome = vault::Outcome::kWrongPassphrase;
    if (--snapshot.tries_left == 0) snapshot.retry_at_ms = 61000;
    return response;
  }
  vault::Response serve(vault::Lock& lock) {
    vault::Response response;
    for (const vault::KeyUse use : vault::kAllUses) {
      vault::KeyState& key = snapshot.keys[vault::index(use)];
      if (!lock.keys.has(use) || !key.present) continue;
      response.changes[vault::index(use)] =
          key.locked ? vault::KeyChange::kAlreadyLocked : vault::KeyChange::kLocked;
      key.locked = true;
    }
    return response;
  }
  vault::Response serve(vault::Sign& sign) {
    vault::Response response = operate(sign.use);
    if (sign.use == vault::KeyUse::kSignature && response.outcome == vault::Outcome::kDone) {
      ++snapshot.signatures;
      if (!record.signature_pin_once) {
        snapshot.keys[0].locked = true;
        response.changes[0] = vault::KeyChange::kLocked;
      }
    }
    return response;
  }
  vault::Response serve(vault::Decipher& decipher) { return operate(decipher.use); }

  vault::Response operate(vault::KeyUse use) {
    vault::Response response;
    response.outcome = locked(use) ? vault::Outcome::kLocked : outcome;
    if (response.outcome == vault::Outcome::kDone) response.data = crypto::Secret::copy_of(result);
    return response;
  }

  std::deque<std::pair<vault::Request, Done>> waiting_;
};

}  // namespace gokey::testing
