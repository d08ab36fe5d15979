// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "provision/digest.h"

#include <memory>

#include <openssl/evp.h>

#include "wire/base64.h"
#include "wire/hex.h"

namespace gokeyctl::provision {
namespace {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

// Zeros where libcrypto lacks the function: no digest that anything equals.
template <std::size_t N>
std::array<std::uint8_t, N> digest(const EVP_MD* function, std::span<const std::uint8_t> head,
                                   std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, N> out{};
  const Context context(EVP_MD_CTX_new());
  const bool done = context != nullptr &&
                    EVP_DigestInit_ex(context.get(), function, nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), head.data(), head.size()) == 1 &&
                    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1;
  if (!done) out.fill(0);
  return out;
}

}  // namespace

std::string openpgp_fingerprint(std::span<const std::uint8_t> body) {
  const std::array<std::uint8_t, 3> head{0x99, static_cast<std::uint8_t>(body.size() >> 8),
                                         static_cast<std::uint8_t>(body.size())};
  return gokey::wire::to_hex(digest<20>(EVP_sha1(), head, body));
}

std::string ssh_fingerprint(std::span<const std::uint8_t> blob) {
  return "SHA256:" + gokey::wire::to_base64_unpadded(digest<32>(EVP_sha256(), {}, blob));
}

std::string certificate_fingerprint(std::span<const std::uint8_t> der) {
  return gokey::wire::to_hex(digest<32>(EVP_sha256(), {}, der));
}

std::array<std::uint8_t, 64> sha512(std::span<const std::uint8_t> bytes) {
  return digest<64>(EVP_sha512(), {}, bytes);
}

bool ed25519_verifies(std::span<const std::uint8_t, 32> public_key,
                      std::span<const std::uint8_t> message,
                      std::span<const std::uint8_t, 64> signature) {
  const std::unique_ptr<EVP_PKEY, FreeKey> key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, public_key.data(), public_key.size()));
  const Context context(EVP_MD_CTX_new());
  return key != nullptr && context != nullptr &&
         EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                          message.size()) == 1;
}

}  // namespace gokeyctl::provision
