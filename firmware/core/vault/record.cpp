// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/record.h"

#include <utility>

#include "core/vault/codec.h"
#include "core/vault/public_codec.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kMaxSecret = 4096;  // the numbers of RSA-4096 take some 1300 bytes
constexpr std::size_t kMaxPem = std::size_t{16} * 1024;
constexpr std::uint32_t kMaxS2kCount = 65011712;  // RFC 4880 3.7.1.3

void encode_key(Encoder& out, const ProtectedKey& key) {
  out.enumerator(key.protection);
  out.enumerator(key.s2k.mode);
  out.enumerator(key.s2k.hash);
  out.fixed(key.s2k.salt);
  out.u32(key.s2k.count);
  out.u8(key.cipher_key_size);
  out.fixed(key.iv);
  out.blob(key.secret.bytes());
}

ProtectedKey decode_key(Decoder& in) {
  ProtectedKey key;
  key.protection = in.enumerator(Protection::kChecksum);
  key.s2k.mode = in.enumerator(crypto::S2kMode::kIterated);
  key.s2k.hash = in.enumerator(crypto::HashAlgorithm::kSha512);
  in.fixed(key.s2k.salt);
  key.s2k.count = in.u32();
  key.cipher_key_size = in.u8();
  in.fixed(key.iv);
  key.secret = in.secret(kMaxSecret);
  const bool is_aes =
      key.cipher_key_size == 16 || key.cipher_key_size == 24 || key.cipher_key_size == 32;
  if (key.s2k.count > kMaxS2kCount || !is_aes) in.fail();
  return key;
}

}  // namespace

crypto::Secret encode_record(const TokenRecord& record) {
  return encoded([&record](Encoder& out) {
    out.fixed(record.id);
    encode_public(out, record.pub);
    for (const auto& key : record.keys) {
      if (key) encode_key(out, *key);
    }
    out.blob(record.host_key_pem.bytes());
    // As far as there is something to say.
    const std::optional<FidoHash>& attestation = record.pub.attestation;
    if (record.pub.provisioned != 0 || attestation) out.u32(record.pub.provisioned);
    if (attestation) out.fixed(*attestation);
  });
}

std::optional<TokenRecord> decode_record(std::span<const std::uint8_t> bytes) {
  Decoder in(bytes);
  TokenRecord record;
  in.fixed(record.id);
  record.pub = decode_public(in);
  for (std::size_t i = 0; i < kKeyCount && in.ok(); ++i) {
    const auto& info = record.pub.keys[i];
    if (!info) continue;
    ProtectedKey key = decode_key(in);
    if ((key.protection != Protection::kNone) != info->has_passphrase) in.fail();
    record.keys[i] = std::move(key);
  }
  record.host_key_pem = in.secret(kMaxPem);
  if (!in.at_end()) {
    record.pub.provisioned = in.u32();
    if (!in.at_end()) {
      in.fixed(record.pub.attestation.emplace());
    } else if (record.pub.provisioned == 0) {
      in.fail();
    }
  }
  if (!in.finished()) return std::nullopt;
  return record;
}

}  // namespace gokey::vault
