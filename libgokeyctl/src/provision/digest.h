// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace gokeyctl::provision {

// Of an OpenPGP v4 key, RFC 4880 12.2: 40 lower-case hex digits. `body` is that of its public key
// packet.
[[nodiscard]] std::string openpgp_fingerprint(std::span<const std::uint8_t> body);
// Of an SSH public key blob, as ssh-keygen -l prints it: "SHA256:…".
[[nodiscard]] std::string ssh_fingerprint(std::span<const std::uint8_t> blob);
// As openssl x509 -fingerprint -sha256 prints it, in lower case and without colons.
[[nodiscard]] std::string certificate_fingerprint(std::span<const std::uint8_t> der);
[[nodiscard]] std::array<std::uint8_t, 64> sha512(std::span<const std::uint8_t> bytes);
// RFC 8032, 5.1.7.
[[nodiscard]] bool ed25519_verifies(std::span<const std::uint8_t, 32> public_key,
                                    std::span<const std::uint8_t> message,
                                    std::span<const std::uint8_t, 64> signature);

}  // namespace gokeyctl::provision
