// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/counters.h"

#include "core/vault/codec.h"

namespace gokey::vault {
namespace {

CountersError counters_error(SealedError error) {
  switch (error) {
    case SealedError::kMissing:
      return CountersError::kMissing;
    case SealedError::kStore:
      return CountersError::kStore;
    case SealedError::kVersion:
      return CountersError::kVersion;
    case SealedError::kDamaged:
    case SealedError::kForeign:  // not met: the record is read first
      return CountersError::kDamaged;
  }
  return CountersError::kDamaged;
}

}  // namespace

std::expected<void, CountersError> Counters::load(const RecordId& record) {
  const auto bytes = load_sealed(store_, device_, kCountersKind);
  if (!bytes) return std::unexpected(counters_error(bytes.error()));
  Decoder in(bytes->bytes());
  RecordId stored{};
  in.fixed(stored);
  const std::uint64_t sequence = in.u64();
  CounterValues values;
  values.failed_tries = in.u32();
  values.signatures = in.u32();
  if (!in.finished() || values.signatures > kMaxSignatures) {
    return std::unexpected(CountersError::kDamaged);
  }
  if (stored != record) return std::unexpected(CountersError::kForeign);
  record_ = stored;
  sequence_ = sequence;
  values_ = values;
  return {};
}

std::expected<void, hal::StoreError> Counters::create(const RecordId& record) {
  record_ = record;
  sequence_ = 0;
  return save({});
}

std::expected<void, hal::StoreError> Counters::save(const CounterValues& values) {
  // A failed save may still have reached the medium: its number is not used again.
  ++sequence_;
  const crypto::Secret bytes = encoded([&](Encoder& out) {
    out.fixed(record_);
    out.u64(sequence_);
    out.u32(values.failed_tries);
    out.u32(values.signatures);
  });
  const auto saved = save_sealed(store_, device_, random_, kCountersKind, bytes.bytes());
  if (saved) values_ = values;
  return saved;
}

}  // namespace gokey::vault
