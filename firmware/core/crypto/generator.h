// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A generator of random bytes from a seed: ChaCha20 whose key is replaced with every use, so that
// what is known later tells nothing of what was given out before ("fast key erasure").
#pragma once

#include <cstdint>
#include <span>

#include "core/crypto/secret.h"

namespace gokey::crypto {

class Generator {
 public:
  // Predictable until it is seeded.
  Generator() : key_(kKeySize) {}
  // Adds to what it was seeded with before.
  void seed(std::span<const std::uint8_t> entropy);
  void fill(std::span<std::uint8_t> out);

 private:
  static constexpr std::size_t kKeySize = 32;

  Secret key_;
};

}  // namespace gokey::crypto
