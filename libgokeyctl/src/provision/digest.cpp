// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "provision/digest.h"

#include <nettle/eddsa.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "wire/base64.h"
#include "wire/hex.h"

namespace gokeyctl::provision {

std::string openpgp_fingerprint(std::span<const std::uint8_t> body) {
  const std::array<std::uint8_t, 3> head{0x99, static_cast<std::uint8_t>(body.size() >> 8),
                                         static_cast<std::uint8_t>(body.size())};
  sha1_ctx context;
  sha1_init(&context);
  sha1_update(&context, head.size(), head.data());
  sha1_update(&context, body.size(), body.data());
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
  sha1_digest(&context, digest.size(), digest.data());
  return gokey::wire::to_hex(digest);
}

std::string ssh_fingerprint(std::span<const std::uint8_t> blob) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, blob.size(), blob.data());
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return "SHA256:" + gokey::wire::to_base64_unpadded(digest);
}

std::array<std::uint8_t, 64> sha512(std::span<const std::uint8_t> bytes) {
  sha512_ctx context;
  sha512_init(&context);
  sha512_update(&context, bytes.size(), bytes.data());
  std::array<std::uint8_t, SHA512_DIGEST_SIZE> digest{};
  sha512_digest(&context, digest.size(), digest.data());
  return digest;
}

bool ed25519_verifies(std::span<const std::uint8_t, 32> public_key,
                      std::span<const std::uint8_t> message,
                      std::span<const std::uint8_t, 64> signature) {
  return ed25519_sha512_verify(public_key.data(), message.size(), message.data(),
                               signature.data()) == 1;
}

}  // namespace gokeyctl::provision
