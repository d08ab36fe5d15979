// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is given back to the allocator is wiped first: passphrases and keys pass through memory of
// libssh's, which frees it as it is. The C library lets a program put these in place of its own
// ("Replacing malloc", glibc manual 3.2.5); C++ and the libraries come here too.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <malloc.h>

extern "C" {
void* __libc_malloc(std::size_t size);  // NOLINT(bugprone-reserved-identifier): glibc's names
void __libc_free(void* memory);         // NOLINT(bugprone-reserved-identifier)

[[gnu::visibility("default")]] void free(void* memory) {
  if (memory == nullptr) return;
  explicit_bzero(memory, malloc_usable_size(memory));
  __libc_free(memory);
}

// Never in place: what it would let go of could not be wiped before.
[[gnu::visibility("default")]] void* realloc(void* memory, std::size_t size) {
  if (memory == nullptr) return __libc_malloc(size);
  if (size == 0) {
    free(memory);
    return nullptr;
  }
  const std::size_t old = malloc_usable_size(memory);
  if (size <= old && size > old / 2) {
    explicit_bzero(static_cast<char*>(memory) + size, old - size);
    return memory;
  }
  void* moved = __libc_malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, memory, std::min(old, size));
  free(memory);
  return moved;
}
}
