// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Percent escapes of the Assuan protocol (The Assuan Manual, "Client requests", "Server
// responses").
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gokeyctl/secret.h"

namespace gokeyctl::pinentry {

// Escapes what the protocol reserves: %, CR and LF.
[[nodiscard]] std::string escape(std::string_view text);
// Undoes the escapes of a data line, straight into the secret. False if it does not fit, or where
// a % is not followed by two hex digits.
[[nodiscard]] bool unescape(std::span<const char> data, Secret& into);

}  // namespace gokeyctl::pinentry
