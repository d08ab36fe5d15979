// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/mcimx6ul-evk/ram_store.h"

namespace gokey::evk {

std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> RamStore::load(
    std::string_view name) {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

std::expected<void, hal::StoreError> RamStore::save(std::string_view name,
                                                    std::span<const std::uint8_t> value) {
  values_.insert_or_assign(std::string(name),
                           std::vector<std::uint8_t>(value.begin(), value.end()));
  return {};
}

std::expected<void, hal::StoreError> RamStore::erase() {
  values_.clear();
  return {};
}

}  // namespace gokey::evk
