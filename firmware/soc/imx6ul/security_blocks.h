// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "soc/imx6ul/caam.h"
#include "soc/imx6ul/chip.h"
#include "soc/imx6ul/dcp.h"
#include "soc/imx6ul/rngb.h"
#include "soc/imx6ul/security.h"

namespace gokey::imx6ul {

// The blocks that this chip has, and no access to those that it has not: that would be an abort.
class SecurityBlocks {
 public:
  // Starts them.
  explicit SecurityBlocks(Chip chip) {
    if (chip == Chip::kImx6ul) caam_.emplace();
    if (chip == Chip::kImx6ull) {
      dcp_.emplace();
      rngb_.emplace();
    }
  }

  // False where the others must not be called.
  [[nodiscard]] bool usable() const { return dcp_ || (caam_ && caam_->answers()); }

  [[nodiscard]] Entropy& entropy() {
    return caam_ ? static_cast<Entropy&>(*caam_) : static_cast<Entropy&>(*rngb_);
  }
  [[nodiscard]] UniqueKey& key() {
    return caam_ ? static_cast<UniqueKey&>(*caam_) : static_cast<UniqueKey&>(*dcp_);
  }

 private:
  std::optional<Caam> caam_;
  std::optional<Dcp> dcp_;
  std::optional<Rngb> rngb_;
};

}  // namespace gokey::imx6ul
