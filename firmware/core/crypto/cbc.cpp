// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/cbc.h"

#include <algorithm>

#include <nettle/aes.h>
#include <nettle/cbc.h>

namespace gokey::crypto {
namespace {

using Chain = std::array<std::uint8_t, kAesBlock>;

Chain chain_from(std::span<const std::uint8_t, kAesBlock> iv) {
  Chain chain{};
  std::ranges::copy(iv, chain.begin());
  return chain;
}

void forget(aes256_ctx& context) {
  wipe({reinterpret_cast<std::uint8_t*>(&context), sizeof context});
}

// The library declares each cipher with its own context type.
void encrypt_blocks(const void* context, std::size_t length, std::uint8_t* out,
                    const std::uint8_t* in) {
  aes256_encrypt(static_cast<const aes256_ctx*>(context), length, out, in);
}
void decrypt_blocks(const void* context, std::size_t length, std::uint8_t* out,
                    const std::uint8_t* in) {
  aes256_decrypt(static_cast<const aes256_ctx*>(context), length, out, in);
}

}  // namespace

Secret aes256_cbc_encrypt(std::span<const std::uint8_t, kAes256Key> key,
                          std::span<const std::uint8_t, kAesBlock> iv,
                          std::span<const std::uint8_t> plain) {
  if (plain.size() % kAesBlock != 0) return {};
  Secret out(plain.size());
  Chain chain = chain_from(iv);
  aes256_ctx context;
  aes256_set_encrypt_key(&context, key.data());
  cbc_encrypt(&context, encrypt_blocks, kAesBlock, chain.data(), plain.size(),
              out.writable().data(), plain.data());
  forget(context);
  return out;
}

Secret aes256_cbc_decrypt(std::span<const std::uint8_t, kAes256Key> key,
                          std::span<const std::uint8_t, kAesBlock> iv,
                          std::span<const std::uint8_t> ciphertext) {
  if (ciphertext.size() % kAesBlock != 0) return {};
  Secret out(ciphertext.size());
  Chain chain = chain_from(iv);
  aes256_ctx context;
  aes256_set_decrypt_key(&context, key.data());
  cbc_decrypt(&context, decrypt_blocks, kAesBlock, chain.data(), ciphertext.size(),
              out.writable().data(), ciphertext.data());
  forget(context);
  return out;
}

}  // namespace gokey::crypto
