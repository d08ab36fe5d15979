// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A passphrase that was right once is checked faster from then on, until the token restarts.
//
// The OpenPGP S2K of a key takes seconds. What it yields is kept in memory, sealed under a key that
// takes the passphrase, stretched at a lower count, and the silicon: nothing of it is in storage,
// and the memory alone verifies no guess. docs/threat-model.md weighs it.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/vault/record.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "wire/bytes.h"

namespace gokey::vault {

class QuickUnlock {
 public:
  // Whose entry it is; it is bound to record and fingerprint.
  struct Place {
    RecordId record{};
    KeyUse use = KeyUse::kSignature;
    Fingerprint fingerprint{};
  };

  QuickUnlock(const hal::DeviceKey& device, hal::Random& random)
      : device_(device), random_(random) {}

  // From now on each first check is the slow one again.
  void forget();
  // True where this is quicker than the key's own protection by enough to be worth it.
  [[nodiscard]] static bool pays(const ProtectedKey& key);
  // The key was opened since forget(): recall() judges its passphrase.
  [[nodiscard]] bool knows(KeyUse use) const { return entries_[index(use)].has_value(); }

  // One passphrase that is tried: it is stretched at most once, however many keys it is tried on.
  class Attempt {
   public:
    // Both outlive the attempt.
    Attempt(QuickUnlock& quick, wire::Bytes passphrase) : quick_(quick), passphrase_(passphrase) {}
    [[nodiscard]] wire::Bytes passphrase() const { return passphrase_; }
    // What keep() was given; nothing unless passphrase and place are the same as then.
    [[nodiscard]] std::optional<crypto::Secret> recall(const Place& place);
    // The passphrase is right: it yields this.
    void keep(const Place& place, wire::Bytes cipher_key);

   private:
    [[nodiscard]] std::span<const std::uint8_t, 32> key();

    QuickUnlock& quick_;
    wire::Bytes passphrase_;
    crypto::Secret key_;  // empty before it is needed
  };

 private:
  const hal::DeviceKey& device_;
  hal::Random& random_;
  crypto::S2k stretch_;  // with a salt of this start, drawn at the first keep()
  bool salted_ = false;
  std::array<std::optional<std::vector<std::uint8_t>>, kKeyCount> entries_;  // sealed
};

}  // namespace gokey::vault
