// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Random numbers and the device key, from the chip's own blocks.
#pragma once

#include <array>
#include <cstdint>

#include "core/crypto/generator.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "soc/imx6ul/ocotp.h"
#include "soc/imx6ul/security.h"
#include "soc/imx6ul/snvs.h"

namespace gokey::mk2 {

// A generator seeded by the chip's, and again before each use. Once a health test fails it goes on
// with what it has: the seeds before, or at the start those of seed().
class ChipRandom final : public hal::Random {
 public:
  explicit ChipRandom(imx6ul::Entropy& entropy);
  // Stops the program if there is no seed.
  void fill(std::span<std::uint8_t> out) override;
  [[nodiscard]] bool healthy() const override { return entropy_.healthy(); }
  // For a start without the chip's: what nobody else knows and no other start had.
  void seed(std::span<const std::uint8_t> secret);

 private:
  void reseed(std::size_t words);

  imx6ul::Entropy& entropy_;
  crypto::Generator generator_;
  bool seeded_ = false;
};

// Derived from the key that the chip has from the fuses. As long as the security monitor withholds
// that, the key is one that all chips share, and test_key() says so.
class ChipKey final : public hal::DeviceKey {
 public:
  ChipKey(imx6ul::UniqueKey& key, const imx6ul::Snvs& snvs, const imx6ul::Ocotp& ocotp);

  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override;
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return serial_; }
  [[nodiscard]] bool test_key() const override { return test_key_; }
  // The chip runs images of its owner alone.
  [[nodiscard]] bool secure_boot() const override { return closed_; }

 private:
  imx6ul::UniqueKey& key_;
  std::array<std::uint8_t, 4> serial_{};
  bool test_key_, closed_;
};

}  // namespace gokey::mk2
