// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The public side of the vault's keys: what may be shown to anybody.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gokey::vault {

// OpenPGP card 3.4.1, 4.4.3.9: the three keys, in the order of the card's data objects C1, C2, C3.
enum class KeyUse : std::uint8_t { kSignature = 0, kDecryption = 1, kAuthentication = 2 };
inline constexpr std::size_t kKeyCount = 3;
inline constexpr std::array kAllUses{KeyUse::kSignature, KeyUse::kDecryption,
                                     KeyUse::kAuthentication};

[[nodiscard]] constexpr std::size_t index(KeyUse use) { return static_cast<std::size_t>(use); }
// "sig", "dec", "aut": the words of the console and of JSON.
[[nodiscard]] std::string_view short_name(KeyUse use);

// A set of keys.
class KeySet {
 public:
  constexpr KeySet() = default;
  constexpr KeySet(std::initializer_list<KeyUse> uses) {
    for (const KeyUse use : uses) bits_ = static_cast<std::uint8_t>(bits_ | (1U << index(use)));
  }
  [[nodiscard]] constexpr bool has(KeyUse use) const { return (bits_ & (1U << index(use))) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
  [[nodiscard]] static constexpr KeySet from_bits(std::uint8_t bits) {
    KeySet set;
    set.bits_ = bits & 7U;
    return set;
  }

 private:
  std::uint8_t bits_ = 0;
};
inline constexpr KeySet kSigOnly{KeyUse::kSignature};
inline constexpr KeySet kDecAndAut{KeyUse::kDecryption, KeyUse::kAuthentication};
inline constexpr KeySet kAllKeys{KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication};

enum class Algorithm : std::uint8_t {
  kRsa2048,
  kRsa3072,
  kRsa4096,
  kNistP256,
  kNistP384,
  kNistP521,
  kBrainpoolP256,
  kBrainpoolP384,
  kBrainpoolP512,
  kEd25519,
  kX25519,
};
// "rsa4096", "nistp256", "brainpoolP256r1", "ed25519", "cv25519": GnuPG's words.
[[nodiscard]] std::string_view name(Algorithm algorithm);
[[nodiscard]] constexpr bool is_rsa(Algorithm a) { return a <= Algorithm::kRsa4096; }
[[nodiscard]] constexpr bool is_weierstrass(Algorithm a) {
  return a >= Algorithm::kNistP256 && a <= Algorithm::kBrainpoolP512;
}
// Bytes of the RSA modulus, or of one coordinate of the curve (32 on 25519, 66 on P-521).
[[nodiscard]] std::size_t field_size(Algorithm algorithm);

using Fingerprint = std::array<std::uint8_t, 20>;  // OpenPGP v4

struct PublicKey {
  Algorithm algorithm = Algorithm::kRsa2048;
  std::vector<std::uint8_t> modulus;   // RSA, big-endian, exactly field_size() bytes
  std::vector<std::uint8_t> exponent;  // RSA, big-endian, without leading zeros
  // 04||X||Y on Weierstrass curves; 32 bytes, native order, on 25519 (no 40 prefix).
  std::vector<std::uint8_t> point;
};

struct KeyInfo {
  PublicKey key;
  Fingerprint fingerprint{};
  std::uint32_t created = 0;   // seconds since 1970 UTC
  bool has_passphrase = true;  // false: always unlocked, lock does nothing
};

}  // namespace gokey::vault
