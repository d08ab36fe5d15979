// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/usbarmory-mk2/silicon.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sodium/crypto_generichash.h>

#include "core/crypto/secret.h"
#include "soc/imx6ul/cpu.h"
#include "wire/bytes.h"

namespace gokey::mk2 {

ChipRandom::ChipRandom(imx6ul::Entropy& entropy) : entropy_(entropy) {
  constexpr std::size_t kFirstWords = 64;
  reseed(kFirstWords);
}

void ChipRandom::seed(std::span<const std::uint8_t> secret) {
  generator_.seed(secret);
  seeded_ = true;
}

void ChipRandom::reseed(std::size_t words) {
  std::array<std::uint8_t, 256> seed{};
  for (std::size_t i = 0; i < words; ++i) {
    const auto word = entropy_.word();
    if (!word) break;
    std::memcpy(&seed.at(4 * i), &*word, sizeof *word);
  }
  if (entropy_.healthy()) this->seed(std::span(seed).first(4 * words));
  crypto::wipe(seed);
}

void ChipRandom::fill(std::span<std::uint8_t> out) {
  // The vault draws from it, and the kernel in its midst.
  constexpr std::size_t kPiece = 256, kWords = 8;
  while (!out.empty()) {
    const auto piece = out.first(std::min(out.size(), kPiece));
    const imx6ul::InterruptsOff off;
    reseed(kWords);
    if (!seeded_) std::abort();
    generator_.fill(piece);
    out = out.subspan(piece.size());
  }
}

ChipKey::ChipKey(imx6ul::UniqueKey& key, const imx6ul::Snvs& snvs, const imx6ul::Ocotp& ocotp)
    : key_(key),
      test_key_(!snvs.master_key_usable() || !key.own()),
      closed_((ocotp.read(imx6ul::fuse::kBootConfig).value_or(0) & imx6ul::fuse::kClosed) != 0) {
  const std::uint32_t id = ocotp.read(imx6ul::fuse::kUniqueIdHigh).value_or(0);
  std::memcpy(serial_.data(), &id, serial_.size());
}

void ChipKey::derive(std::string_view purpose, std::span<std::uint8_t, 32> out) const {
  crypto::Secret secret(32);
  if (!key_.secret(secret.writable().first<32>())) std::abort();
  // As the simulator does with the secret in its file.
  const wire::Bytes text = wire::as_bytes(purpose);
  crypto_generichash(out.data(), out.size(), text.data(), text.size(), secret.bytes().data(),
                     secret.size());
}

}  // namespace gokey::mk2
