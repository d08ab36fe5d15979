// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the FIDO application must not forget, in three sealed values: what changes often, the
// resident credentials, and the attestation that provisioning brought.
#pragma once

#include <expected>
#include <optional>
#include <vector>

#include "core/crypto/secret.h"
#include "core/vault/fido_messages.h"
#include "core/vault/record.h"
#include "core/vault/sealed.h"

namespace gokey::vault {

inline constexpr SealedKind kFidoStateKind{"fido", "gokey/fido-state/v1", 1};
inline constexpr SealedKind kFidoResidentsKind{"fido-residents", "gokey/fido-residents/v1", 1};
inline constexpr SealedKind kAttestationKind{"fido-attestation", "gokey/fido-attestation/v1", 1};

using PinHash = std::array<std::uint8_t, 16>;  // the first half of SHA-256

struct FidoValues {
  std::array<std::uint8_t, 32> seed{};   // with the device key the root of every credential
  std::array<std::uint8_t, 16> epoch{};  // which residents belong to the seed
  std::uint64_t sequence = 0;
  std::uint32_t counter = 0;
  std::optional<PinHash> pin;
  std::uint8_t pin_retries = kPinRetries;
};

struct Attestation {
  RecordId record{};
  crypto::Secret scalar;                  // P-256
  std::vector<std::uint8_t> certificate;  // DER, of that key
};
[[nodiscard]] crypto::Secret encode_attestation(const Attestation& attestation);

class FidoStore {
 public:
  FidoStore(hal::Store& store, const hal::DeviceKey& device, hal::Random& random)
      : store_(store), device_(device), random_(random) {}

  // For a new record: a first seed, and no credentials. False if that could not be saved.
  [[nodiscard]] bool create();
  // kMissing: what create() wrote is gone. Nothing can be used then until forget().
  [[nodiscard]] std::expected<void, SealedError> load();
  // The attestation of this record; kMissing if there is none. The credentials do without.
  [[nodiscard]] std::expected<void, SealedError> load_attestation(const RecordId& record);
  void drop_attestation() { attestation_.reset(); }

  [[nodiscard]] const FidoValues& values() const { return values_; }
  [[nodiscard]] const std::vector<FidoCredential>& residents() const { return residents_; }
  [[nodiscard]] const Attestation* attestation() const {
    return attestation_ ? &*attestation_ : nullptr;
  }

  // All save first and only then take over; false if that failed.
  [[nodiscard]] bool save(FidoValues values);
  [[nodiscard]] bool save(std::vector<FidoCredential> residents);
  // A new seed, no PIN, no credentials. One write decides: the residents of an old seed are none.
  [[nodiscard]] bool forget();

 private:
  [[nodiscard]] std::expected<void, SealedError> load_values();
  [[nodiscard]] std::expected<void, SealedError> load_residents();
  [[nodiscard]] FidoValues fresh();

  hal::Store& store_;
  const hal::DeviceKey& device_;
  hal::Random& random_;
  bool residents_stored_ = false;  // of whatever epoch
  FidoValues values_;
  std::vector<FidoCredential> residents_;
  std::optional<Attestation> attestation_;
};

}  // namespace gokey::vault
