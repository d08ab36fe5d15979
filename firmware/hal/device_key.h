// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace gokey::hal {

// What the silicon of one unit knows and nobody can read out: a secret from which keys are derived.
class DeviceKey {
 public:
  virtual ~DeviceKey() = default;
  // Fills `out` with 32 bytes that depend on the secret and on `purpose`. Different purposes give
  // independent keys; the same purpose gives the same key at every start.
  virtual void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const = 0;
  // The four bytes printed as the serial number (OCOTP CFG1 on the i.MX6UL).
  [[nodiscard]] virtual std::array<std::uint8_t, 4> serial() const = 0;
  // True where the key is no secret: on silicon that is not secured yet, and in emulators.
  [[nodiscard]] virtual bool test_key() const { return false; }
  // True where the key is bound to a closed (secure booted) device.
  [[nodiscard]] virtual bool secure_boot() const = 0;
};

}  // namespace gokey::hal
