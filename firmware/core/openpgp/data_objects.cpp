// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/data_objects.h"

#include <algorithm>
#include <initializer_list>

#include "core/openpgp/algorithm_attributes.h"
#include "wire/tlv.h"

namespace gokey::openpgp {
namespace {

using Buffer = std::vector<std::uint8_t>;
using vault::KeyUse;

// The certificate of each key is not stored: cardholder certificates are empty (4.4.1, 7F21).
constexpr std::uint16_t kCertificate = 0x7F21;

const vault::KeyInfo* key_info(const CardData& data, KeyUse use) {
  if (data.record == nullptr) return nullptr;
  const auto& key = data.record->keys[vault::index(use)];
  return key ? &*key : nullptr;
}

Buffer bytes_of(wire::Bytes bytes) { return {bytes.begin(), bytes.end()}; }

// 4.4.3.9: a missing key has attributes too; RSA 4096 as the original card says.
Buffer attributes(const CardData& data, KeyUse use) {
  const vault::KeyInfo* key = key_info(data, use);
  return algorithm_attributes(use, key ? key->key.algorithm : vault::Algorithm::kRsa4096);
}

// 4.4.3.10: fingerprints are zero for missing keys, and the card knows no CA fingerprints.
Buffer fingerprint(const CardData& data, KeyUse use) {
  const vault::KeyInfo* key = key_info(data, use);
  return key ? bytes_of(key->fingerprint) : Buffer(std::tuple_size_v<vault::Fingerprint>);
}
constexpr std::size_t kCaFingerprint = std::tuple_size_v<vault::Fingerprint>;

Buffer creation_time(const CardData& data, KeyUse use) {
  const vault::KeyInfo* key = key_info(data, use);
  return wire::Writer().u32(key ? key->created : 0).release();
}

Buffer for_each_key(const CardData& data, Buffer (*one)(const CardData&, KeyUse)) {
  Buffer all;
  for (const KeyUse use : vault::kAllUses) {
    const Buffer part = one(data, use);
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

// 4.4.3.2 (C4): validity of PW1 for signatures, maximum lengths of PW1, resetting code and PW3,
// tries left. There is neither a resetting code nor PW3.
Buffer password_status(const CardData& data) {
  constexpr std::uint8_t kMax = kMaxPassphrase;
  const std::uint8_t once = data.record != nullptr && data.record->signature_pin_once ? 1 : 0;
  return {once, kMax, kMax, kMax, data.status.tries_left, 0, 0};
}

// 4.4.3.8 (DE): key reference and 00 not present, 02 imported.
Buffer key_information(const CardData& data, KeyUse use) {
  const bool present = key_info(data, use) != nullptr;
  return {static_cast<std::uint8_t>(vault::index(use) + 1),
          static_cast<std::uint8_t>(present ? 2 : 0)};
}

// 4.4.3.6: user interaction flag off; a press of a button (20) could be asked for. There is none.
Buffer interaction_flag() { return {0x00, 0x20}; }

Buffer signature_counter(const CardData& data) {
  return {static_cast<std::uint8_t>(data.status.signatures >> 16U),
          static_cast<std::uint8_t>(data.status.signatures >> 8U),
          static_cast<std::uint8_t>(data.status.signatures)};
}

// 4.1.3.1 (7F66): two INTEGERs, the longest command and the longest response.
Buffer extended_length() {
  return wire::Writer()
      .u8(0x02)
      .u8(2)
      .u16(kMaxAnnounced)
      .u8(0x02)
      .u8(2)
      .u16(kMaxAnnounced)
      .release();
}

// 4.1.3.2 (7F74): neither display nor keypad, button or biometric sensor.
Buffer general_features() { return {0x81, 0x01, 0x00}; }

Buffer text(const CardData& data, std::string vault::PublicRecord::* field) {
  if (data.record == nullptr) return {};
  return bytes_of(wire::as_bytes(data.record->*field));
}

// 4.4.3.5: 9 "not announced" stands for a sex that the record does not give.
Buffer sex(const CardData& data) {
  const Buffer given = text(data, &vault::PublicRecord::sex);
  return given.empty() ? Buffer{'9'} : given;
}

Buffer constructed(std::uint16_t tag, std::initializer_list<std::uint16_t> children,
                   const CardData& data) {
  Buffer content;
  for (const std::uint16_t child : children) {
    const std::optional<Buffer> value = data_object(child, data);
    if (!value) continue;
    // A constructed child brings its own tag.
    if (child == 0x73) {
      content.insert(content.end(), value->begin(), value->end());
    } else {
      wire::append_tlv(content, child, *value);
    }
  }
  Buffer out;
  wire::append_tlv(out, tag, content);
  return out;
}

// 4.4.3.11 (FA): the attributes that each key may have, which are those it has: they cannot be
// changed.
Buffer algorithm_information(const CardData& data) {
  return constructed(0xFA, {0xC1, 0xC2, 0xC3}, data);
}

constexpr KeyUse use_of(std::uint16_t tag, std::uint16_t first) {
  return static_cast<KeyUse>(tag - first);
}

}  // namespace

std::array<std::uint8_t, kAidLength> application_id(const CardData& data) {
  const std::uint16_t manufacturer =
      data.record != nullptr ? data.record->manufacturer : vault::PublicRecord().manufacturer;
  std::array<std::uint8_t, kAidLength> aid{};
  auto at = std::copy(kApplication.begin(), kApplication.end(), aid.begin());
  at = std::copy(kVersion.begin(), kVersion.end(), at);
  *at++ = static_cast<std::uint8_t>(manufacturer >> 8U);
  *at++ = static_cast<std::uint8_t>(manufacturer & 0xFFU);
  std::copy(data.status.serial.begin(), data.status.serial.end(), at);
  return aid;
}

std::optional<std::vector<std::uint8_t>> data_object(std::uint16_t tag, const CardData& data) {
  switch (tag) {
    case 0x004F:
      return bytes_of(application_id(data));
    case 0x005B:
      return text(data, &vault::PublicRecord::name);
    case 0x005E:
      return Buffer{};  // login data: the record has none
    case 0x5F2D:
      return text(data, &vault::PublicRecord::language);
    case 0x5F35:
      return sex(data);
    case 0x5F50:
      return text(data, &vault::PublicRecord::url);
    case 0x5F52:
      return bytes_of(kHistoricalBytes);
    case 0x0065:
      return constructed(tag, {0x5B, 0x5F2D, 0x5F35}, data);
    case 0x006E:
      return constructed(tag, {0x4F, 0x5F52, 0x7F66, 0x7F74, 0x73}, data);
    case 0x0073:
      return constructed(
          tag, {0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xCD, 0xDE, 0xD6, 0xD7, 0xD8}, data);
    case 0x007A:
      return constructed(tag, {0x93}, data);
    case 0x0093:
      return signature_counter(data);
    case 0x7F66:
      return extended_length();
    case 0x7F74:
      return general_features();
    case kCertificate:
      return Buffer{};
    case 0x00FA:
      return algorithm_information(data);
    case 0x00C0:
      return bytes_of(kExtendedCapabilities);
    case 0x00C1:
    case 0x00C2:
    case 0x00C3:
      return attributes(data, use_of(tag, 0xC1));
    case 0x00C4:
      return password_status(data);
    case 0x00C5:
      return for_each_key(data, fingerprint);
    case 0x00C6:
      return Buffer(vault::kKeyCount * kCaFingerprint);
    case 0x00C7:
    case 0x00C8:
    case 0x00C9:
      return fingerprint(data, use_of(tag, 0xC7));
    case 0x00CA:
    case 0x00CB:
    case 0x00CC:
      return Buffer(kCaFingerprint);
    case 0x00CD:
      return for_each_key(data, creation_time);
    case 0x00CE:
    case 0x00CF:
    case 0x00D0:
      return creation_time(data, use_of(tag, 0xCE));
    case 0x00D6:
    case 0x00D7:
    case 0x00D8:
      return interaction_flag();
    case 0x00DE:
      return for_each_key(data, key_information);
    default:
      return std::nullopt;
  }
}

std::vector<std::uint8_t> public_key_template(const vault::PublicKey& key) {
  Buffer content;
  if (vault::is_rsa(key.algorithm)) {
    wire::append_tlv(content, 0x81, key.modulus);
    wire::append_tlv(content, 0x82, key.exponent);
  } else {
    wire::append_tlv(content, 0x86, key.point);
  }
  Buffer out;
  wire::append_tlv(out, 0x7F49, content);
  return out;
}

}  // namespace gokey::openpgp
