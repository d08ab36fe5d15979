// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/messages.h"
#include "wire/apdu.h"

namespace gokey::openpgp {

// What a reader is told of the vault's answer (OpenPGP card 3.4.1, 7.1). How many tries a wrong
// passphrase leaves is for VERIFY to say.
[[nodiscard]] wire::StatusWord status_of(vault::Outcome outcome);

}  // namespace gokey::openpgp
