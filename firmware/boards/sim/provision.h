// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "boards/sim/failure.h"
#include "boards/sim/options.h"

namespace gokey::sim {

// Gives the token in the state folder its record. The result is for people: what the token holds
// now.
[[nodiscard]] Result<std::string> provision(const ProvisionOptions& options);

}  // namespace gokey::sim
