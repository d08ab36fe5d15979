// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/vault/keys.h"

namespace gokey::sim {

struct KeyCommand {
  enum class Verb : std::uint8_t { kLock, kUnlock };
  Verb verb;
  vault::KeySet keys;
};

// The leftmost match of "(lock|unlock) (all|sig|dec)" anywhere in a line, as the original looks for
// it. The authentication key is never among the keys: the original cannot unlock it.
[[nodiscard]] std::optional<KeyCommand> find_key_command(std::string_view line);

}  // namespace gokey::sim
