// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the console says to people, in the words of the original. Lines end with LF.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/token/token.h"

namespace gokey::console {

inline constexpr std::string_view kPrompt = "\x1b[31m> \x1b[0m";
inline constexpr std::string_view kResultColour = "\x1b[36m";
inline constexpr std::string_view kPlainColour = "\x1b[0m";
inline constexpr std::string_view kPassphrasePrompt = "Passphrase: ";
inline constexpr std::string_view kUnknownCommand = "unknown command, type `help`";

// One line for each warning; empty where all is well.
[[nodiscard]] std::string warning_lines(const token::TokenStatus& status);
// The block "OpenPGP smartcard" of `status`.
[[nodiscard]] std::string card_block(const token::TokenStatus& status);
// The block "U2F token".
[[nodiscard]] std::string fido_block(const token::FidoStatus& fido);

// The log line of an event, with its line end; nothing for events that the original does not log.
[[nodiscard]] std::optional<std::string> log_line(const token::Event& event);
// `OpenPGP card initialized` and the block.
[[nodiscard]] std::string initialised_log(const token::TokenStatus& status);
// `U2F token initialized` and the block.
[[nodiscard]] std::string fido_initialised_log(const token::TokenStatus& status);

}  // namespace gokey::console
