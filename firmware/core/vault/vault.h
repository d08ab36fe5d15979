// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The vault: owner of every private key, passphrase check, retry limit and counter (messages.h says
// what it does). life_cycle.cpp has what begins and ends a token's life.
#pragma once

#include <array>
#include <expected>
#include <memory>
#include <optional>

#include "core/vault/counters.h"
#include "core/vault/fido.h"
#include "core/vault/messages.h"
#include "core/vault/private_key.h"
#include "core/vault/quick_unlock.h"
#include "core/vault/record.h"
#include "core/vault/retry.h"
#include "hal/clock.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "hal/store.h"

namespace gokey::vault {

// What storage holds. Whatever is wrong with it, nothing is repaired or made anew. FIDO's part has
// FidoState::problem for it, so that the other keys stay of use.
enum class VaultState : std::uint8_t { kFactory, kProvisioned };
enum class OpenError : std::uint8_t {
  kStore,            // the medium could not be read
  kForeign,          // all of it was sealed for another device
  kRecordVersion,    // the record is another firmware version's
  kRecordDamaged,    // the record was altered, or belongs to another device
  kCountersMissing,  // a record without its counters
  kCountersVersion,
  kCountersDamaged,
  kCountersForeign,  // counters of another record
};
// For logs: "the token record is damaged".
[[nodiscard]] std::string_view describe(OpenError error);

class Vault {
 public:
  // With DurableRetry.
  Vault(hal::Store& store, const hal::DeviceKey& device, const hal::Clock& clock,
        hal::Random& random);
  // With a policy of the caller's, which outlives the vault.
  Vault(hal::Store& store, const hal::DeviceKey& device, const hal::Clock& clock,
        hal::Random& random, RetryPolicy& policy);
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  // Reads record and counters. Until it succeeded every request is kRefused; after a failure all
  // but TakeHostKey, and the host key is the derived one, and FactoryReset.
  [[nodiscard]] std::expected<VaultState, OpenError> open();
  [[nodiscard]] Response handle(const Request& request);

 private:
  Response serve(const Refresh& request);
  Response serve(const Describe& request);
  Response serve(const Initialise& request);
  Response serve(const Unlock& request);
  Response serve(const Lock& request);
  Response serve(const Sign& request);
  Response serve(const Decipher& request);
  Response serve(const TakeHostKey& request);
  Response serve(const FidoStart& request);
  Response serve(const Provision& request);
  Response serve(const SignReceipt& request);
  Response serve(const FactoryReset& request);

  [[nodiscard]] std::expected<VaultState, OpenError> read_storage();
  // Everything that was read, and every key that is open.
  void forget();
  [[nodiscard]] bool initialise();
  Outcome try_passphrase(const Unlock& request, Response& response);
  KeyChange lock(KeyUse use);
  [[nodiscard]] std::expected<const PrivateKey*, Outcome> usable(KeyUse use) const;
  // What the record holds for a use; both null if it holds no such key.
  struct Slot {
    const KeyInfo* info = nullptr;
    const ProtectedKey* secret = nullptr;
  };
  [[nodiscard]] Slot slot(KeyUse use) const;
  [[nodiscard]] bool present(KeyUse use) const { return slot(use).info != nullptr; }
  // False if the passphrase is wrong.
  bool unlock(KeyUse use, QuickUnlock::Attempt& attempt);
  [[nodiscard]] Outcome count_signature();
  [[nodiscard]] Snapshot snapshot() const;

  hal::Store& store_;
  const hal::DeviceKey& device_;
  hal::Random& random_;
  Counters counters_;
  DurableRetry durable_;
  RetryPolicy& policy_;
  Fido fido_;
  QuickUnlock quick_;

  bool open_ = false;
  bool damaged_ = false;  // could not be opened
  bool initialised_ = false;
  bool host_key_taken_ = false;
  std::optional<TokenRecord> record_;
  std::array<std::unique_ptr<PrivateKey>, kKeyCount> keys_;  // those that are unlocked
};

}  // namespace gokey::vault
