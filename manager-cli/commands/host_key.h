// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/commands/context.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::cli {

[[nodiscard]] Json trust_json(const TrustEntry& entry);
[[nodiscard]] Row trust_row(const TrustEntry& entry);
[[nodiscard]] std::vector<const char*> trust_header();

}  // namespace gokeyctl::cli
