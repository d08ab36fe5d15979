// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A vault with the rules of the real one and none of its arithmetic: one passphrase, three tries,
// then a minute's delay. It answers when the test lets the loop run.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "../token/scripted_vault.h"
#include "core/console/session.h"
#include "hal/random.h"
#include "hal/reset.h"
#include "wire/bytes.h"
#include "wire/hex.h"

namespace gokey::testing {

class ToyVault : public vault::Port {
 public:
  explicit ToyVault(const hal::Clock& clock) : clock_(clock) {
    record = three_keys();
    state = locked_snapshot();
  }

  void submit(vault::Request request, Done done) override {
    queue_.push_back({std::move(request), std::move(done)});
  }
  // Answers everything that waits, as the loop would.
  void run() {
    while (!queue_.empty()) {
      auto [request, done] = std::move(queue_.front());
      queue_.pop_front();
      if (state.retry_at_ms && clock_.now_ms() >= *state.retry_at_ms) {
        state.retry_at_ms.reset();
        state.tries_left = 1;
      }
      vault::Response response;
      std::visit([&](auto& asked) { serve(asked, response); }, request);
      response.snapshot = state;
      done(std::move(response));
    }
  }
  [[nodiscard]] bool idle() const { return queue_.empty(); }

  vault::PublicRecord record;
  vault::Snapshot state;
  bool provisioned = true;
  bool one_key_one_try = false;    // the original's rule: every key that is tried costs a try, and
                                   // nothing gives any back
  std::vector<std::string> forms;  // that were sent to be provisioned
  bool fails = false, given_host_key = false;
  unsigned tried = 0;  // passphrases that were checked

 private:
  void serve(const vault::Describe&, vault::Response& response) const {
    if (provisioned) response.record = record;
  }
  // What a console does not ask for.
  template <typename T>
  void serve(const T&, vault::Response& response) const {
    response.outcome = vault::Outcome::kRefused;
  }
  // Takes any form but "bad…"; `fails`: as if the medium did.
  void serve(const vault::Provision& asked, vault::Response& response) {
    const std::string_view form = wire::as_text(asked.form.bytes());
    forms.emplace_back(form);
    if (provisioned) {
      response.outcome = vault::Outcome::kAlreadyProvisioned;
    } else if (form.find("bad") != std::string_view::npos) {
      response.outcome = vault::Outcome::kBadForm;
      response.data = crypto::Secret::copy_of(wire::as_bytes("the key file is damaged"));
    } else if (fails) {
      response.outcome = vault::Outcome::kStorage;
    } else {
      provisioned = true;
      response.record = record;
    }
  }
  void serve(const vault::SignReceipt&, vault::Response& response) {
    response.outcome = given_host_key ? vault::Outcome::kWrongAlgorithm : vault::Outcome::kDone;
    response.data = crypto::Secret::copy_of(wire::as_bytes("signature\n"));
  }
  void serve(const vault::FactoryReset&, vault::Response& response) {
    if (fails) {
      response.outcome = vault::Outcome::kStorage;
    } else {
      provisioned = false;
      state = {};
    }
  }
  void serve(const vault::FidoStart&, vault::Response&) { state.fido.initialised = true; }
  void serve(const vault::Initialise&, vault::Response& response) {
    response.outcome =
        state.initialised ? vault::Outcome::kAlreadyInitialised : vault::Outcome::kDone;
    state.initialised = true;
  }
  void serve(const vault::Unlock& asked, vault::Response& response) {
    bool opened = false;
    bool counted = false;
    bool blocked = false;
    for (const vault::KeyUse use : vault::kAllUses) {
      if (!asked.keys.has(use)) continue;
      vault::KeyChange& change = response.changes[vault::index(use)];
      vault::KeyState& key = state.keys[vault::index(use)];
      if (!record.keys[vault::index(use)]) {
        change = vault::KeyChange::kMissing;
      } else if (!key.locked) {
        change = vault::KeyChange::kAlreadyUnlocked;
        opened = true;
      } else if (state.tries_left == 0 && !counted) {
        change = vault::KeyChange::kBlocked;
        blocked = true;
      } else {
        if (!counted || one_key_one_try) {
          --state.tries_left;
          ++tried;
        }
        counted = true;
        const bool right = wire::as_text(asked.passphrase.bytes()) == "correct-horse";
        key.locked = !right;
        change = right ? vault::KeyChange::kUnlocked : vault::KeyChange::kWrongPassphrase;
        opened = opened || right;
        if (right) state.tries_left = 3;
      }
    }
    if (opened) return;
    response.outcome = blocked   ? vault::Outcome::kRetryDelay
                       : counted ? vault::Outcome::kWrongPassphrase
                                 : vault::Outcome::kNoKey;
    if (counted && state.tries_left == 0 && !one_key_one_try) {
      state.retry_at_ms = clock_.now_ms() + 60000;
    }
  }
  void serve(const vault::Lock& asked, vault::Response& response) {
    if (!state.initialised) {
      response.outcome = vault::Outcome::kNotInitialised;
      return;
    }
    for (const vault::KeyUse use : vault::kAllUses) {
      if (!asked.keys.has(use)) continue;
      vault::KeyState& key = state.keys[vault::index(use)];
      vault::KeyChange& change = response.changes[vault::index(use)];
      if (!record.keys[vault::index(use)]) {
        change = vault::KeyChange::kMissing;
      } else {
        change = key.locked ? vault::KeyChange::kAlreadyLocked : vault::KeyChange::kLocked;
        key.locked = true;
      }
    }
  }
  void serve(const vault::Sign& asked, vault::Response& response) {
    vault::KeyState& key = state.keys[vault::index(asked.use)];
    if (key.locked) {
      response.outcome = vault::Outcome::kLocked;
      return;
    }
    ++state.signatures;
    key.locked = true;
    response.changes[vault::index(asked.use)] = vault::KeyChange::kLocked;
  }
  void serve(const vault::Decipher&, vault::Response&) const {}
  void serve(const vault::Refresh&, vault::Response&) const {}
  void serve(const vault::TakeHostKey&, vault::Response&) const {}

  const hal::Clock& clock_;
  struct Waiting {
    vault::Request request;
    Done done;
  };
  std::deque<Waiting> queue_;
};

class FakeChannel : public console::Channel {
 public:
  void write(std::string_view bytes) override { out += bytes; }
  void write_error(std::string_view bytes) override { err += bytes; }
  [[nodiscard]] std::size_t pending() const override { return stuck; }
  void finish(int exit_status) override {
    status = exit_status;
    ++finished;
  }

  std::string out;
  std::string err;
  std::size_t stuck = 0;
  int status = -1;
  int finished = 0;
};

class FakeRandom : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    std::copy_n(next.begin(), std::min(out.size(), next.size()), out.begin());
  }
  std::vector<std::uint8_t> next = std::vector<std::uint8_t>(32, 0x5A);
};

class FakeReset : public hal::Reset {
 public:
  void request() override { ++requests; }
  int requests = 0;
};

inline void type(console::Session& session, std::string_view keys) {
  session.data(wire::as_bytes(keys));
}

}  // namespace gokey::testing
