// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Random numbers and device key of a machine that has neither. Both are fit for tests alone, and
// the token's status says so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "boards/mcimx6ul-evk/settings.h"
#include "core/crypto/generator.h"
#include "core/crypto/secret.h"
#include "hal/device_key.h"
#include "hal/random.h"

namespace gokey::evk {

// A generator seeded with what the settings gave and the time of this start. Without settings its
// numbers can be guessed.
class TestRandom final : public hal::Random {
 public:
  explicit TestRandom(const std::optional<Settings>& settings);
  void fill(std::span<std::uint8_t> out) override;

 private:
  crypto::Generator generator_;
};

// Derived from the settings' secret, or from one that everybody knows.
class TestDeviceKey final : public hal::DeviceKey {
 public:
  explicit TestDeviceKey(const std::optional<Settings>& settings);
  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override;
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return serial_; }
  [[nodiscard]] bool test_key() const override { return true; }
  [[nodiscard]] bool secure_boot() const override { return false; }

 private:
  crypto::Secret secret_;
  std::array<std::uint8_t, 4> serial_{};
};

}  // namespace gokey::evk
