// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/vault/messages.h"

namespace gokey::sim {

// What a token holds after provisioning, in lines for people.
[[nodiscard]] std::string summarise(const std::string& state, std::array<std::uint8_t, 4> serial,
                                    const vault::PublicRecord& record, const std::string& host_key);

}  // namespace gokey::sim
