// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How many wrong passphrases a token takes.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "core/vault/counters.h"
#include "hal/clock.h"
#include "hal/store.h"

namespace gokey::vault {

class RetryPolicy {
 public:
  virtual ~RetryPolicy() = default;
  // Tries allowed now.
  [[nodiscard]] virtual std::uint8_t tries_left() const = 0;
  // hal::Clock time from which one more try is allowed; nothing while tries are left without
  // waiting.
  [[nodiscard]] virtual std::optional<std::uint64_t> retry_at_ms() const = 0;
  // True if a request that tries its passphrase on several keys costs a try for each of them.
  [[nodiscard]] virtual bool counts_each_key() const = 0;
  // Counts a try as failed, before the passphrase is looked at. On an error nothing may be tried.
  [[nodiscard]] virtual std::expected<void, hal::StoreError> count_try() = 0;
  // The passphrase was right.
  [[nodiscard]] virtual std::expected<void, hal::StoreError> forgive() = 0;
};

inline constexpr std::uint32_t kFreeTries = 3;
inline constexpr std::uint64_t kMinute = 60'000;
inline constexpr std::uint64_t kLongestDelay = 1440 * kMinute;

// Kept in storage: three tries, then a single one after each delay of 1, 2, 4 … 1440 minutes. A
// restart forgives nothing and begins the current delay anew, because the token cannot know how
// long it was off.
class DurableRetry final : public RetryPolicy {
 public:
  DurableRetry(Counters& counters, const hal::Clock& clock) : counters_(counters), clock_(clock) {}
  // The counters were loaded.
  void start() { delay_from_ms_ = clock_.now_ms(); }

  [[nodiscard]] std::uint8_t tries_left() const override;
  [[nodiscard]] std::optional<std::uint64_t> retry_at_ms() const override;
  [[nodiscard]] bool counts_each_key() const override { return false; }
  [[nodiscard]] std::expected<void, hal::StoreError> count_try() override;
  [[nodiscard]] std::expected<void, hal::StoreError> forgive() override;

 private:
  Counters& counters_;
  const hal::Clock& clock_;
  std::uint64_t delay_from_ms_ = 0;
};

}  // namespace gokey::vault
