// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a version 4 signature says about a key, RFC 4880 5.2.3. The signature itself is not verified
// here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

// RFC 4880 5.2.1.
enum class OpenPgpSignatureType : std::uint8_t {
  kGenericCertification = 0x10,
  kPositiveCertification = 0x13,
  kSubkeyBinding = 0x18,
  kDirectKey = 0x1F,
  kKeyRevocation = 0x20,
  kSubkeyRevocation = 0x28,
  kCertificationRevocation = 0x30,
};

// RFC 4880 5.2.3.21.
inline constexpr std::uint8_t kFlagCertify = 0x01;
inline constexpr std::uint8_t kFlagSign = 0x02;
inline constexpr std::uint8_t kFlagEncryptCommunications = 0x04;
inline constexpr std::uint8_t kFlagEncryptStorage = 0x08;
inline constexpr std::uint8_t kFlagAuthenticate = 0x20;

struct OpenPgpSignature {
  OpenPgpSignatureType type{};  // also values without a name
  std::uint32_t created = 0;    // seconds since 1970 UTC
  // Of the hashed subpackets only: nobody vouches for the others.
  std::optional<std::uint8_t> key_flags;
  std::uint32_t key_lifetime = 0;        // seconds from the key's creation; 0: does not expire
  std::uint32_t signature_lifetime = 0;  // seconds from `created`; 0: does not expire
  // A hint whose signature this is, from either area.
  std::optional<std::array<std::uint8_t, 8>> issuer;
};

// Reads the body of a signature packet. kUnsupported for versions other than 4.
[[nodiscard]] Result<OpenPgpSignature> parse_openpgp_signature(Bytes body);

}  // namespace gokey::wire
