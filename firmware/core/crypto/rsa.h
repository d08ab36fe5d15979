// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// RSA with PKCS#1 v1.5 padding (RFC 8017 8.2 and 7.2), blinded and checked for faults.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>

#include "core/crypto/secret.h"
#include "hal/random.h"

namespace gokey::crypto {

using ByteView = std::span<const std::uint8_t>;

// The numbers of an RSA key as RFC 4880 5.5.3 stores them, big-endian. inverse = p^-1 mod q.
struct RsaNumbers {
  ByteView modulus, exponent, d, p, q, inverse;
};

enum class RsaError : std::uint8_t {
  kBadLength,  // the input does not fit the modulus
  kFailed,     // a fault, an input not below the modulus, or wrong padding: not told apart
};

class RsaKey {
 public:
  // Nothing if the numbers do not belong together.
  [[nodiscard]] static std::unique_ptr<RsaKey> create(const RsaNumbers& numbers);
  ~RsaKey();
  RsaKey(const RsaKey&) = delete;
  RsaKey& operator=(const RsaKey&) = delete;

  // Pads a DigestInfo with block type 1. At least eight bytes of padding must fit.
  [[nodiscard]] std::expected<Secret, RsaError> sign(ByteView digest_info,
                                                     hal::Random& random) const;
  // Removes block type 2. The cryptogram is as long as the modulus.
  [[nodiscard]] std::expected<Secret, RsaError> decrypt(ByteView cryptogram,
                                                        hal::Random& random) const;

 private:
  struct Impl;
  explicit RsaKey(std::unique_ptr<Impl> impl);
  // The private operation on an input as long as the modulus.
  [[nodiscard]] bool root(std::span<std::uint8_t> block, hal::Random& random) const;

  std::unique_ptr<Impl> impl_;
};

// Removes the padding 00 02 PS 00 of a decrypted block. All work is the same whatever is wrong with
// the block; only then it is said whether anything was. Separate from the key so that tests reach
// it.
[[nodiscard]] std::expected<Secret, RsaError> remove_type2_padding(ByteView block);

}  // namespace gokey::crypto
