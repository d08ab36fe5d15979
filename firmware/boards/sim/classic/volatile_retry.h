// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "core/vault/retry.h"

namespace gokey::sim {

// The original firmware's rule: three tries in memory, shared by all keys; each key that a
// passphrase is tried on costs one; a right passphrase or a restart gives them back, and nothing
// else does.
class VolatileRetry final : public vault::RetryPolicy {
 public:
  [[nodiscard]] std::uint8_t tries_left() const override { return tries_left_; }
  [[nodiscard]] std::optional<std::uint64_t> retry_at_ms() const override { return std::nullopt; }
  [[nodiscard]] bool counts_each_key() const override { return true; }
  [[nodiscard]] std::expected<void, hal::StoreError> count_try() override {
    if (tries_left_ > 0) --tries_left_;
    return {};
  }
  [[nodiscard]] std::expected<void, hal::StoreError> forgive() override {
    tries_left_ = kTries;
    return {};
  }

 private:
  static constexpr std::uint8_t kTries = 3;
  std::uint8_t tries_left_ = kTries;
};

}  // namespace gokey::sim
