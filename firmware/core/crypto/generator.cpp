// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/generator.h"

#include <algorithm>
#include <array>

#include <sodium/crypto_generichash.h>
#include <sodium/crypto_stream_chacha20.h>

namespace gokey::crypto {

void Generator::seed(std::span<const std::uint8_t> entropy) {
  Secret next(kKeySize);
  crypto_generichash(next.writable().data(), next.size(), entropy.data(), entropy.size(),
                     key_.bytes().data(), key_.size());
  key_ = std::move(next);
}

void Generator::fill(std::span<std::uint8_t> out) {
  // Each key makes one stream, so the nonce can stand still.
  constexpr std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> kNonce{};
  constexpr std::size_t kPiece = 512;
  Secret stream(kKeySize + std::min(out.size(), kPiece));
  while (!out.empty()) {
    const std::size_t size = std::min(out.size(), kPiece);
    crypto_stream_chacha20(stream.writable().data(), kKeySize + size, kNonce.data(),
                           key_.bytes().data());
    const auto bytes = stream.bytes();
    std::ranges::copy(bytes.first(kKeySize), key_.writable().begin());
    std::ranges::copy(bytes.subspan(kKeySize, size), out.begin());
    out = out.subspan(size);
  }
}

}  // namespace gokey::crypto
