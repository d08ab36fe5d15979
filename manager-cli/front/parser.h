// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/front/invocation.h"
#include "gokeyctl/error.h"

namespace gokeyctl::cli {

// Understands a command line without the program's name. Global options may stand before or after
// the command. kUsage says in one sentence what is wrong; its hint is "try 'gokeyctl … --help'".
[[nodiscard]] Result<Invocation> parse(std::span<const std::string> arguments);

// The output format, as far as a command line that does not parse lets one know: errors of parse()
// are printed in it.
[[nodiscard]] Format wanted_format(std::span<const std::string> arguments);

// The command of the table whose last word or whole name is nearest to `word`; empty if none is
// near.
[[nodiscard]] std::string nearest_command(std::string_view word);

}  // namespace gokeyctl::cli
