// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/front/invocation.h"
#include "gokeyctl/error.h"

namespace gokeyctl::cli {

// Shows `text` and `prompt` on the terminal; true if exactly `word` was typed. kCancelled on
// Ctrl-C, kUsage without a terminal.
[[nodiscard]] Result<bool> ask_word(std::string_view text, std::string_view prompt,
                                    std::string_view word);

// The question before a moderate step: y/N on a terminal, --yes elsewhere. kCancelled for no,
// kUsage (naming --yes) where nobody can be asked.
[[nodiscard]] Result<void> confirm(const Globals& globals, const std::string& question);

// The question before a severe step: `id` must be typed; elsewhere --yes together with --device.
[[nodiscard]] Result<void> confirm_typed(const Globals& globals, const std::string& text,
                                         const std::string& id);

}  // namespace gokeyctl::cli
