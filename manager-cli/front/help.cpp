// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/help.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gokeyctl::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

// Translates; the empty text would give gettext's header.
std::string text(const char* marked) {
  return *marked == '\0' ? std::string() : std::string(_(marked));
}

// The table separates paragraphs by a line end, people by an empty line.
std::string paragraphs(std::string description) {
  for (std::size_t end = description.find('\n'); end != std::string::npos;
       end = description.find('\n', end + 2)) {
    description.insert(end, 1, '\n');
  }
  return description;
}

std::string heading(const Style& style, const char* title) {
  return "\n" + style.bold(title).text + "\n";
}

// Two columns; on narrow screens, or where the left one is long, the explanation stands below.
std::string table(const Rows& rows, const Style& style) {
  constexpr std::size_t kLongest = 26;
  std::size_t left = 0;
  for (const auto& [name, what] : rows) {
    if (columns(name) <= kLongest) left = std::max(left, columns(name));
  }
  const bool narrow = style.width < 60;
  std::string out;
  for (const auto& [name, what] : rows) {
    if (narrow || columns(name) > left) {
      out += "  " + name + "\n      " + wrap(what, style.width, 6, 6) + "\n";
    } else {
      out += "  " + pad(name, left) + "  " + wrap(what, style.width, left + 4, left + 4) + "\n";
    }
  }
  return out;
}

Rows option_rows(std::span<const OptionInfo> options) {
  Rows rows;
  for (const OptionInfo& option : options) {
    std::string what = text(option.summary);
    if (option.choices != nullptr) {
      std::string choices = option.choices;
      std::ranges::replace(choices, '|', ' ');
      what += " (" + choices + ")";
    }
    rows.emplace_back(option_usage(option), std::move(what));
  }
  return rows;
}

Rows exit_rows(const CommandInfo& command) {
  Rows rows;
  for (const Code code : exit_codes(command)) {
    rows.emplace_back(std::to_string(std::to_underlying(code)), text(exit_info(code).meaning));
  }
  return rows;
}

std::string examples(const CommandInfo& command, const Style& style) {
  std::string out = heading(style, _("Examples:"));
  for (const ExampleInfo& example : command.examples) {
    out += std::string("  ") + example.line + "\n      " +
           wrap(text(example.what), style.width, 6, 6) + "\n";
  }
  return out;
}

std::string members(const CommandInfo* group, const Style& style) {
  Rows rows;
  const std::string prefix = group == nullptr ? "" : std::string(group->name) + " ";
  for (const CommandInfo& command : command_table()) {
    const std::string_view name = command.name;
    if (command.hidden || !name.starts_with(prefix)) continue;
    const std::string_view rest = name.substr(prefix.size());
    if (rest.find(' ') != std::string_view::npos) continue;
    rows.emplace_back(command.name, text(command.summary));
  }
  return table(rows, style);
}

}  // namespace

std::string option_usage(const OptionInfo& option) {
  std::string usage = option.letter == '\0' ? "" : std::string("-") + option.letter + ", ";
  usage += std::string("--") + option.name;
  if (option.value == nullptr) return usage;
  const std::string value = text(option.value);
  return usage + (option.kind == ValueKind::kOptionalNumber ? "[=" + value + "]" : " " + value);
}

std::string synopsis(const CommandInfo& command) {
  std::string line = std::string("gokeyctl ") + command.name;
  if (command.group) return line + _(" COMMAND");
  if (!command.options.empty() || command.danger >= Danger::kModerate) line += _(" [OPTIONS]");
  for (const ArgumentInfo& argument : command.arguments) {
    line += argument.required ? std::string(" ") + argument.name
                              : std::string(" [") + argument.name + "]";
  }
  return line;
}

std::string help_overview(const Style& style) {
  std::string out = wrap(_("gokeyctl looks after USB armory security tokens: it shows their state, "
                           "and unlocks and locks their keys."),
                         style.width) +
                    "\n";
  out += heading(style, _("Examples:"));
  out += std::string("  gokeyctl status\n      ") + _("show what the only token is doing") + "\n";
  out += std::string("  gokeyctl unlock sig\n      ") +
         _("unlock its signature key, asking for the passphrase") + "\n";
  out += heading(style, _("Commands:")) + members(nullptr, style);
  out += heading(style, _("Options that every command takes, before or after it:"));
  out += table(option_rows(global_options()), style);
  out += heading(style, _("See also:"));
  out += std::string("  ") +
         wrap(_("'gokeyctl help COMMAND' explains a command; gokeyctl(1), gokey-manager.toml(5)."),
              style.width, 2, 2) +
         "\n";
  return out;
}

std::string help_command(const CommandInfo& command, const Style& style) {
  std::string out = text(command.summary) + ".\n\n";
  out += wrap(fill(_("Usage: {}"), {synopsis(command)}), style.width, 7) + "\n";
  out += examples(command, style);
  out += "\n" + wrap(paragraphs(text(command.description)), style.width) + "\n";
  if (command.group) out += heading(style, _("Commands:")) + members(&command, style);
  if (!command.arguments.empty()) {
    Rows rows;
    for (const ArgumentInfo& argument : command.arguments)
      rows.emplace_back(argument.name, text(argument.summary));
    out += heading(style, _("Arguments:")) + table(rows, style);
  }
  std::vector<OptionInfo> options(command.options.begin(), command.options.end());
  if (command.danger >= Danger::kModerate) options.push_back(dry_run_option());
  if (!options.empty()) out += heading(style, _("Options:")) + table(option_rows(options), style);
  out += "\n" +
         wrap(_("'gokeyctl help' lists the options that every command takes."), style.width) + "\n";
  if (!command.group) out += heading(style, _("Exit codes:")) + table(exit_rows(command), style);
  if (*command.see_also != '\0') {
    out += heading(style, _("See also:")) + "  " + wrap(command.see_also, style.width, 2, 2) + "\n";
  }
  return out;
}

}  // namespace gokeyctl::cli
