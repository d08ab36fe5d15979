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

// Missing is fine: nothing was saved yet.
std::expected<std::optional<crypto::Secret>, SealedError> load_if_there(
    hal::Store& store, const hal::DeviceKey& device, const SealedKind& kind) {
  auto bytes = load_sealed(store, device, kind);
  if (bytes) return std::optional(std::move(*bytes));
  if (bytes.error() == SealedError::kMissing) return std::nullopt;
  return std::unexpected(bytes.error());
}

}  // namespace

crypto::Secret encode_attestation(const Attestation& attestation) {
  return encoded([&](Encoder& out) {
    out.fixed(attestation.record);
    out.blob(attestation.scalar.bytes());
    out.blob(attestation.certificate);
  });
}

std::expected<void, SealedError> FidoStore::load(const RecordId& record) {
  begun_ = false;
  values_ = {};
  residents_.clear();
  attestation_.reset();
  if (auto loaded = load_attestation(record); !loaded) return loaded;
  if (auto loaded = load_values(); !loaded) return loaded;
  return load_residents();
}

std::expected<void, SealedError> FidoStore::load_attestation(const RecordId& record) {
  const auto bytes = load_if_there(store_, device_, kAttestationKind);
  if (!bytes) return std::unexpected(bytes.error());
  const std::optional<crypto::Secret>& saved = *bytes;
  if (!saved) return {};
  Decoder in(saved->bytes());
  Attestation attestation;
  in.fixed(attestation.record);
  attestation.scalar = in.secret(kScalarSize);
  attestation.certificate = in.bytes(kMaxCertificate);
  if (!in.finished()) return std::unexpected(SealedError::kDamaged);
  // Of another record: what a provisioning that failed half-way left behind.
  if (attestation.record == record) attestation_ = std::move(attestation);
  return {};
}

std::expected<void, SealedError> FidoStore::load_values() {
  const auto bytes = load_if_there(store_, device_, kFidoStateKind);
  if (!bytes) return std::unexpected(bytes.error());
  const std::optional<crypto::Secret>& saved = *bytes;
  if (!saved) return {};
  Decoder in(saved->bytes());
  ReadFields io(in);
  fields(io, values_);
  if (!in.finished() || values_.pin_retries > kPinRetries) {
    return std::unexpected(SealedError::kDamaged);
  }
  begun_ = true;
  return {};
}

std::expected<void, SealedError> FidoStore::load_residents() {
  const auto bytes = load_if_there(store_, device_, kFidoResidentsKind);
  if (!bytes) return std::unexpected(bytes.error());
  const std::optional<crypto::Secret>& saved = *bytes;
  if (!saved) return {};
  Decoder in(saved->bytes());
  ReadFields io(in);
  std::array<std::uint8_t, 16> epoch{};
  io.fixed(epoch);
  std::vector<FidoCredential> residents;
  io.list(residents, kMaxResident, [&](auto& each) { vault::fields(io, each); });
  if (!in.finished()) return std::unexpected(SealedError::kDamaged);
  if (begun_ && epoch == values_.epoch) residents_ = std::move(residents);
  return {};
}

FidoValues FidoStore::fresh() {
  FidoValues values;
  random_.fill(values.seed);
  random_.fill(values.epoch);
  return values;
}

bool FidoStore::begin() { return begun_ || save(fresh()); }

bool FidoStore::save(FidoValues values) {
  // A failed save may still have reached the medium: its number is not used again.
  values.sequence = ++values_.sequence;
  const crypto::Secret bytes = encoded([&](Encoder& out) {
    WriteFields io(out);
    fields(io, std::as_const(values));
  });
  if (!save_sealed(store_, device_, random_, kFidoStateKind, bytes.bytes())) return false;
  values_ = values;
  begun_ = true;
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
  return true;
}

bool FidoStore::forget() {
  FidoValues values = fresh();
  // It would go back: a relying party could take the token for a copy.
  values.counter = values_.counter;
  if (!save(values)) return false;
  residents_.clear();
  return true;
}

}  // namespace gokey::vault
