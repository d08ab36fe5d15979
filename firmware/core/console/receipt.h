// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/token/status.h"
#include "core/vault/messages.h"

namespace gokey::console {

// What a token says of itself once it is provisioned: one line of JSON with its end
// (docs/console-protocol.md), to be signed.
[[nodiscard]] std::string receipt_text(const token::TokenStatus& status,
                                       const vault::PublicRecord& record);

}  // namespace gokey::console
