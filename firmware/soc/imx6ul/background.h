// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The loop's side of the mailbox: the vault, and what the kernel lends. In User mode.
#pragma once

#include "hal/background.h"
#include "hal/random.h"
#include "soc/imx6ul/speed.h"

namespace gokey::imx6ul {

// The vault. One of them in a program.
class Background final : public hal::Background {
 public:
  [[nodiscard]] bool start(std::span<const std::uint8_t> request) override;
  [[nodiscard]] bool busy() const override;
  // Before the first request: what the vault gave the loop to begin with.
  [[nodiscard]] std::span<std::uint8_t> answer() override;
};

// The random numbers that the vault has.
class LentRandom final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
  [[nodiscard]] bool healthy() const override;
};

// CoreSpeed::set().
[[nodiscard]] std::expected<unsigned, SpeedError> set_lent_speed(Speed speed);

}  // namespace gokey::imx6ul
