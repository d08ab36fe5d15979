// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What lock and unlock share.
#pragma once

#include <vector>

#include "cli/commands/context.h"
#include "cli/commands/target.h"
#include "gokeyctl/console.h"

namespace gokeyctl::cli {

// From the argument KEYS; all when it is left out.
[[nodiscard]] Scope scope_of(const Invocation& inv);
// The keys of this token that the scope means. The original firmware has no way to unlock the
// authentication key.
[[nodiscard]] std::vector<KeyStatus> keys_in(const TokenStatus& status, Scope scope);

// The answer of both: {"serial", "changed", "already", "failed", "status"}; `human` says what
// changed.
[[nodiscard]] Reply keys_reply(const Target& target, const KeysOutcome& outcome, std::string human);

}  // namespace gokeyctl::cli
