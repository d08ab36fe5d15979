// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/sim/failure.h"
#include "boards/sim/options.h"

namespace gokey::sim {

// Runs a token until SIGTERM or SIGINT. Restarts it in place whenever its console asks for a
// reboot.
[[nodiscard]] Result<void> run_simulator(const RunOptions& options);

}  // namespace gokey::sim
