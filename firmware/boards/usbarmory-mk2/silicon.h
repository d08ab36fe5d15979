// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Random numbers and the device key, from the i.MX6ULL's own blocks.
#pragma once

#include <array>
#include <cstdint>

#include "core/crypto/generator.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "soc/imx6ul/dcp.h"
#include "soc/imx6ul/ocotp.h"
#include "soc/imx6ul/rngb.h"
#include "soc/imx6ul/snvs.h"

namespace gokey::mk2 {

// A generator seeded by the RNGB, and again before each use. Stops the program when a health test
// fails: the crash record says so after the restart, and healthy() then.
class ChipRandom final : public hal::Random {
 public:
  ChipRandom();
  void fill(std::span<std::uint8_t> out) override;
  // To be asked before anything is drawn.
  [[nodiscard]] bool healthy() const { return rngb_.healthy(); }

 private:
  void reseed(std::size_t words);

  imx6ul::Rngb rngb_;
  crypto::Generator generator_;
};

// Derived from the key that the DCP has from the fuses. As long as the security monitor withholds
// that, the key is one that all chips share, and test_key() says so.
class ChipKey final : public hal::DeviceKey {
 public:
  ChipKey(const imx6ul::Dcp& dcp, const imx6ul::Snvs& snvs, const imx6ul::Ocotp& ocotp);

  void derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const override;
  [[nodiscard]] std::array<std::uint8_t, 4> serial() const override { return serial_; }
  [[nodiscard]] bool test_key() const override { return test_key_; }
  // The chip runs images of its owner alone.
  [[nodiscard]] bool secure_boot() const override { return closed_; }

 private:
  const imx6ul::Dcp& dcp_;
  std::array<std::uint8_t, 4> serial_{};
  bool test_key_, closed_;
};

}  // namespace gokey::mk2
