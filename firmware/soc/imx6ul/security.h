// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the chips of the family have in different blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace gokey::imx6ul {

// A generator of random numbers, with tests of its own and ours.
class Entropy {
 public:
  virtual ~Entropy() = default;
  // False once a test has failed.
  [[nodiscard]] virtual bool healthy() const = 0;
  // A word that passed; nothing from the first failure on.
  [[nodiscard]] virtual std::optional<std::uint32_t> word() = 0;
};

// A key that each chip has of its own and no program can read.
class UniqueKey {
 public:
  virtual ~UniqueKey() = default;
  // What only who has the key can make, the same at every start. False if the block refused.
  [[nodiscard]] virtual bool secret(std::span<std::uint8_t, 32> out) = 0;
  // False where the block says that it uses the key that all chips share.
  [[nodiscard]] virtual bool own() const = 0;
};

}  // namespace gokey::imx6ul
