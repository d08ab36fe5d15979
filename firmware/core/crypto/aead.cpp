// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/aead.h"

#include <sodium/crypto_aead_xchacha20poly1305.h>

namespace gokey::crypto {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kNonce + kTag == kAeadOverhead);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == kAeadKeySize);

}  // namespace

std::vector<std::uint8_t> seal(std::span<const std::uint8_t, kAeadKeySize> key,
                               std::span<const std::uint8_t> associated,
                               std::span<const std::uint8_t> plain, hal::Random& random) {
  std::vector<std::uint8_t> sealed(kNonce + plain.size() + kTag);
  random.fill(std::span(sealed).first(kNonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonce, nullptr, plain.data(),
                                             plain.size(), associated.data(), associated.size(),
                                             nullptr, sealed.data(), key.data());
  return sealed;
}

std::optional<Secret> open(std::span<const std::uint8_t, kAeadKeySize> key,
                           std::span<const std::uint8_t> associated,
                           std::span<const std::uint8_t> sealed) {
  if (sealed.size() < kAeadOverhead) return std::nullopt;
  Secret plain(sealed.size() - kAeadOverhead);
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      plain.writable().data(), nullptr, nullptr, sealed.data() + kNonce, sealed.size() - kNonce,
      associated.data(), associated.size(), sealed.data(), key.data());
  if (refused != 0) return std::nullopt;
  return plain;
}

}  // namespace gokey::crypto
