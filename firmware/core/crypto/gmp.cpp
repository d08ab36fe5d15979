// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/gmp.h"

#include <cstdlib>
#include <cstring>

#include "core/crypto/secret.h"

namespace gokey::crypto {
namespace {

void* allocate(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}

void release(void* memory, std::size_t size) {
  wipe({static_cast<std::uint8_t*>(memory), size});
  std::free(memory);
}

void* resize(void* memory, std::size_t old_size, std::size_t new_size) {
  void* larger = allocate(new_size);
  std::memcpy(larger, memory, old_size < new_size ? old_size : new_size);
  release(memory, old_size);
  return larger;
}

// All ones if a < b, else zero. Both are far below half of the range.
mp_limb_t mask_less(std::size_t a, std::size_t b) {
  constexpr unsigned kTop = sizeof(std::size_t) * 8 - 1;
  return mp_limb_t{0} - static_cast<mp_limb_t>((a - b) >> kTop);
}

}  // namespace

void wipe_freed_numbers() { mp_set_memory_functions(allocate, resize, release); }

Number::Number() {
  wipe_freed_numbers();
  mpz_init(value_);
}

Number::Number(std::span<const std::uint8_t> big_endian) : Number() {
  mpz_import(value_, big_endian.size(), 1, 1, 1, 0, big_endian.data());
}

void write_number(mpz_ptr value, std::span<std::uint8_t> out) {
  const std::size_t limbs = (out.size() + sizeof(mp_limb_t) - 1) / sizeof(mp_limb_t);
  const std::size_t used = mpz_size(value);
  const mp_limb_t* memory = mpz_limbs_modify(value, static_cast<mp_size_t>(limbs));
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t limb = i / sizeof(mp_limb_t);
    const auto shift = static_cast<unsigned>(8 * (i % sizeof(mp_limb_t)));
    // Limbs above those in use hold anything.
    const mp_limb_t content = memory[limb] & mask_less(limb, used);
    out[out.size() - 1 - i] = static_cast<std::uint8_t>(content >> shift);
  }
  mpz_limbs_finish(value, static_cast<mp_size_t>(used));
}

void fill_random(void* random, std::size_t length, std::uint8_t* out) {
  static_cast<hal::Random*>(random)->fill({out, length});
}

}  // namespace gokey::crypto
