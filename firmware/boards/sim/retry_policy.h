// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/vault/retry.h"

namespace gokey::sim {

// The original firmware's rules, or null: the vault's own, which survive a restart.
[[nodiscard]] std::unique_ptr<vault::RetryPolicy> make_retry_policy(bool classic);

}  // namespace gokey::sim
