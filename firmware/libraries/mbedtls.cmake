# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# Mbed TLS: libssh's ciphers, hashes, RSA and NIST curves for users' keys, and the vault's brainpool curves.
gokey_debian_source(mbedtls 2.28.3-1 MBEDTLS_DIR)
file(GLOB sources ${MBEDTLS_DIR}/library/*.c)
# What mbedtls/config.h leaves out compiles to nothing.
add_library(mbedcrypto STATIC ${sources})
target_include_directories(mbedcrypto SYSTEM
  PUBLIC ${MBEDTLS_DIR}/include PRIVATE ${MBEDTLS_DIR}/library)
target_include_directories(mbedcrypto PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/mbedtls)
target_compile_definitions(mbedcrypto PUBLIC MBEDTLS_CONFIG_FILE="gokey_mbedtls_config.h")
target_link_libraries(mbedcrypto PRIVATE size_options)
foreach(name aes bignum chacha20 ecp ecp_curves gcm poly1305 sha1 sha256 sha512)
  list(APPEND arithmetic ${MBEDTLS_DIR}/library/${name}.c)
endforeach()
set_source_files_properties(${arithmetic} PROPERTIES COMPILE_OPTIONS "-O2;-marm")
# See core/ssh/metal/rsa_power.h.
set_source_files_properties(${MBEDTLS_DIR}/library/rsa.c PROPERTIES
  COMPILE_DEFINITIONS mbedtls_mpi_exp_mod=gokey_rsa_power)
target_link_libraries(mbedcrypto PUBLIC core_ssh_metal)
