// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The command reference, in Markdown.
#include <algorithm>
#include <utility>

#include "cli/front/help.h"
#include "cli/front/text.h"
#include "cli/generate/generate.h"
#include "gokeyctl/config.h"

namespace gokeyctl::cli {
namespace {

constexpr const char* kNotice =
    "<!-- Made from the command table by 'gokeyctl __generate'; do not edit. -->\n";

std::string text(const char* marked) { return *marked == '\0' ? "" : _(marked); }

std::string cell(std::string what) {
  for (std::size_t bar = what.find('|'); bar != std::string::npos; bar = what.find('|', bar + 2))
    what.insert(bar, "\\");
  return what;
}

std::string row(const std::string& left, const std::string& right) {
  return "| " + cell(left) + " | " + cell(right) + " |\n";
}

std::string option_rows(const std::vector<OptionInfo>& options) {
  std::string out = "| option | meaning |\n|---|---|\n";
  for (const OptionInfo& option : options) {
    const std::string choices =
        option.choices == nullptr ? "" : " (`" + std::string(option.choices) + "`)";
    out += row("`" + option_usage(option) + "`", text(option.summary) + choices);
  }
  return out;
}

std::string link(const std::string& command) {
  return "[" + command + "](" + page_name(command) + ".md)";
}

std::string command_page(const CommandInfo& command) {
  std::string out = std::string("# gokeyctl ") + command.name + "\n\n" + kNotice + "\n" +
                    text(command.summary) + ".\n\n";
  out += "    " + synopsis(command) + "\n\n## Examples\n\n";
  for (const ExampleInfo& example : command.examples)
    out += std::string("    ") + example.line + "\n\n" + text(example.what) + "\n\n";
  out += "## Description\n";
  for (const std::string& paragraph : split(_(command.description), "\n"))
    out += "\n" + paragraph + "\n";
  if (command.group) {
    out += "\n## Commands\n\n| command | purpose |\n|---|---|\n";
    for (const CommandInfo* member : members_of(command.name))
      out += row(link(member->name), text(member->summary));
  }
  if (!command.arguments.empty()) {
    out += "\n## Arguments\n\n| argument | meaning |\n|---|---|\n";
    for (const ArgumentInfo& argument : command.arguments)
      out += row(argument.name, text(argument.summary));
  }
  const std::vector<OptionInfo> options = options_of(command);
  if (!options.empty()) out += "\n## Options\n\n" + option_rows(options);
  out += "\n[gokeyctl](gokeyctl.md) lists the options that every command takes.\n";
  if (!command.group) {
    out += "\n## Exit codes\n\n| code | name | meaning |\n|---|---|---|\n";
    for (const Code code : exit_codes(command)) {
      out += "| " + std::to_string(std::to_underlying(code)) + " | " +
             std::string(code_name(code)) + " | " + cell(text(exit_info(code).meaning)) + " |\n";
    }
  }
  if (*command.see_also == '\0') return out;
  std::string links;
  for (const std::string& name : split(command.see_also, ", "))
    links += (links.empty() ? "" : ", ") + link(name);
  return out + "\n## See also\n\n" + links + "\n";
}

std::string overview_page() {
  std::string out = std::string("# gokeyctl\n\n") + kNotice +
                    "\n## Commands\n\n| command | purpose |\n|---|---|\n";
  for (const CommandInfo& command : command_table()) {
    if (!command.hidden && !command.group) out += row(link(command.name), text(command.summary));
  }
  const auto globals = global_options();
  out += "\n## Options of every command\n\nThey may stand before or after it.\n\n" +
         option_rows(std::vector<OptionInfo>(globals.begin(), globals.end()));
  out += "\n## Exit codes\n\n| code | name | meaning |\n|---|---|---|\n";
  for (const ExitInfo& info : exit_table()) {
    out += "| " + std::to_string(std::to_underlying(info.code)) + " | " +
           std::string(code_name(info.code)) + " | " + cell(text(info.meaning)) + " |\n";
  }
  out +=
      "\nWith `--all` the exit code is 40 if some tokens failed, and the highest of the single "
      "ones if all did.\n";
  out += "\n## Environment\n\n| variable | meaning |\n|---|---|\n";
  for (const EnvironmentInfo& variable : environment_table())
    out += row(variable.name, text(variable.meaning));
  out += "\n## Settings\n\n| setting | meaning | values | default |\n|---|---|---|---|\n";
  for (const SettingInfo& setting : setting_table()) {
    out += "| `" + std::string(setting.key) + "` | " + cell(std::string(setting.summary)) + " | `" +
           cell(std::string(setting.values)) + "` | " +
           (setting.fallback.empty() ? "" : "`" + std::string(setting.fallback) + "`") + " |\n";
  }
  return out +
         "\nThe documents that `--json` prints are described in "
         "[docs/schema](../schema/README.md).\n";
}

}  // namespace

std::vector<GeneratedFile> reference_pages() {
  std::vector<GeneratedFile> files = {{"reference/gokeyctl.md", overview_page()}};
  for (const CommandInfo& command : command_table()) {
    if (!command.hidden)
      files.push_back({"reference/" + page_name(command.name) + ".md", command_page(command)});
  }
  return files;
}

}  // namespace gokeyctl::cli
