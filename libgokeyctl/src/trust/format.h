// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// known-tokens.json, schema 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::trust {

// kProtocol when the text is not what format_entries() writes. Unknown members are refused too:
// dropping them on the next save would lose what a newer version wrote.
[[nodiscard]] Result<std::vector<TrustEntry>> parse_entries(std::string_view text);
[[nodiscard]] std::string format_entries(const std::vector<TrustEntry>& entries);

}  // namespace gokeyctl::trust
