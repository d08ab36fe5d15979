// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The data objects of the card as functions of the token's record and status (OpenPGP
// card 3.4.1, 4.3 and 4.4).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/openpgp/identity.h"
#include "core/token/status.h"
#include "core/vault/messages.h"

namespace gokey::openpgp {

// What the data objects are made of. `record` is null in the factory state: the card then says that
// it has no keys and no holder.
struct CardData {
  const token::TokenStatus& status;
  const vault::PublicRecord* record;
};

[[nodiscard]] std::array<std::uint8_t, kAidLength> application_id(const CardData& data);

// What GET DATA answers for `tag`, or nothing where the card has no such object. Constructed
// objects (65, 6E, 73, 7A, FA) come with their tag and length, all others without: clients read
// 7F66 and 7F74 raw, and GnuPG and OpenSC take the wrapped form of the rest. An object that is
// there and empty gives no bytes.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> data_object(std::uint16_t tag,
                                                                   const CardData& data);

// 7F49 with 81 and 82 (RSA) or 86 (EC), as GENERATE ASYMMETRIC KEY PAIR gives it (7.2.14).
[[nodiscard]] std::vector<std::uint8_t> public_key_template(const vault::PublicKey& key);

}  // namespace gokey::openpgp
