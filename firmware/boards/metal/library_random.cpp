// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/metal/library_random.h"

#include <cstdlib>

#include <mbedtls/entropy_poll.h>
#include <sodium/randombytes.h>

namespace gokey::metal {
namespace {

hal::Random* source = nullptr;

void fill(void* out, std::size_t size) {
  if (source == nullptr) std::abort();
  source->fill({static_cast<std::uint8_t*>(out), size});
}

}  // namespace

void give_libraries_random(hal::Random& random) { source = &random; }

}  // namespace gokey::metal

extern "C" {

void randombytes_buf(void* out, size_t size) { gokey::metal::fill(out, size); }
void randombytes(unsigned char* out, unsigned long long size) {
  gokey::metal::fill(out, static_cast<size_t>(size));
}
uint32_t randombytes_random() {
  uint32_t value = 0;
  gokey::metal::fill(&value, sizeof value);
  return value;
}

int mbedtls_hardware_poll(void*, unsigned char* out, size_t size, size_t* written) {
  gokey::metal::fill(out, size);
  *written = size;
  return 0;
}

}  // extern "C"
