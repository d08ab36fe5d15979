// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/metal/rsa_power.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace {

class Mpi {
 public:
  Mpi() { mbedtls_mpi_init(&value_); }
  explicit Mpi(std::int64_t value) : Mpi() { EXPECT_EQ(mbedtls_mpi_lset(&value_, value), 0); }
  Mpi(const Mpi& other) : Mpi() { EXPECT_EQ(mbedtls_mpi_copy(&value_, &other.value_), 0); }
  Mpi& operator=(const Mpi&) = delete;
  ~Mpi() { mbedtls_mpi_free(&value_); }
  mbedtls_mpi* get() { return &value_; }
  [[nodiscard]] const mbedtls_mpi* get() const { return &value_; }

 private:
  mbedtls_mpi value_{};
};

int from_engine(void* engine, unsigned char* out, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    out[i] = static_cast<unsigned char>((*static_cast<std::mt19937*>(engine))());
  return 0;
}

Mpi random_below(const Mpi& limit, std::mt19937& engine) {
  Mpi number;
  EXPECT_EQ(mbedtls_mpi_random(number.get(), 0, limit.get(), from_engine, &engine), 0);
  return number;
}

Mpi odd_number(std::size_t bits, std::mt19937& engine) {
  Mpi number;
  EXPECT_EQ(mbedtls_mpi_fill_random(number.get(), (bits + 7) / 8, from_engine, &engine), 0);
  EXPECT_EQ(mbedtls_mpi_shift_r(number.get(), (8 - bits % 8) % 8), 0);
  EXPECT_EQ(mbedtls_mpi_set_bit(number.get(), bits - 1, 1), 0);
  EXPECT_EQ(mbedtls_mpi_set_bit(number.get(), 0, 1), 0);
  return number;
}

// Mbed TLS's own function is the judge.
void expect_equal(const Mpi& base, const Mpi& exponent, const Mpi& modulus) {
  Mpi expected;
  ASSERT_EQ(mbedtls_mpi_exp_mod(expected.get(), base.get(), exponent.get(), modulus.get(), nullptr),
            0);
  Mpi found;
  ASSERT_EQ(gokey_rsa_power(found.get(), base.get(), exponent.get(), modulus.get(), nullptr), 0);
  EXPECT_EQ(mbedtls_mpi_cmp_mpi(found.get(), expected.get()), 0);
  Mpi in_place(base);
  ASSERT_EQ(gokey_rsa_power(in_place.get(), in_place.get(), exponent.get(), modulus.get(), nullptr),
            0);
  EXPECT_EQ(mbedtls_mpi_cmp_mpi(in_place.get(), expected.get()), 0);
}

TEST(RsaPower, EqualsThatOfMbedTls) {
  std::mt19937 engine(1);  // NOLINT(cert-msc51-cpp): the same numbers in each run
  for (const std::size_t bits :
       {9U, 31U, 32U, 33U, 63U, 64U, 65U, 127U, 1024U, 2047U, 2048U, 2049U, 3072U, 4096U}) {
    const Mpi modulus = odd_number(bits, engine);
    for (const std::int64_t exponent :
         {1LL, 2LL, 3LL, 17LL, 35LL, 65537LL, 0x80000001LL, 0xFFFFFFFFLL}) {
      expect_equal(random_below(modulus, engine), Mpi(exponent), modulus);
    }
    const Mpi f4(65537);
    for (const std::int64_t small : {0, 1, 2, 255}) expect_equal(Mpi(small), f4, modulus);
    Mpi most;
    ASSERT_EQ(mbedtls_mpi_sub_int(most.get(), modulus.get(), 1), 0);
    expect_equal(most, f4, modulus);
  }
  const Mpi largest = odd_number(8192, engine);
  expect_equal(random_below(largest, engine), Mpi(65537), largest);
}

TEST(RsaPower, NumbersMayHaveRoomToSpare) {
  std::mt19937 engine(2);  // NOLINT(cert-msc51-cpp)
  Mpi modulus = odd_number(2048, engine);
  Mpi base = random_below(modulus, engine);
  Mpi exponent(65537);
  for (mbedtls_mpi* each : {modulus.get(), base.get(), exponent.get()})
    ASSERT_EQ(mbedtls_mpi_grow(each, 100), 0);
  expect_equal(base, exponent, modulus);
}

TEST(RsaPower, WhatIsNoRsaKeyIsRefused) {
  std::mt19937 engine(3);  // NOLINT(cert-msc51-cpp)
  const Mpi modulus = odd_number(2048, engine);
  const Mpi base = random_below(modulus, engine);
  const Mpi f4(65537);
  const auto refused = [](const Mpi& b, const Mpi& e, const Mpi& n) {
    Mpi result(7);
    EXPECT_EQ(gokey_rsa_power(result.get(), b.get(), e.get(), n.get(), nullptr),
              MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
    EXPECT_EQ(mbedtls_mpi_cmp_int(result.get(), 7), 0);
  };
  refused(base, Mpi(0), modulus);
  refused(base, Mpi(-3), modulus);
  refused(base, Mpi(std::int64_t{1} << 32), modulus);
  refused(base, odd_number(2047, engine), modulus);
  refused(Mpi(-1), f4, modulus);
  refused(modulus, f4, modulus);
  refused(Mpi(5), f4, Mpi(0));
  refused(Mpi(5), f4, Mpi(-15));
  refused(Mpi(5), f4, Mpi(16));
  refused(base, f4, odd_number(8193, engine));
}

}  // namespace
