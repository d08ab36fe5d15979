// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/vault/keys.h"
#include "wire/bytes.h"

namespace gokey::openpgp {

// What the vault deciphers, out of the data field of PSO:DECIPHER (OpenPGP card 3.4.1, 7.2.11).
// RSA: 00 and the cryptogram. ECDH: A6{7F49{86 point}}, for X25519 with or without the 40 that
// OpenPGP puts before native points. Nothing where the form is wrong; the length of the result is
// the vault's to check.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> parse_cryptogram(vault::Algorithm algorithm,
                                                                        wire::Bytes data);

}  // namespace gokey::openpgp
