// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Text as the line editor holds it: one element for each character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/crypto/secret.h"

namespace gokey::console {

// Added to a byte that is not UTF-8 and yet belongs to a hidden line: a passphrase is bytes,
// whatever the encoding.
inline constexpr char32_t kRawByte = 0xDC00;

// For prompts: text and colour sequences.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
// Columns that a text takes: escape sequences take none.
[[nodiscard]] std::size_t width(std::u32string_view text);
// The bytes of a hidden line; no other copy is left.
[[nodiscard]] crypto::Secret to_secret(std::u32string_view line);
// Overwrites and empties.
void wipe(std::u32string& text);

}  // namespace gokey::console
