// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/generate/generate.h"

#include <algorithm>
#include <iterator>

namespace gokeyctl::cli {

std::string page_name(std::string_view command) {
  std::string name = "gokeyctl-" + std::string(command);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::vector<OptionInfo> options_of(const CommandInfo& command) {
  std::vector<OptionInfo> options(command.options.begin(), command.options.end());
  if (command.danger >= Danger::kModerate) options.push_back(dry_run_option());
  return options;
}

std::vector<const CommandInfo*> members_of(std::string_view group) {
  const std::string prefix = group.empty() ? "" : std::string(group) + " ";
  std::vector<const CommandInfo*> members;
  for (const CommandInfo& command : command_table()) {
    const std::string_view name = command.name;
    if (command.hidden || !name.starts_with(prefix)) continue;
    if (name.substr(prefix.size()).find(' ') == std::string_view::npos) members.push_back(&command);
  }
  return members;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return words;
}

std::vector<GeneratedFile> generate_all() {
  std::vector<GeneratedFile> files = manual_pages();
  std::ranges::move(reference_pages(), std::back_inserter(files));
  files.push_back({"completions/gokeyctl.bash", bash_completion()});
  files.push_back({"completions/_gokeyctl", zsh_completion()});
  files.push_back({"completions/gokeyctl.fish", fish_completion()});
  return files;
}

}  // namespace gokeyctl::cli
