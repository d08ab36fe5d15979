// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The power that checks an RSA signature (RFC 8017, 5.2.2), by GMP, under the interface of Mbed
// TLS's mbedtls_mpi_exp_mod(): rsa.c is compiled to call it.
//
// Mbed TLS's own needs five million instructions with a key of 4096 bits, longer than the loop
// should be held. And it raises to any exponent: with one of 8191 bits, which a client that nobody
// knows may send, it held the loop for 18 s in QEMU, where the watchdog waits 10.
#pragma once

#include <mbedtls/bignum.h>

extern "C" {

// result = base ^ exponent mod modulus, which may be the same object as `base`. Takes what an RSA
// public key may be here: an odd modulus above the base, an exponent of 1 to 32 bits, all of them
// public. Anything else, so also a private exponent, is MBEDTLS_ERR_MPI_BAD_INPUT_DATA. `unused` is
// Mbed TLS's own way to remember a step.
int gokey_rsa_power(mbedtls_mpi* result, const mbedtls_mpi* base, const mbedtls_mpi* exponent,
                    const mbedtls_mpi* modulus, mbedtls_mpi* unused);
}
