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
    if (chip == Chip::kImx6ul) {
      Caam& caam = caam_.emplace();
      if (caam.answers()) use(caam, caam);
    }
    if (chip == Chip::kImx6ull) use(rngb_.emplace(), dcp_.emplace());
  }
  SecurityBlocks(const SecurityBlocks&) = delete;
  SecurityBlocks& operator=(const SecurityBlocks&) = delete;

  // False where the others must not be called.
  [[nodiscard]] bool usable() const { return key_ != nullptr; }
  [[nodiscard]] Entropy& entropy() const { return *entropy_; }
  [[nodiscard]] UniqueKey& key() const { return *key_; }

 private:
  void use(Entropy& entropy, UniqueKey& key) {
    entropy_ = &entropy;
    key_ = &key;
  }

  std::optional<Caam> caam_;
  std::optional<Dcp> dcp_;
  std::optional<Rngb> rngb_;
  Entropy* entropy_ = nullptr;
  UniqueKey* key_ = nullptr;
};

}  // namespace gokey::imx6ul
