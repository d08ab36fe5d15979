// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vault.h"

#include <type_traits>
#include <utility>

#include "core/vault/host_key.h"

namespace gokey::vault {
namespace {

// Draws no random number, and opens, uses or makes no key.
template <typename Asked>
constexpr bool harmless(const Asked&) {
  return std::is_same_v<Asked, Refresh> || std::is_same_v<Asked, Describe> ||
         std::is_same_v<Asked, Lock> || std::is_same_v<Asked, TakeHostKey> ||
         std::is_same_v<Asked, FactoryReset>;
}

OpenError record_error(SealedError error) {
  switch (error) {
    case SealedError::kStore:
      return OpenError::kStore;
    case SealedError::kVersion:
      return OpenError::kRecordVersion;
    case SealedError::kForeign:
      return OpenError::kForeign;
    default:
      return OpenError::kRecordDamaged;
  }
}

OpenError counters_error(CountersError error) {
  switch (error) {
    case CountersError::kMissing:
      return OpenError::kCountersMissing;
    case CountersError::kStore:
      return OpenError::kStore;
    case CountersError::kVersion:
      return OpenError::kCountersVersion;
    case CountersError::kDamaged:
      return OpenError::kCountersDamaged;
    case CountersError::kForeign:
      return OpenError::kCountersForeign;
  }
  return OpenError::kCountersDamaged;
}

Outcome outcome_of(KeyError error) {
  switch (error) {
    case KeyError::kBadData:
      return Outcome::kBadData;
    case KeyError::kWrongAlgorithm:
      return Outcome::kWrongAlgorithm;
    case KeyError::kFailed:
      return Outcome::kFailed;
  }
  return Outcome::kFailed;
}

}  // namespace

std::string_view describe(OpenError error) {
  switch (error) {
    case OpenError::kStore:
      return "the storage could not be read";
    case OpenError::kForeign:
      return "the storage was sealed for another device";
    case OpenError::kRecordVersion:
      return "the token record was written by another version";
    case OpenError::kRecordDamaged:
      return "the token record is damaged";
    case OpenError::kCountersMissing:
      return "the counters of the token record are missing";
    case OpenError::kCountersVersion:
      return "the counters were written by another version";
    case OpenError::kCountersDamaged:
      return "the counters are damaged";
    case OpenError::kCountersForeign:
      return "the counters belong to another token record";
  }
  return {};
}

Vault::Vault(hal::Store& store, const hal::DeviceKey& device, const hal::Clock& clock,
             hal::Random& random)
    : store_(store),
      device_(device),
      random_(random),
      counters_(store, device, random),
      durable_(counters_, clock),
      policy_(durable_),
      fido_(store, device, clock, random),
      quick_(device, random) {}

Vault::Vault(hal::Store& store, const hal::DeviceKey& device, const hal::Clock& clock,
             hal::Random& random, RetryPolicy& policy)
    : store_(store),
      device_(device),
      random_(random),
      counters_(store, device, random),
      durable_(counters_, clock),
      policy_(policy),
      fido_(store, device, clock, random),
      quick_(device, random) {}

std::expected<VaultState, OpenError> Vault::open() {
  forget();
  const auto state = read_storage();
  open_ = state.has_value();
  damaged_ = !open_;
  return state;
}

std::expected<VaultState, OpenError> Vault::read_storage() {
  const auto bytes = load_sealed(store_, device_, kRecordKind);
  if (!bytes && bytes.error() == SealedError::kMissing) return VaultState::kFactory;
  if (!bytes) return std::unexpected(record_error(bytes.error()));
  auto record = decode_record(bytes->bytes());
  if (!record) return std::unexpected(OpenError::kRecordDamaged);
  if (const auto loaded = counters_.load(record->id); !loaded) {
    return std::unexpected(counters_error(loaded.error()));
  }
  if (!fido_.open(record->id, record->pub.attestation)) return std::unexpected(OpenError::kStore);
  durable_.start();
  record_ = std::move(*record);
  const bool at_start = record_->pub.snvs != SnvsMode::kSsh && random_.healthy();
  if (at_start && !initialise()) {
    record_.reset();
    return std::unexpected(OpenError::kRecordDamaged);
  }
  return VaultState::kProvisioned;
}

void Vault::forget() {
  open_ = false;
  initialised_ = false;
  record_.reset();
  for (auto& key : keys_) key.reset();
  quick_.forget();
  fido_.close();
}

Response Vault::handle(const Request& request) {
  // The console stays up to say what is wrong, and to end it.
  const bool served = open_ || (damaged_ && (std::holds_alternative<TakeHostKey>(request) ||
                                             std::holds_alternative<FactoryReset>(request)));
  Response response = with(Outcome::kRefused);
  response.snapshot = snapshot();
  if (!served) return response;
  response = std::visit(
      [this](const auto& asked) {
        if (!random_.healthy() && !harmless(asked)) return with(Outcome::kNoRandom);
        if constexpr (requires { fido_.serve(asked); }) {
          return fido_.serve(asked);
        } else {
          return serve(asked);
        }
      },
      request);
  response.snapshot = snapshot();
  return response;
}

// Keys without passphrase are unlocked from now on.
bool Vault::initialise() {
  for (const KeyUse use : kAllUses) {
    const Slot key = slot(use);
    if (key.info == nullptr || key.info->has_passphrase) continue;
    QuickUnlock::Attempt nothing(quick_, {});
    if (!unlock(use, nothing)) return false;
  }
  initialised_ = true;
  fido_.start();
  return true;
}

Vault::Slot Vault::slot(KeyUse use) const {
  if (!record_) return {};
  const auto& info = record_->pub.keys[index(use)];
  const auto& secret = record_->keys[index(use)];
  if (!info || !secret) return {};
  return {&*info, &*secret};
}

bool Vault::unlock(KeyUse use, QuickUnlock::Attempt& attempt) {
  const Slot key = slot(use);
  if (!record_ || key.info == nullptr) return false;
  const QuickUnlock::Place place{record_->id, use, key.info->fingerprint};
  const bool known = quick_.knows(use);
  // A passphrase that is not the known one is wrong: the slow check has nothing to add.
  const auto cipher_key = known ? attempt.recall(place)
                                : std::optional(cipher_key_of(*key.secret, attempt.passphrase()));
  if (!cipher_key) return false;
  keys_[index(use)] = open_key(key.info->key, *key.secret, cipher_key->bytes(), random_);
  if (!keys_[index(use)]) return false;
  if (!known && QuickUnlock::pays(*key.secret)) attempt.keep(place, cipher_key->bytes());
  return true;
}

Response Vault::serve(const Refresh&) { return {}; }

Response Vault::serve(const Describe&) {
  Response response;
  if (record_) response.record = record_->pub;
  return response;
}

Response Vault::serve(const Initialise&) {
  if (!record_) return with(Outcome::kNotProvisioned);
  if (initialised_) return with(Outcome::kAlreadyInitialised);
  return with(initialise() ? Outcome::kDone : Outcome::kFailed);
}

Response Vault::serve(const Unlock& request) {
  if (!record_) return with(Outcome::kNotProvisioned);
  if (request.keys.empty()) return with(Outcome::kBadData);
  if (!initialised_ && !initialise()) return with(Outcome::kFailed);

  Response response;
  bool any_present = false;
  bool any_locked = false;
  for (const KeyUse use : kAllUses) {
    if (!request.keys.has(use)) continue;
    KeyChange& change = response.changes[index(use)];
    any_present = any_present || present(use);
    if (!present(use)) {
      change = KeyChange::kMissing;
    } else if (keys_[index(use)]) {
      change = KeyChange::kAlreadyUnlocked;
    } else {
      any_locked = true;
    }
  }
  if (!any_present) {
    response.outcome = Outcome::kNoKey;
  } else if (any_locked) {
    response.outcome = try_passphrase(request, response);
  }
  return response;
}

// Tries the passphrase on the requested keys that are locked: those whose change is still kNone.
Outcome Vault::try_passphrase(const Unlock& request, Response& response) {
  if (request.passphrase.empty()) return Outcome::kBadData;
  bool counted = false;
  bool opened = false;
  bool blocked = false;
  QuickUnlock::Attempt attempt(quick_, request.passphrase.bytes());
  for (const KeyUse use : kAllUses) {
    KeyChange& change = response.changes[index(use)];
    if (!request.keys.has(use) || change != KeyChange::kNone) continue;
    if (!counted || policy_.counts_each_key()) {
      if (policy_.tries_left() == 0) {
        change = KeyChange::kBlocked;
        blocked = true;
        continue;
      }
      if (!policy_.count_try()) return Outcome::kStorage;
      counted = true;
    }
    if (!unlock(use, attempt)) {
      change = KeyChange::kWrongPassphrase;
      continue;
    }
    change = KeyChange::kUnlocked;
    if ((policy_.counts_each_key() || !opened) && !policy_.forgive()) {
      // Unlocked and yet counted as a wrong try would be neither; the key is locked again.
      keys_[index(use)].reset();
      change = KeyChange::kNone;
      return Outcome::kStorage;
    }
    opened = true;
  }
  if (opened) return Outcome::kDone;
  return counted || !blocked ? Outcome::kWrongPassphrase : Outcome::kRetryDelay;
}

Response Vault::serve(const Lock& request) {
  if (!record_) return with(Outcome::kNotProvisioned);
  if (!initialised_) return with(Outcome::kNotInitialised);
  if (request.keys.empty()) return with(Outcome::kBadData);
  Response response;
  bool any_present = false;
  for (const KeyUse use : kAllUses) {
    if (!request.keys.has(use)) continue;
    response.changes[index(use)] = lock(use);
    any_present = any_present || present(use);
  }
  if (!any_present) response.outcome = Outcome::kNoKey;
  return response;
}

KeyChange Vault::lock(KeyUse use) {
  const Slot key = slot(use);
  if (key.info == nullptr) return KeyChange::kMissing;
  if (!keys_[index(use)]) return KeyChange::kAlreadyLocked;
  if (!key.info->has_passphrase) return KeyChange::kNoPassphrase;
  keys_[index(use)].reset();
  return KeyChange::kLocked;
}

std::expected<const PrivateKey*, Outcome> Vault::usable(KeyUse use) const {
  if (!record_) return std::unexpected(Outcome::kNotProvisioned);
  if (!initialised_) return std::unexpected(Outcome::kNotInitialised);
  if (!present(use)) return std::unexpected(Outcome::kNoKey);
  if (!keys_[index(use)]) return std::unexpected(Outcome::kLocked);
  return keys_[index(use)].get();
}

// Saved before the signature leaves. At its end the counter stays there rather than beginning anew.
Outcome Vault::count_signature() {
  CounterValues values = counters_.values();
  if (values.signatures < kMaxSignatures) ++values.signatures;
  return counters_.save(values) ? Outcome::kDone : Outcome::kStorage;
}

Response Vault::serve(const Sign& request) {
  const auto key = usable(request.use);
  if (!key) return with(key.error());
  auto signature = (*key)->sign(request.data, random_);
  Response response = with(signature ? Outcome::kDone : outcome_of(signature.error()));
  if (request.use == KeyUse::kSignature) {
    if (signature) response.outcome = count_signature();
    // OpenPGP card 3.4.1, 4.4.1 (DO C4): one verification, one signature. A failed attempt uses it
    // up as well.
    if (record_ && !record_->pub.signature_pin_once) {
      response.changes[index(request.use)] = lock(request.use);
    }
  }
  if (response.outcome == Outcome::kDone) response.data = std::move(*signature);
  return response;
}

Response Vault::serve(const Decipher& request) {
  if (request.use == KeyUse::kSignature) return with(Outcome::kRefused);
  const auto key = usable(request.use);
  if (!key) return with(key.error());
  auto message = (*key)->decipher(request.data, random_);
  if (!message) return with(outcome_of(message.error()));
  Response response;
  response.data = std::move(*message);
  return response;
}

Response Vault::serve(const TakeHostKey&) {
  if (host_key_taken_) return with(Outcome::kRefused);
  host_key_taken_ = true;
  Response response;
  if (record_ && !record_->host_key_pem.empty()) {
    response.data = crypto::Secret::copy_of(record_->host_key_pem.bytes());
    response.host_key_is_pem = true;
    return response;
  }
  response.data = derive_host_key(device_);
  return response;
}

Response Vault::serve(const FidoStart&) {
  if (!record_) return with(Outcome::kNotProvisioned);
  fido_.start();
  return {};
}

Snapshot Vault::snapshot() const {
  Snapshot now;
  now.provisioned = record_.has_value();
  now.damaged = damaged_;
  now.initialised = initialised_;
  now.tries_left = policy_.tries_left();
  now.retry_at_ms = policy_.retry_at_ms();
  if (!record_) return now;
  now.fido = fido_.state();
  now.secure_storage = record_->pub.snvs != SnvsMode::kNone && !device_.test_key();
  now.signatures = counters_.values().signatures;
  for (const KeyUse use : kAllUses) {
    now.keys[index(use)] = {present(use), keys_[index(use)] == nullptr};
  }
  return now;
}

}  // namespace gokey::vault
