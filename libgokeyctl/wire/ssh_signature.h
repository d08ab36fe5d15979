// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Signatures of files by SSH keys, as ssh-keygen -Y makes and verifies them (OpenSSH,
// PROTOCOL.sshsig). Of its kinds only Ed25519 over SHA-512.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

// What a signed text begins its signature with.
inline constexpr std::string_view kSshSignatureBegin = "-----BEGIN SSH SIGNATURE-----\n";
inline constexpr std::string_view kSshSignatureEnd = "-----END SSH SIGNATURE-----\n";

struct SshSignature {
  std::array<std::uint8_t, 32> public_key{};  // Ed25519
  std::string name_space;                     // what the signature is for
  std::array<std::uint8_t, 64> signature{};   // R || S
};

// An Ed25519 key as SSH sends it, RFC 8709 section 4.
[[nodiscard]] std::vector<std::uint8_t> ssh_ed25519_blob(
    std::span<const std::uint8_t, 32> public_key);

// What is signed for a text with this SHA-512.
[[nodiscard]] std::vector<std::uint8_t> ssh_signed_data(std::string_view name_space,
                                                        std::span<const std::uint8_t, 64> digest);

// With armour: lines of 70 characters between kSshSignatureBegin and kSshSignatureEnd.
[[nodiscard]] std::string encode_ssh_signature(const SshSignature& signature);
// The whole text, at most 4 KiB. kUnsupported for another kind of key, hash or version.
[[nodiscard]] Result<SshSignature> parse_ssh_signature(std::string_view text);

}  // namespace gokey::wire
