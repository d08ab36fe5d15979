// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/classic/key_pattern.h"

#include <cstddef>

namespace gokey::sim {
namespace {

using vault::KeyUse;

std::optional<vault::KeySet> scope(std::string_view text) {
  if (text.starts_with("all")) return vault::KeySet{KeyUse::kSignature, KeyUse::kDecryption};
  if (text.starts_with("sig")) return vault::KeySet{KeyUse::kSignature};
  if (text.starts_with("dec")) return vault::KeySet{KeyUse::kDecryption};
  return std::nullopt;
}

std::optional<KeyCommand> match(std::string_view text, std::string_view word,
                                KeyCommand::Verb verb) {
  if (!text.starts_with(word)) return std::nullopt;
  const std::optional<vault::KeySet> keys = scope(text.substr(word.size()));
  if (!keys) return std::nullopt;
  return KeyCommand{verb, *keys};
}

}  // namespace

std::optional<KeyCommand> find_key_command(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view rest = line.substr(at);
    if (const auto found = match(rest, "lock ", KeyCommand::Verb::kLock)) return found;
    if (const auto found = match(rest, "unlock ", KeyCommand::Verb::kUnlock)) return found;
  }
  return std::nullopt;
}

}  // namespace gokey::sim
