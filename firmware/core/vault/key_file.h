// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// From an OpenPGP secret key file to the three keys of a token.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>

#include "core/vault/keys.h"
#include "core/vault/record.h"

namespace gokey::vault {

struct ChosenKeys {
  Fingerprint primary{};
  std::array<std::optional<KeyInfo>, kKeyCount> keys;
  std::array<std::optional<ProtectedKey>, kKeyCount> secrets;
};

enum class KeyFileError : std::uint8_t {
  kMalformed,    // not a secret key file, truncated or damaged
  kUnsupported,  // a key that would be chosen is of a kind the token does not have
  kUnusable,     // expired, revoked, or without any private key
};
struct KeyFileProblem {
  KeyFileError error = KeyFileError::kMalformed;
  std::string text;  // completes "the OpenPGP key file cannot be used: …"
};

// Reads the file, with or without armour, and chooses for each use the subkey created last that is
// neither expired nor revoked, and the primary key where no subkey has the capability. `now` is in
// seconds since 1970 UTC; without it nothing counts as expired.
[[nodiscard]] std::expected<ChosenKeys, KeyFileProblem> choose_keys(
    std::span<const std::uint8_t> file, std::optional<std::uint32_t> now);

}  // namespace gokey::vault
