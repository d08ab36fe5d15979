// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// ASCII armour, RFC 4880 6.2.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

inline constexpr std::size_t kMaxOpenPgpFile = std::size_t{1024} * 1024;

// True if the file begins with a packet rather than with text: bit 7 of every packet's first octet
// is set.
[[nodiscard]] bool is_binary_openpgp(Bytes file);

// The packets in the first armoured block with this label ("PGP PRIVATE KEY BLOCK"). Text before it
// is skipped, and so is what follows. The CRC is checked where there is one. kTruncated without a
// block or its end, kChecksum on a wrong CRC, kTooLong above kMaxOpenPgpFile.
[[nodiscard]] Result<std::vector<std::uint8_t>> remove_openpgp_armor(std::string_view text,
                                                                     std::string_view label);

// RFC 4880 6.1.
[[nodiscard]] std::uint32_t openpgp_crc24(Bytes bytes);

}  // namespace gokey::wire
