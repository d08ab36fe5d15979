// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Base 16, RFC 4648 section 8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

// Lower case, as everything but a token's serial is written.
[[nodiscard]] std::string to_hex(Bytes bytes);
// Upper case, for serials.
[[nodiscard]] std::string to_upper_hex(Bytes bytes);
// Takes either case. kTruncated on an odd number of digits, kMalformed on anything that is no
// digit.
[[nodiscard]] Result<std::vector<std::uint8_t>> from_hex(std::string_view text);

}  // namespace gokey::wire
