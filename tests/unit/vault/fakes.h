// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A board of nothing: storage in memory that fails when told to, a clock set by hand, a fixed
// device key.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/hash.h"
#include "core/vault/provision.h"
#include "core/vault/vault.h"
#include "fixed_device_key.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "hal/store.h"
#include "wire/bytes.h"

namespace gokey::testing {

enum class SaveFault : std::uint8_t {
  kNone,
  kBefore,  // the save fails and the old value stays
  kAfter,   // the new value is there, but the caller is told of a failure
};

class MemoryStore final : public hal::Store {
 public:
  std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> load(
      std::string_view name) override {
    if (load_fails) return std::unexpected(hal::StoreError::kIo);
    const auto found = values.find(std::string(name));
    if (found == values.end()) return std::nullopt;
    return found->second;
  }
  std::expected<void, hal::StoreError> save(std::string_view name,
                                            std::span<const std::uint8_t> value) override {
    ++saves;
    const SaveFault now = saves == fail_at ? fault : SaveFault::kNone;
    if (now == SaveFault::kBefore) return std::unexpected(hal::StoreError::kIo);
    values[std::string(name)].assign(value.begin(), value.end());
    if (now == SaveFault::kAfter) return std::unexpected(hal::StoreError::kIo);
    return {};
  }
  std::expected<void, hal::StoreError> erase() override {
    if (erase_fails) return std::unexpected(hal::StoreError::kIo);
    values.clear();
    return {};
  }
  // The n-th save from now on fails.
  void fail(int n, SaveFault how) {
    saves = 0;
    fail_at = n;
    fault = how;
  }

  std::map<std::string, std::vector<std::uint8_t>> values;
  bool load_fails = false, erase_fails = false;
  int saves = 0;
  int fail_at = 0;
  SaveFault fault = SaveFault::kNone;
};

class ManualClock final : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return now; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
  std::uint64_t now = 5000;
};

class TestRandom final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    ++drawn;
    std::ranges::generate(out, [this] { return static_cast<std::uint8_t>(engine_()); });
  }
  [[nodiscard]] bool healthy() const override { return !failed; }

  bool failed = false;
  int drawn = 0;  // how often

 private:
  std::mt19937_64 engine_{20261120};
};

inline std::vector<std::uint8_t> test_file(std::string_view name) {
  std::ifstream file(std::string(GOKEY_TEST_DATA "/keys/") + std::string(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline crypto::Secret secret(std::string_view text) {
  return crypto::Secret::copy_of(wire::as_bytes(text));
}

inline vault::Unlock unlock(vault::KeySet keys, std::string_view passphrase) {
  return vault::Unlock{keys, secret(passphrase)};
}

// A token that can be switched off and on.
struct Bench {
  MemoryStore store;
  FixedDeviceKey device;
  ManualClock clock;
  TestRandom random;
  std::optional<vault::Vault> token;

  [[nodiscard]] std::expected<void, vault::ProvisionError> provision(
      std::string_view key_file, vault::SnvsMode snvs = vault::SnvsMode::kNone,
      bool pin_once = false) {
    vault::ProvisionInput input;
    input.openpgp_key = crypto::Secret::copy_of(test_file(key_file));
    input.signature_pin_once = pin_once;
    input.snvs = snvs;
    if (snvs == vault::SnvsMode::kSsh) {
      input.authorized_keys =
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me\n";
    }
    return vault::provision(store, device, random, input);
  }
  // A restart: the clock begins anew as well.
  std::expected<vault::VaultState, vault::OpenError> start() {
    clock.now = 5000;
    token.emplace(store, device, clock, random);
    return token->open();
  }
  vault::Response ask(const vault::Request& request) { return token->handle(request); }
  void wait_minutes(std::uint64_t minutes) { clock.now += minutes * 60'000; }
};

}  // namespace gokey::testing
