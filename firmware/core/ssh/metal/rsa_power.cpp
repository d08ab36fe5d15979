// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/metal/rsa_power.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <span>

#include <gmp.h>

#include "wire/ssh_key.h"

namespace {

// The numbers of both libraries are limbs of the processor's word, the lowest first.
static_assert(sizeof(mbedtls_mpi_uint) == sizeof(mp_limb_t) && GMP_NAIL_BITS == 0);

// Without leading zeros. GMP's own type of a limb may be another of the same size.
std::span<const mp_limb_t> limbs_of(const mbedtls_mpi& number) {
  const std::size_t bits = mbedtls_mpi_bitlen(&number);
  return {reinterpret_cast<const mp_limb_t*>(number.p), (bits + GMP_LIMB_BITS - 1) / GMP_LIMB_BITS};
}

bool is_rsa(const mbedtls_mpi& base, const mbedtls_mpi& exponent, const mbedtls_mpi& modulus) {
  return mbedtls_mpi_cmp_int(&exponent, 0) > 0 &&
         mbedtls_mpi_bitlen(&exponent) <= gokey::wire::kLargestRsaExponent &&
         mbedtls_mpi_cmp_int(&modulus, 0) > 0 && mbedtls_mpi_get_bit(&modulus, 0) == 1 &&
         mbedtls_mpi_bitlen(&modulus) <= gokey::wire::kLargestRsaModulus &&
         mbedtls_mpi_cmp_int(&base, 0) >= 0 && mbedtls_mpi_cmp_mpi(&base, &modulus) < 0;
}

}  // namespace

int gokey_rsa_power(mbedtls_mpi* result, const mbedtls_mpi* base, const mbedtls_mpi* exponent,
                    const mbedtls_mpi* modulus, mbedtls_mpi* /*unused*/) {
  if (!is_rsa(*base, *exponent, *modulus)) return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
  const auto b = limbs_of(*base);
  if (b.empty()) return mbedtls_mpi_lset(result, 0);

  const auto e = limbs_of(*exponent);
  const auto n = limbs_of(*modulus);
  const std::size_t e_bits = mbedtls_mpi_bitlen(exponent);
  const auto size = static_cast<mp_size_t>(n.size());
  // Nothing here is secret: of GMP's functions this is the one that takes no memory of its own.
  const auto scratch =
      static_cast<std::size_t>(mpn_sec_powm_itch(static_cast<mp_size_t>(b.size()), e_bits, size));
  const std::unique_ptr<mp_limb_t[]> memory(new (std::nothrow) mp_limb_t[n.size() + scratch]);
  if (!memory) return MBEDTLS_ERR_MPI_ALLOC_FAILED;
  const std::span<mp_limb_t> power{memory.get(), n.size()};
  mpn_sec_powm(power.data(), b.data(), static_cast<mp_size_t>(b.size()), e.data(), e_bits, n.data(),
               size, memory.get() + n.size());

  if (const int grown = mbedtls_mpi_grow(result, power.size()); grown != 0) return grown;
  if (const int cleared = mbedtls_mpi_lset(result, 0); cleared != 0) return cleared;
  std::ranges::copy(power, result->p);
  return 0;
}
