// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the server negotiates: only what needs no apology today. Every client of the last ten years
// has one of each.
#pragma once

#include "wire/ssh_key.h"

namespace gokey::ssh {

// RFC 8731; the second name is the same method before it was standardised.
inline constexpr const char* kKeyExchange = "curve25519-sha256,curve25519-sha256@libssh.org";
// Counter mode comes last, with MACs over the ciphertext: paramiko 2.12 has no authenticated
// cipher.
inline constexpr const char* kCiphers =
    "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-gcm@openssh.com,"
    "aes256-ctr,aes128-ctr";
inline constexpr const char* kMacs = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com";
// How users may sign. RSA only with SHA-2 (RFC 8332).
inline constexpr const char* kUserKeys =
    "ssh-ed25519,sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,"
    "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";
inline constexpr int kSmallestRsaKey = wire::kSmallestRsaModulus;

}  // namespace gokey::ssh
