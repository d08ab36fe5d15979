// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.h"

#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "core/crypto/secret.h"

namespace gokey::crypto {
namespace {

const nettle_hash& library(HashAlgorithm algorithm) {
  switch (algorithm) {
    case HashAlgorithm::kSha1:
      return nettle_sha1;
    case HashAlgorithm::kSha224:
      return nettle_sha224;
    case HashAlgorithm::kSha256:
      return nettle_sha256;
    case HashAlgorithm::kSha384:
      return nettle_sha384;
    case HashAlgorithm::kSha512:
      return nettle_sha512;
  }
  return nettle_sha512;
}

}  // namespace

std::size_t digest_size(HashAlgorithm algorithm) { return library(algorithm).digest_size; }

Hash::Hash(HashAlgorithm algorithm) : algorithm_(algorithm) {
  static_assert(sizeof(sha1_ctx) <= kStateSize && sizeof(sha256_ctx) <= kStateSize &&
                sizeof(sha512_ctx) <= kStateSize);
  library(algorithm_).init(state_.data());
}

Hash::~Hash() { wipe({reinterpret_cast<std::uint8_t*>(state_.data()), state_.size()}); }

void Hash::update(std::span<const std::uint8_t> bytes) {
  library(algorithm_).update(state_.data(), bytes.size(), bytes.data());
}

void Hash::finish(std::span<std::uint8_t> out) {
  library(algorithm_).digest(state_.data(), out.size(), out.data());
}

std::array<std::uint8_t, 20> sha1(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, 20> digest{};
  Hash hash(HashAlgorithm::kSha1);
  hash.update(bytes);
  hash.finish(digest);
  return digest;
}

std::array<std::uint8_t, 32> sha256(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, 32> digest{};
  Hash hash(HashAlgorithm::kSha256);
  hash.update(bytes);
  hash.finish(digest);
  return digest;
}

}  // namespace gokey::crypto
