// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Big numbers for the adapters in this folder; not for others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <gmp.h>

#include "hal/random.h"

namespace gokey::crypto {

// A number that is wiped when it goes: GMP and nettle free their memory through a function of ours
// that wipes it.
class Number {
 public:
  Number();
  explicit Number(std::span<const std::uint8_t> big_endian);
  ~Number() { mpz_clear(value_); }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;

  [[nodiscard]] mpz_ptr get() { return value_; }
  [[nodiscard]] mpz_srcptr get() const { return value_; }

 private:
  mpz_t value_;
};

// Makes every number's memory wiped when freed or grown. To be called before anything private is
// handled.
void wipe_freed_numbers();

// Writes a number below 256^out.size() big-endian into the whole of `out`. The time depends on the
// size of `out` alone, not on leading zeros.
void write_number(mpz_ptr value, std::span<std::uint8_t> out);

// nettle_random_func over hal::Random, which is its context.
void fill_random(void* random, std::size_t length, std::uint8_t* out);

}  // namespace gokey::crypto
