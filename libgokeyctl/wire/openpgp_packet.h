// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// OpenPGP packets and the numbers in them, RFC 4880 3.2 and 4.2.
#pragma once

#include <cstdint>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

enum class OpenPgpTag : std::uint8_t {
  kSignature = 2,
  kSecretKey = 5,
  kPublicKey = 6,
  kSecretSubkey = 7,
  kUserId = 13,
  kPublicSubkey = 14,
  kUserAttribute = 17,
};

struct OpenPgpPacket {
  OpenPgpTag tag{};  // also values without a name
  Bytes body;
};

// The next packet, in the old or the new format. Partial and indeterminate lengths, which only
// packets with data may have (4.2.2.4), are kMalformed.
[[nodiscard]] Result<OpenPgpPacket> read_openpgp_packet(Reader& reader);

// A multiprecision integer without its length, leading zeros removed.
[[nodiscard]] Result<Bytes> read_openpgp_mpi(Reader& reader);

}  // namespace gokey::wire
