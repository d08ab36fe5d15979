// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/generator.h"

#include <algorithm>
#include <array>

#include <sodium/crypto_generichash.h>
#include <sodium/crypto_stream_chacha20.h>

#include "core/crypto/secret.h"

namespace gokey::crypto {

Generator::~Generator() { wipe(key_); }

void Generator::seed(std::span<const std::uint8_t> entropy) {
  std::array<std::uint8_t, kKeySize> next;
  crypto_generichash(next.data(), next.size(), entropy.data(), entropy.size(), key_.data(),
                     key_.size());
  key_ = next;
  wipe(next);
}

void Generator::fill(std::span<std::uint8_t> out) {
  // Each key makes one stream, so the nonce can stand still.
  constexpr std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> kNonce{};
  constexpr std::size_t kPiece = 512;
  std::array<std::uint8_t, kKeySize + kPiece> stream;
  while (!out.empty()) {
    const std::size_t size = std::min(out.size(), kPiece);
    crypto_stream_chacha20(stream.data(), kKeySize + size, kNonce.data(), key_.data());
    const auto bytes = std::span<const std::uint8_t>(stream);
    std::ranges::copy(bytes.first(kKeySize), key_.begin());
    std::ranges::copy(bytes.subspan(kKeySize, size), out.begin());
    out = out.subspan(size);
  }
  wipe(stream);
}

}  // namespace gokey::crypto
