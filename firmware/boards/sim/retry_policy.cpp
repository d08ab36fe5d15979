// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/retry_policy.h"

namespace gokey::sim {

std::unique_ptr<vault::RetryPolicy> make_retry_policy(bool) { return nullptr; }

}  // namespace gokey::sim
