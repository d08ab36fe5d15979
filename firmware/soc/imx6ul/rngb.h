// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The random number generator of the i.MX6ULL and ULZ (IMX6ULLRM "RNGB").
#pragma once

#include <cstdint>
#include <optional>

#include "soc/imx6ul/health.h"
#include "soc/imx6ul/mmio.h"
#include "soc/imx6ul/security.h"

namespace gokey::imx6ul {

class Rngb final : public Entropy {
 public:
  // Resets it, runs its self-test and lets it seed itself; some milliseconds.
  Rngb();
  // False once a test has failed: its own, or one of ours.
  [[nodiscard]] bool healthy() const override { return healthy_ && tests_.healthy(); }
  // A word that passed; nothing from the first failure on.
  [[nodiscard]] std::optional<std::uint32_t> word() override;

 private:
  [[nodiscard]] bool wait_for(std::uint32_t status) const;

  Block block_;
  HealthTests tests_;
  bool healthy_ = false;
};

}  // namespace gokey::imx6ul
