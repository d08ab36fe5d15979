// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The data co-processor of the i.MX6ULL and ULZ (IMX6ULLRM 13): AES-128 with a key that no program
// can read, and hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "soc/imx6ul/mmio.h"
#include "soc/imx6ul/security.h"

namespace gokey::imx6ul {

class Dcp final : public UniqueKey {
 public:
  static constexpr std::size_t kAesBlock = 16;
  static constexpr std::size_t kMost = 4096;  // bytes in one call

  Dcp();

  // Two blocks under the unique key. Which key that is it cannot tell.
  [[nodiscard]] bool secret(std::span<std::uint8_t, 32> out) override;
  [[nodiscard]] bool own() const override { return true; }

  // AES-128 in cipher block chaining with an initial vector of zeros, in place, under the key that
  // each chip has of its own: from its fuses where the security monitor is in a state that allows
  // it, otherwise one that all chips share. False if the co-processor refused. `data`: whole
  // blocks, kMost bytes at most.
  [[nodiscard]] bool encrypt_with_unique_key(std::span<std::uint8_t> data) const;
  // The same under a key of the caller's.
  [[nodiscard]] bool encrypt(std::span<const std::uint8_t, 16> key, std::span<std::uint8_t> data,
                             std::span<const std::uint8_t, 16> iv) const;
  // At most kMost bytes.
  [[nodiscard]] bool sha256(std::span<const std::uint8_t> data,
                            std::span<std::uint8_t, 32> digest) const;

 private:
  [[nodiscard]] bool run(std::uint32_t control0, std::uint32_t control1, std::size_t size) const;

  Block block_;
};

}  // namespace gokey::imx6ul
