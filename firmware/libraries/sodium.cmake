# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# libsodium: Ed25519, X25519, XChaCha20-Poly1305, BLAKE2b. Its C code is the only implementation for this processor, so
# sodium_init() has nothing to choose. Its own random sources are left out: the board defines randombytes().
gokey_debian_source(libsodium 1.0.18-1+deb12u1 SODIUM_DIR)
set(SODIUM_BASE ${SODIUM_DIR}/src/libsodium)
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
configure_file(${SODIUM_BASE}/include/sodium/version.h.in
               ${SODIUM_BASE}/include/sodium/version.h @ONLY)

file(GLOB_RECURSE sources ${SODIUM_BASE}/*.c)
list(FILTER sources EXCLUDE REGEX "/randombytes/|/aes256gcm/|_(sse2|ssse3|sse41|avx2|avx512f|sandy2x)|/dolbeau/")
add_library(sodium STATIC ${sources})
target_include_directories(sodium SYSTEM
  PUBLIC ${SODIUM_BASE}/include PRIVATE ${SODIUM_BASE}/include/sodium)
target_compile_definitions(sodium
  PUBLIC SODIUM_STATIC
  PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 _DEFAULT_SOURCE HAVE_WEAK_SYMBOLS=1 HAVE_INLINE_ASM=1)
target_link_libraries(sodium PRIVATE arithmetic_options)
