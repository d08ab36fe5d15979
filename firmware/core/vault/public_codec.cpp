// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/public_codec.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kMaxText = 1024;
constexpr std::size_t kMaxAuthorizedKeys = 64;
constexpr std::size_t kMaxKeyBlob = 4096;
constexpr std::size_t kMaxExponent = 4;

void encode_key(Encoder& out, const KeyInfo& info) {
  out.enumerator(info.key.algorithm);
  out.blob(info.key.modulus);
  out.blob(info.key.exponent);
  out.blob(info.key.point);
  out.fixed(info.fingerprint);
  out.u32(info.created);
  out.flag(info.has_passphrase);
}

bool lengths_fit(const PublicKey& key) {
  const std::size_t field = field_size(key.algorithm);
  if (is_rsa(key.algorithm)) {
    return key.modulus.size() == field && !key.exponent.empty() && key.point.empty();
  }
  const std::size_t point = is_weierstrass(key.algorithm) ? 1 + 2 * field : field;
  return key.point.size() == point && key.modulus.empty() && key.exponent.empty();
}

KeyInfo decode_key(Decoder& in) {
  KeyInfo info;
  info.key.algorithm = in.enumerator(Algorithm::kX25519);
  info.key.modulus = in.bytes(field_size(Algorithm::kRsa4096));
  info.key.exponent = in.bytes(kMaxExponent);
  info.key.point = in.bytes(1 + 2 * field_size(Algorithm::kNistP521));
  in.fixed(info.fingerprint);
  info.created = in.u32();
  info.has_passphrase = in.flag();
  if (in.ok() && !lengths_fit(info.key)) in.fail();
  return info;
}

}  // namespace

void encode_public(Encoder& out, const PublicRecord& record) {
  for (const std::string* text : {&record.name, &record.language, &record.sex, &record.url}) {
    out.text(*text);
  }
  out.u16(record.manufacturer);
  out.flag(record.signature_pin_once);
  out.enumerator(record.snvs);
  out.fixed(record.primary);
  for (const auto& key : record.keys) {
    out.flag(key.has_value());
    if (key) encode_key(out, *key);
  }
  out.u16(static_cast<std::uint16_t>(record.authorized_keys.size()));
  for (const auto& key : record.authorized_keys) out.blob(key);
}

PublicRecord decode_public(Decoder& in) {
  PublicRecord record;
  for (std::string* text : {&record.name, &record.language, &record.sex, &record.url}) {
    *text = in.text(kMaxText);
  }
  record.manufacturer = in.u16();
  record.signature_pin_once = in.flag();
  record.snvs = in.enumerator(SnvsMode::kSsh);
  in.fixed(record.primary);
  for (auto& key : record.keys) {
    if (in.flag()) key = decode_key(in);
  }
  const std::size_t count = in.u16();
  if (count > kMaxAuthorizedKeys) in.fail();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    record.authorized_keys.push_back(in.bytes(kMaxKeyBlob));
  }
  return record;
}

}  // namespace gokey::vault
