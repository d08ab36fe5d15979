// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The public part of the token record in bytes, but for the time: it is in the record and in
// answers to Describe.
#pragma once

#include "core/vault/codec.h"
#include "core/vault/messages.h"

namespace gokey::vault {

void encode_public(Encoder& out, const PublicRecord& record);
// Judged by in.ok() afterwards: lengths that do not fit the algorithm, or an unknown algorithm,
// fail.
[[nodiscard]] PublicRecord decode_public(Decoder& in);

}  // namespace gokey::vault
