// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Base 64 with padding, RFC 4648 section 4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

// With padding, on one line.
[[nodiscard]] std::string to_base64(Bytes bytes);
// Without padding: what ssh-keygen prints after "SHA256:".
[[nodiscard]] std::string to_base64_unpadded(Bytes bytes);
// Strict: padding is required, white space is not allowed, and unused bits must be zero, so that
// every byte sequence has exactly one encoding. kTruncated when the length is no multiple of four,
// else kMalformed.
[[nodiscard]] Result<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace gokey::wire
