# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# libssh, the server's half, on Mbed TLS. Its five files of reference code for Ed25519 and X25519 are left out: libsodium
# has the functions under the same names, twelve times as fast. It is not patched; what newlib lacks of POSIX is in
# libssh/include, and core/ssh/metal defines it.
gokey_debian_source(libssh 0.10.6-0+deb12u2 LIBSSH_DIR)
set(LIBSSH_VERSION_MAJOR 0)
set(libssh_VERSION_MAJOR 0)
set(libssh_VERSION_MINOR 10)
set(libssh_VERSION_PATCH 6)
configure_file(${LIBSSH_DIR}/include/libssh/libssh_version.h.cmake
               ${CMAKE_CURRENT_BINARY_DIR}/libssh/include/libssh/libssh_version.h @ONLY)

set(sources
  agent auth base64 bignum bind bind_config buffer callbacks chachapoly channels client config config_parser connect
  connector crypto_common curve25519 dh dh_key ecdh ecdh_mbedcrypto error external/bcrypt_pbkdf external/blowfish
  external/chacha external/poly1305 getrandom_mbedcrypto init kdf kex known_hosts knownhosts legacy libmbedcrypto log
  match mbedcrypto_missing md_mbedcrypto messages misc options packet packet_cb packet_crypt pcap pki
  pki_container_openssh pki_ed25519 pki_ed25519_common pki_mbedcrypto poll scp server session socket string threads
  threads/mbedtls threads/noop token wrapper)
list(TRANSFORM sources PREPEND ${LIBSSH_DIR}/src/)
list(TRANSFORM sources APPEND .c)
add_library(ssh STATIC ${sources})
set_source_files_properties(${LIBSSH_DIR}/src/external/chacha.c ${LIBSSH_DIR}/src/external/poly1305.c
                            PROPERTIES COMPILE_OPTIONS "-O2;-marm")
target_include_directories(ssh SYSTEM
  PUBLIC ${LIBSSH_DIR}/include ${CMAKE_CURRENT_BINARY_DIR}/libssh/include ${CMAKE_CURRENT_SOURCE_DIR}/libssh/include
  PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/libssh)
# _GNU_SOURCE would give newlib's strerror_r() the wrong type. crypto_scalarmult: see core/ssh/metal/scalarmult.cpp.
target_compile_definitions(ssh
  PUBLIC LIBSSH_STATIC _DEFAULT_SOURCE
  PRIVATE crypto_scalarmult=gokey_ssh_scalarmult)
set_target_properties(ssh PROPERTIES C_STANDARD 99 C_EXTENSIONS ON)
# The room with what newlib lacks, which needs libssh's headers in its turn.
target_link_libraries(ssh PUBLIC mbedcrypto core_ssh_metal PRIVATE size_options sodium)
