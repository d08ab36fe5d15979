// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/crypto/hash.h"
#include "hal/device_key.h"
#include "wire/bytes.h"

namespace gokey::testing {

// What is sealed by one unit opens on no other.
class FixedDeviceKey final : public hal::DeviceKey {
 public:
  explicit FixedDeviceKey(std::uint8_t unit = 1) : unit_(unit) {}
  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override {
    crypto::Hash hash(crypto::HashAlgorithm::kSha256);
    hash.update(std::array{unit_});
    hash.update(wire::as_bytes(purpose));
    hash.finish(out);
  }
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return {0, 0, 0, unit_}; }
  [[nodiscard]] bool secure_boot() const override { return false; }

 private:
  std::uint8_t unit_;
};

}  // namespace gokey::testing
