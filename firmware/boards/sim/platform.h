// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The board's clock, random numbers and silicon, as a Linux process has them.
#pragma once

#include "core/crypto/secret.h"
#include "hal/clock.h"
#include "hal/device_key.h"
#include "hal/random.h"

namespace gokey::sim {

class SystemClock final : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override;
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override;
};

// The kernel's generator. Ends the process if it fails: nothing good can follow.
class SystemRandom final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

// A secret kept in a file in place of one burned into silicon.
class FileDeviceKey final : public hal::DeviceKey {
 public:
  static constexpr std::size_t kSecretSize = 32;

  FileDeviceKey(crypto::Secret secret, std::array<std::uint8_t, 4> serial)
      : secret_(std::move(secret)), serial_(serial) {}

  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override;
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return serial_; }
  // A file can be copied.
  [[nodiscard]] bool secure_boot() const override { return false; }

 private:
  crypto::Secret secret_;
  std::array<std::uint8_t, 4> serial_;
};

}  // namespace gokey::sim
