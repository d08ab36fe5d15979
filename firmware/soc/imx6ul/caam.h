// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The cryptographic acceleration and assurance module of the plain i.MX6UL (IMX6ULSRM "CAAM"), as
// far as it stands for the others' DCP and RNGB: jobs in one ring, looked at until they are done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "soc/imx6ul/health.h"
#include "soc/imx6ul/mmio.h"
#include "soc/imx6ul/security.h"

namespace gokey::imx6ul {

// One of them in a program.
class Caam final : public Entropy, public UniqueKey {
 public:
  // Sets the ring up and lets the generator seed itself; some 100 ms.
  Caam();

  // The ring takes jobs.
  [[nodiscard]] bool answers() const { return ring_; }

  [[nodiscard]] bool healthy() const override { return generator_ && tests_.healthy(); }
  [[nodiscard]] std::optional<std::uint32_t> word() override;

  // The blob key that it derives from the master key to verify that one.
  [[nodiscard]] bool secret(std::span<std::uint8_t, 32> out) override;
  [[nodiscard]] bool own() const override;

 private:
  [[nodiscard]] bool start_ring();
  [[nodiscard]] bool start_generator();
  void set_entropy_delay(std::uint32_t cycles) const;
  [[nodiscard]] bool run(std::span<const std::uint32_t> commands);

  Block block_;
  bool ring_ = false, generator_ = false;
  std::size_t slot_ = 0, next_word_ = 0;
  HealthTests tests_;
};

}  // namespace gokey::imx6ul
