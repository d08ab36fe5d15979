// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Public keys as OpenSSH's authorized_keys holds them (sshd(8)) and as they go over the wire (RFC
// 4253 6.6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

struct SshPublicKey {
  std::string type;                // "ssh-ed25519"
  std::vector<std::uint8_t> blob;  // begins with the type
  std::string comment;
};

// What a token checks signatures with. A larger exponent would hold it up for seconds: anybody who
// reaches its console may offer a key.
inline constexpr std::size_t kSmallestRsaModulus = 2048;  // bits
inline constexpr std::size_t kLargestRsaModulus = 8192;
inline constexpr std::size_t kLargestRsaExponent = 32;

// One line. Nothing for a blank line or a comment. Options before the key are kUnsupported: a token
// could not keep what they promise. So are keys that it does not check, by their type or their
// numbers: their owner could not log in. A key that was cut off is no key either.
[[nodiscard]] Result<std::optional<SshPublicKey>> parse_authorized_key(std::string_view line);
// The type named in a blob; kMalformed if nothing follows it.
[[nodiscard]] Result<std::string> ssh_key_type(Bytes blob);

}  // namespace gokey::wire
