// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/front/style.h"
#include "cli/front/table.h"

namespace gokeyctl::cli {

// `gokeyctl --help`: what it is, how to begin, the commands, the global options.
[[nodiscard]] std::string help_overview(const Style& style);
// `gokeyctl COMMAND --help`: one sentence, examples, options, exit codes, see also.
[[nodiscard]] std::string help_command(const CommandInfo& command, const Style& style);

// "gokeyctl unlock [OPTIONS] [KEYS]"
[[nodiscard]] std::string synopsis(const CommandInfo& command);
// "-d, --device ID", "--wait[=SECONDS]"
[[nodiscard]] std::string option_usage(const OptionInfo& option);

}  // namespace gokeyctl::cli
