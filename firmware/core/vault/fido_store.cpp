// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/fido_store.h"

#include <utility>

#include "core/vault/fido_codec.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kMaxCertificate = 4096;
constexpr std::size_t kScalarSize = 32;

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoValues>& values) {
  io.fixed(values.seed);
  io.fixed(values.epoch);
  io.number(values.sequence);
  io.number(values.counter);
  io.optional(values.pin, [&](auto& hash) { io.fixed(hash); });
  io.number(values.pin_retries);
}

}  // namespace

crypto::Secret encode_attestation(const Attestation& attestation) {
  return encoded([&](Encoder& out) {
    out.fixed(attestation.record);
    out.blob(attestation.scalar.bytes());
    out.blob(attestation.certificate);
  });
}

std::expected<void, SealedError> FidoStore::load() {
  residents_stored_ = false;
  values_ = {};
  residents_.clear();
  if (auto loaded = load_values(); !loaded) return loaded;
  return load_residents();
}

std::expected<void, SealedError> FidoStore::load_attestation(const RecordId& record) {
  attestation_.reset();
  const auto bytes = load_sealed(store_, device_, kAttestationKind);
  if (!bytes) return std::unexpected(bytes.error());
  Decoder in(bytes->bytes());
  Attestation attestation;
  in.fixed(attestation.record);
  attestation.scalar = in.secret(kScalarSize);
  attestation.certificate = in.bytes(kMaxCertificate);
  if (!in.finished()) return std::unexpected(SealedError::kDamaged);
  // Of another record: what a provisioning that failed half-way left behind.
  if (attestation.record != record) return std::unexpected(SealedError::kMissing);
  attestation_ = std::move(attestation);
  return {};
}

std::expected<void, SealedError> FidoStore::load_values() {
  const auto bytes = load_sealed(store_, device_, kFidoStateKind);
  if (!bytes) return std::unexpected(bytes.error());
  Decoder in(bytes->bytes());
  ReadFields io(in);
  FidoValues values;
  fields(io, values);
  if (!in.finished() || values.pin_retries > kPinRetries) {
    return std::unexpected(SealedError::kDamaged);
  }
  values_ = values;
  return {};
}

std::expected<void, SealedError> FidoStore::load_residents() {
  const auto bytes = load_sealed(store_, device_, kFidoResidentsKind);
  if (!bytes) return std::unexpected(bytes.error());
  Decoder in(bytes->bytes());
  ReadFields io(in);
  std::array<std::uint8_t, 16> epoch{};
  io.fixed(epoch);
  std::vector<FidoCredential> residents;
  io.list(residents, kMaxResident, [&](auto& each) { vault::fields(io, each); });
  if (!in.finished()) return std::unexpected(SealedError::kDamaged);
  residents_stored_ = true;
  if (epoch == values_.epoch) residents_ = std::move(residents);
  return {};
}

FidoValues FidoStore::fresh() {
  FidoValues values;
  random_.fill(values.seed);
  random_.fill(values.epoch);
  return values;
}

// The residents first: they are nothing without the values.
bool FidoStore::create() {
  const FidoValues values = fresh();
  values_.epoch = values.epoch;
  return save(std::vector<FidoCredential>()) && save(values);
}

bool FidoStore::save(FidoValues values) {
  // A failed save may still have reached the medium: its number is not used again.
  values.sequence = ++values_.sequence;
  const crypto::Secret bytes = encoded([&](Encoder& out) {
    WriteFields io(out);
    fields(io, std::as_const(values));
  });
  if (!save_sealed(store_, device_, random_, kFidoStateKind, bytes.bytes())) return false;
  values_ = values;
  return true;
}

bool FidoStore::save(std::vector<FidoCredential> residents) {
  const crypto::Secret bytes = encoded([&](Encoder& out) {
    WriteFields io(out);
    io.fixed(values_.epoch);
    io.list(residents, kMaxResident, [&](const auto& each) { vault::fields(io, each); });
  });
  if (!save_sealed(store_, device_, random_, kFidoResidentsKind, bytes.bytes())) return false;
  residents_ = std::move(residents);
  residents_stored_ = true;
  return true;
}

bool FidoStore::forget() {
  FidoValues values = fresh();
  // It would go back: a relying party could take the token for a copy.
  values.counter = values_.counter;
  if (!save(values)) return false;
  residents_.clear();
  return residents_stored_ || save(std::vector<FidoCredential>());
}

}  // namespace gokey::vault
