// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/vault/keys.h"

namespace gokey::openpgp {

// The value of DO C1, C2 or C3 (OpenPGP card 3.4.1, 4.4.3.9) for a key of that use. RSA: length of
// the modulus and of the exponent in bits, import format 00. EC: algorithm and OID, without the
// optional import format.
[[nodiscard]] std::vector<std::uint8_t> algorithm_attributes(vault::KeyUse use,
                                                             vault::Algorithm algorithm);

}  // namespace gokey::openpgp
