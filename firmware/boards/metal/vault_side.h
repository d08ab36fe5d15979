// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "boards/metal/greeting.h"
#include "core/vault/vault.h"
#include "hal/random.h"

namespace gokey::metal {

// The vault's context, once its board has lent to the loop what it needs: opens the vault, starts
// the loop with that greeting, and answers the loop's requests.
[[noreturn]] void serve(vault::Vault& vault, hal::Random& random, Greeting greeting);

// The loop's half of that.
[[nodiscard]] Greeting take_greeting();

}  // namespace gokey::metal
