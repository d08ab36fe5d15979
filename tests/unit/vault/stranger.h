// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// OpenSSL's view of a token's public keys: it verifies, encrypts and agrees without any code of
// ours.
#pragma once

#include <vector>

#include "core/vault/keys.h"
#include "wire/bytes.h"

namespace gokey::testing {

// `data` as messages.h defines it for Sign.
bool verifies(const vault::PublicKey& key, wire::Bytes data, wire::Bytes signature);

// A cryptogram as Decipher takes it, and what must come out.
struct Challenge {
  std::vector<std::uint8_t> data, expected;
};
Challenge challenge(const vault::PublicKey& key);
// RSA encryption of a block that is padded already (or wrongly).
std::vector<std::uint8_t> encrypt_raw(const vault::PublicKey& key, wire::Bytes block);

}  // namespace gokey::testing
