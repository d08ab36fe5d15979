// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The hash functions of OpenPGP, RFC 4880 9.4.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gokey::crypto {

enum class HashAlgorithm : std::uint8_t { kSha1, kSha224, kSha256, kSha384, kSha512 };

[[nodiscard]] std::size_t digest_size(HashAlgorithm algorithm);

// Hashes in pieces. What was hashed may be secret: the state is wiped at the end.
class Hash {
 public:
  explicit Hash(HashAlgorithm algorithm);
  ~Hash();
  Hash(const Hash&) = delete;
  Hash& operator=(const Hash&) = delete;

  void update(std::span<const std::uint8_t> bytes);
  // The first out.size() bytes of the digest, at most digest_size(); then begins anew.
  void finish(std::span<std::uint8_t> out);

 private:
  // Room for the largest state of the library behind it, checked at compile time.
  static constexpr std::size_t kStateSize = 256;

  HashAlgorithm algorithm_;
  alignas(std::max_align_t) std::array<std::byte, kStateSize> state_{};
};

[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::span<const std::uint8_t> bytes);

}  // namespace gokey::crypto
