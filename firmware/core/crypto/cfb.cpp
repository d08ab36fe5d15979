// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/cfb.h"

#include <algorithm>

#include <nettle/aes.h>
#include <nettle/cfb.h>

namespace gokey::crypto {
namespace {

template <typename Context, typename SetKey>
void decrypt(SetKey set_key, nettle_cipher_func* cipher, std::span<const std::uint8_t> key,
             std::span<const std::uint8_t, kAesBlock> iv, std::span<const std::uint8_t> in,
             std::span<std::uint8_t> out) {
  Context context;
  set_key(&context, key.data());
  std::array<std::uint8_t, kAesBlock> chain{};
  std::ranges::copy(iv, chain.begin());
  cfb_decrypt(&context, cipher, kAesBlock, chain.data(), in.size(), out.data(), in.data());
  wipe({reinterpret_cast<std::uint8_t*>(&context), sizeof context});
}

// The library declares each cipher with its own context type.
template <typename Context,
          void (*Encrypt)(const Context*, std::size_t, std::uint8_t*, const std::uint8_t*)>
void erased(const void* context, std::size_t length, std::uint8_t* out, const std::uint8_t* in) {
  Encrypt(static_cast<const Context*>(context), length, out, in);
}

}  // namespace

Secret aes_cfb_decrypt(std::span<const std::uint8_t> key,
                       std::span<const std::uint8_t, kAesBlock> iv,
                       std::span<const std::uint8_t> ciphertext) {
  Secret plain(ciphertext.size());
  switch (key.size()) {
    case AES128_KEY_SIZE:
      decrypt<aes128_ctx>(aes128_set_encrypt_key, erased<aes128_ctx, aes128_encrypt>, key, iv,
                          ciphertext, plain.writable());
      return plain;
    case AES192_KEY_SIZE:
      decrypt<aes192_ctx>(aes192_set_encrypt_key, erased<aes192_ctx, aes192_encrypt>, key, iv,
                          ciphertext, plain.writable());
      return plain;
    case AES256_KEY_SIZE:
      decrypt<aes256_ctx>(aes256_set_encrypt_key, erased<aes256_ctx, aes256_encrypt>, key, iv,
                          ciphertext, plain.writable());
      return plain;
    default:
      return {};
  }
}

}  // namespace gokey::crypto
