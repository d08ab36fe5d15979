// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A generator of random bytes from a seed: ChaCha20 whose key is replaced with every use, so that
// what is known later tells nothing of what was given out before ("fast key erasure").
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace gokey::crypto {

// It takes no memory from the heap: on a board the kernel draws from it while whoever owns the heap
// may be in the midst of changing that.
class Generator {
 public:
  // Predictable until it is seeded.
  Generator() = default;
  ~Generator();
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;
  // Adds to what it was seeded with before.
  void seed(std::span<const std::uint8_t> entropy);
  void fill(std::span<std::uint8_t> out);

 private:
  static constexpr std::size_t kKeySize = 32;

  std::array<std::uint8_t, kKeySize> key_{};
};

}  // namespace gokey::crypto
