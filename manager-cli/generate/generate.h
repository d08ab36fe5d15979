// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is made from the command table besides --help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/front/table.h"

namespace gokeyctl::cli {

struct GeneratedFile {
  std::string path;  // below the output folder: "man/gokeyctl-unlock.1"
  std::string content;
};

// Manual pages in man/, completion scripts in completions/, the command reference in reference/.
[[nodiscard]] std::vector<GeneratedFile> generate_all();

[[nodiscard]] std::vector<GeneratedFile> manual_pages();
[[nodiscard]] std::vector<GeneratedFile> reference_pages();

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

// "gokeyctl-card-info", the name of a command's manual page and of its reference page.
[[nodiscard]] std::string page_name(std::string_view command);
// The command's own options and --dry-run where it has one.
[[nodiscard]] std::vector<OptionInfo> options_of(const CommandInfo& command);
// The visible commands directly below `group` ("" for the top).
[[nodiscard]] std::vector<const CommandInfo*> members_of(std::string_view group);
// The words of "a|b|c" or "a, b, c".
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);

}  // namespace gokeyctl::cli
