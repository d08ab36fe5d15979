// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gokey::hal {

enum class StoreError : std::uint8_t {
  kIo,       // the medium failed or is absent
  kFull,     // no room; the old value stays
  kDamaged,  // something is there that is not what was written
  kForeign,  // written by another device
  kVersion,  // written by another version of the firmware; left untouched
};

// Named values that survive power failure.
class Store {
 public:
  virtual ~Store() = default;
  // The value last saved under `name`; nothing if there never was one.
  [[nodiscard]] virtual std::expected<std::optional<std::vector<std::uint8_t>>, StoreError> load(
      std::string_view name) = 0;
  // Replaces the value. Atomic: after a power failure at any moment load() gives the old value or
  // the new one, and once save() has returned it gives the new one.
  [[nodiscard]] virtual std::expected<void, StoreError> save(
      std::string_view name, std::span<const std::uint8_t> value) = 0;
  // Forgets every value, older ones too. After a power failure at any moment all of them are there
  // or none, and none once erase() has returned; after an error either may be so.
  [[nodiscard]] virtual std::expected<void, StoreError> erase() = 0;
  // False where a restart forgets everything.
  [[nodiscard]] virtual bool lasting() const { return true; }
};

}  // namespace gokey::hal
