// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// TokenStatus within a larger document; as a text of its own: gokeyctl/status.h.
#pragma once

#include <nlohmann/json.hpp>

#include "gokeyctl/error.h"
#include "gokeyctl/status.h"

namespace gokeyctl::status {

// docs/schema/token-status.json. kProtocol.
[[nodiscard]] Result<TokenStatus> read_status(const nlohmann::json& document);
// Text from a token need not be UTF-8: dump() it with error_handler_t::replace.
[[nodiscard]] nlohmann::ordered_json json_of(const TokenStatus& status);

}  // namespace gokeyctl::status
