// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/s2k.h"

#include <algorithm>
#include <cstring>

namespace gokey::crypto {
namespace {

// Hashing in larger pieces than salt and passphrase saves most of the calls: 65 million bytes are
// hashed.
constexpr std::size_t kPiece = 4096;

// Salt and passphrase, repeated until there is at least a piece, in whole repetitions.
Secret repeated(std::span<const std::uint8_t> unit) {
  Secret piece(std::max(unit.size(), kPiece - kPiece % unit.size()));
  for (std::size_t at = 0; at < piece.size(); at += unit.size()) {
    std::memcpy(piece.writable().data() + at, unit.data(), unit.size());
  }
  return piece;
}

Secret salted(const S2k& s2k, std::span<const std::uint8_t> passphrase) {
  if (s2k.mode == S2kMode::kSimple) return Secret::copy_of(passphrase);
  Secret unit(s2k.salt.size() + passphrase.size());
  std::ranges::copy(s2k.salt, unit.writable().begin());
  std::ranges::copy(passphrase, unit.writable().last(passphrase.size()).begin());
  return unit;
}

}  // namespace

Secret derive_key(const S2k& s2k, std::span<const std::uint8_t> passphrase, std::size_t key_size) {
  const Secret unit = salted(s2k, passphrase);
  // RFC 4880 3.7.1.3: at least salt and passphrase are hashed once, however small the count.
  std::size_t total = unit.size();
  if (s2k.mode == S2kMode::kIterated) total = std::max<std::size_t>(total, s2k.count);
  const Secret piece = unit.empty() ? Secret() : repeated(unit.bytes());

  Secret key(key_size);
  Hash hash(s2k.hash);
  constexpr std::array<std::uint8_t, 1> kZero{0};
  // RFC 4880 3.7.1.1: a longer key takes further hashes, the n-th preceded by n zero bytes.
  std::size_t preload = 0;
  for (std::size_t made = 0; made < key_size; ++preload) {
    for (std::size_t i = 0; i < preload; ++i) hash.update(kZero);
    for (std::size_t left = total; left > 0;) {
      const std::size_t now = std::min(left, piece.size());
      hash.update(piece.bytes().first(now));
      left -= now;
    }
    const std::size_t now = std::min(key_size - made, digest_size(s2k.hash));
    hash.finish(key.writable().subspan(made, now));
    made += now;
  }
  return key;
}

}  // namespace gokey::crypto
