// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "boards/sim/failure.h"
#include "core/crypto/secret.h"

namespace gokey::sim {

// An X.509 certificate, PEM or DER, as DER. `name` is that of the file, for errors.
[[nodiscard]] Result<std::vector<std::uint8_t>> read_certificate(
    const std::string& name, std::span<const std::uint8_t> file);
// The 32 bytes of a P-256 private key in a PEM or DER file without a passphrase.
[[nodiscard]] Result<crypto::Secret> read_p256_key(const std::string& name,
                                                   std::span<const std::uint8_t> file);

}  // namespace gokey::sim
