// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A private key of the curve P-256 in DER: RFC 5915 (EC PRIVATE KEY), or RFC 5958 around it
// (PRIVATE KEY). Read in place: libcrypto's decoders leave copies of the key on the heap.
#pragma once

#include <cstdint>
#include <expected>
#include <span>

namespace gokeyctl::provision {

enum class EcKeyError : std::uint8_t {
  kMalformed,
  kEncrypted,  // needs a passphrase
  kOtherKind,  // another algorithm, or another curve
};

// Its 32 bytes, big-endian, within `der`. Whether they are a number that can be a key is not looked
// at.
[[nodiscard]] std::expected<std::span<const std::uint8_t, 32>, EcKeyError> p256_private_key(
    std::span<const std::uint8_t> der);

}  // namespace gokeyctl::provision
