// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "hal/store.h"

namespace gokey::evk {

// Values until the next reset.
class RamStore final : public hal::Store {
 public:
  [[nodiscard]] std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> load(
      std::string_view name) override;
  [[nodiscard]] std::expected<void, hal::StoreError> save(
      std::string_view name, std::span<const std::uint8_t> value) override;
  [[nodiscard]] std::expected<void, hal::StoreError> erase() override;
  [[nodiscard]] bool lasting() const override { return false; }

 private:
  std::map<std::string, std::vector<std::uint8_t>, std::less<>> values_;
};

}  // namespace gokey::evk
