// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/retry.h"

#include <algorithm>
#include <limits>

namespace gokey::vault {
namespace {

// After the third wrong passphrase one minute, then twice as long each time.
std::uint64_t delay_after(std::uint32_t failed_tries) {
  constexpr std::uint32_t kDoublings = 11;  // 2048 minutes are already more than the longest delay
  const std::uint32_t doublings = std::min(failed_tries - kFreeTries, kDoublings);
  return std::min(kMinute << doublings, kLongestDelay);
}

}  // namespace

std::uint8_t DurableRetry::tries_left() const {
  const std::uint32_t failed = counters_.values().failed_tries;
  if (failed < kFreeTries) return static_cast<std::uint8_t>(kFreeTries - failed);
  return retry_at_ms() ? 0 : 1;
}

std::optional<std::uint64_t> DurableRetry::retry_at_ms() const {
  const std::uint32_t failed = counters_.values().failed_tries;
  if (failed < kFreeTries) return std::nullopt;
  const std::uint64_t at = delay_from_ms_ + delay_after(failed);
  if (clock_.now_ms() >= at) return std::nullopt;
  return at;
}

std::expected<void, hal::StoreError> DurableRetry::count_try() {
  CounterValues values = counters_.values();
  if (values.failed_tries < std::numeric_limits<std::uint32_t>::max()) ++values.failed_tries;
  const auto saved = counters_.save(values);
  if (saved) delay_from_ms_ = clock_.now_ms();
  return saved;
}

std::expected<void, hal::StoreError> DurableRetry::forgive() {
  CounterValues values = counters_.values();
  values.failed_tries = 0;
  return counters_.save(values);
}

}  // namespace gokey::vault
