// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The token record: what makes a token personal. Written once, in the factory state.
#pragma once

#include <array>
#include <expected>
#include <optional>

#include "core/crypto/s2k.h"
#include "core/crypto/secret.h"
#include "core/vault/messages.h"
#include "core/vault/sealed.h"

namespace gokey::vault {

inline constexpr SealedKind kRecordKind{"record", "gokey/record/v1", 1};

// Ties the counters to their record.
using RecordId = std::array<std::uint8_t, 16>;

// How the secret numbers of a key are kept inside the record: as their key file brought them, RFC
// 4880 5.5.3.
enum class Protection : std::uint8_t { kNone, kSha1, kChecksum };

struct ProtectedKey {
  Protection protection = Protection::kNone;
  crypto::S2k s2k;
  std::uint8_t cipher_key_size = 32;
  std::array<std::uint8_t, 16> iv{};
  crypto::Secret secret;
};

struct TokenRecord {
  RecordId id{};
  PublicRecord pub;
  std::array<std::optional<ProtectedKey>, kKeyCount> keys;  // there where pub.keys is
  crypto::Secret host_key_pem;                              // empty: derived from the device key
};

[[nodiscard]] crypto::Secret encode_record(const TokenRecord& record);
// Nothing if the bytes are not a record; they come from a seal, but are not believed for that.
[[nodiscard]] std::optional<TokenRecord> decode_record(std::span<const std::uint8_t> bytes);

}  // namespace gokey::vault
