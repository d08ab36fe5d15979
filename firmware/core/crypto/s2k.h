// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// From a passphrase to a key, RFC 4880 3.7.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/crypto/hash.h"
#include "core/crypto/secret.h"

namespace gokey::crypto {

enum class S2kMode : std::uint8_t { kSimple, kSalted, kIterated };

struct S2k {
  S2kMode mode = S2kMode::kIterated;
  HashAlgorithm hash = HashAlgorithm::kSha1;
  std::array<std::uint8_t, 8> salt{};
  std::uint32_t count = 0;  // bytes to hash, kIterated only; at most 65011712
};

// A key of `key_size` bytes.
[[nodiscard]] Secret derive_key(const S2k& s2k, std::span<const std::uint8_t> passphrase,
                                std::size_t key_size);

}  // namespace gokey::crypto
