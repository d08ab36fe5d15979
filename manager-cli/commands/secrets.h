// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Asking a person for a passphrase or PIN, the same way for every command.
#pragma once

#include <string>

#include "cli/commands/context.h"
#include "cli/prompts/passphrase.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::cli {

// What the options, the settings and the machine allow; `fd_option` names the option that holds a
// descriptor.
[[nodiscard]] SourceWishes wishes_of(const Context& context, std::string_view fd_option);

struct SecretQuestion {
  std::string title;        // of the dialogue
  std::string description;  // in the dialogue: for what, tries left
  std::string label;        // before the dialogue's field
  std::string prompt;       // on the terminal, with tries left
  std::string error;        // what went wrong with the try before, or empty
};
// Asks once on the terminal or by pinentry.
[[nodiscard]] Result<Secret> ask_secret(const Context& context, PassphraseSource source,
                                        const SecretQuestion& question);

// "3 tries left"
[[nodiscard]] std::string tries_left_words(std::uint32_t tries);

}  // namespace gokeyctl::cli
