// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a token must not forget: failed tries and signatures made.
#pragma once

#include <expected>

#include "core/vault/record.h"
#include "core/vault/sealed.h"

namespace gokey::vault {

inline constexpr SealedKind kCountersKind{"counters", "gokey/counters/v1", 1};
inline constexpr std::uint32_t kMaxSignatures = 0xFFFFFF;  // OpenPGP card 3.4.1, DO 93: three bytes

struct CounterValues {
  std::uint32_t failed_tries = 0;  // since the last correct passphrase
  std::uint32_t signatures = 0;
};

enum class CountersError : std::uint8_t {
  kMissing,
  kStore,
  kVersion,
  kDamaged,
  kForeign,  // of another record
};

class Counters {
 public:
  Counters(hal::Store& store, const hal::DeviceKey& device, hal::Random& random)
      : store_(store), device_(device), random_(random) {}

  [[nodiscard]] std::expected<void, CountersError> load(const RecordId& record);
  // Starts from zero for a new record.
  [[nodiscard]] std::expected<void, hal::StoreError> create(const RecordId& record);

  [[nodiscard]] const CounterValues& values() const { return values_; }
  // Saves, and only then takes over. Every save has a higher sequence number than all before it.
  [[nodiscard]] std::expected<void, hal::StoreError> save(const CounterValues& values);

 private:
  hal::Store& store_;
  const hal::DeviceKey& device_;
  hal::Random& random_;
  RecordId record_{};
  std::uint64_t sequence_ = 0;
  CounterValues values_;
};

}  // namespace gokey::vault
