// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A vault that answers as a test says, when the test says so.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "core/token/status.h"
#include "core/vault/port.h"
#include "hal/clock.h"

namespace gokey::testing {

class FakeClock : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return now; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return unix; }
  std::uint64_t now = 1000;
  std::optional<std::uint64_t> unix;
};

class ScriptedVault : public vault::Port {
 public:
  void submit(vault::Request request, Done done) override {
    waiting.push_back({std::move(request), std::move(done)});
  }
  // The oldest request that waits for its answer.
  template <typename T>
  const T* asked() const {
    return waiting.empty() ? nullptr : std::get_if<T>(&waiting.front().request);
  }
  void answer(vault::Response response) {
    Waiting first = std::move(waiting.front());
    waiting.pop_front();
    first.done(std::move(response));
  }

  struct Waiting {
    vault::Request request;
    Done done;
  };
  std::deque<Waiting> waiting;
};

// A record with the three keys of a throw-away identity: RSA signature, RSA decryption, Ed25519
// authentication.
inline vault::PublicRecord three_keys() {
  vault::PublicRecord record;
  record.primary.fill(0xAA);
  const vault::Algorithm algorithms[] = {vault::Algorithm::kRsa2048, vault::Algorithm::kRsa4096,
                                         vault::Algorithm::kEd25519};
  for (const vault::KeyUse use : vault::kAllUses) {
    vault::KeyInfo info;
    info.key.algorithm = algorithms[vault::index(use)];
    info.fingerprint.fill(static_cast<std::uint8_t>(0x11 * (vault::index(use) + 1)));
    info.created = 1795200000;  // 2026-11-20T18:40:00Z
    record.keys[vault::index(use)] = info;
  }
  return record;
}

inline vault::Snapshot locked_snapshot() {
  vault::Snapshot snapshot;
  snapshot.provisioned = true;
  snapshot.initialised = true;
  for (vault::KeyState& key : snapshot.keys) key = {true, true};
  return snapshot;
}

// Whether the token has that key and it is locked.
inline bool is_locked(const token::TokenStatus& status, vault::KeyUse use) {
  const auto& key = status.keys[vault::index(use)];
  return key.has_value() && key->locked;
}

inline vault::Response describe(vault::Snapshot snapshot) {
  vault::Response response;
  response.record = three_keys();
  response.snapshot = snapshot;
  return response;
}

}  // namespace gokey::testing
