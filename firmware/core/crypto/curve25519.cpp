// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/curve25519.h"

#include <sodium/crypto_scalarmult_curve25519.h>
#include <sodium/crypto_sign_ed25519.h>

namespace gokey::crypto {

std::array<std::uint8_t, kCurve25519Size> ed25519_public(
    std::span<const std::uint8_t, kCurve25519Size> seed) {
  std::array<std::uint8_t, kCurve25519Size> point{};
  Secret pair(crypto_sign_ed25519_SECRETKEYBYTES);
  crypto_sign_ed25519_seed_keypair(point.data(), pair.writable().data(), seed.data());
  return point;
}

Secret ed25519_sign(std::span<const std::uint8_t, kCurve25519Size> seed,
                    std::span<const std::uint8_t> message) {
  std::array<std::uint8_t, kCurve25519Size> point{};
  Secret pair(crypto_sign_ed25519_SECRETKEYBYTES);
  crypto_sign_ed25519_seed_keypair(point.data(), pair.writable().data(), seed.data());
  Secret signature(crypto_sign_ed25519_BYTES);
  crypto_sign_ed25519_detached(signature.writable().data(), nullptr, message.data(), message.size(),
                               pair.bytes().data());
  return signature;
}

std::array<std::uint8_t, kCurve25519Size> x25519_public(
    std::span<const std::uint8_t, kCurve25519Size> scalar) {
  std::array<std::uint8_t, kCurve25519Size> point{};
  crypto_scalarmult_curve25519_base(point.data(), scalar.data());
  return point;
}

std::optional<Secret> x25519_shared(std::span<const std::uint8_t, kCurve25519Size> scalar,
                                    std::span<const std::uint8_t, kCurve25519Size> peer) {
  Secret shared(kCurve25519Size);
  if (crypto_scalarmult_curve25519(shared.writable().data(), scalar.data(), peer.data()) != 0) {
    return std::nullopt;
  }
  return shared;
}

}  // namespace gokey::crypto
