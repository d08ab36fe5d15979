// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Manual pages, in the man(7) macros. Examples come first.
#include <algorithm>
#include <cctype>
#include <utility>

#include "cli/front/help.h"
#include "cli/front/text.h"
#include "cli/generate/generate.h"
#include "gokeyctl/config.h"

namespace gokeyctl::cli {
namespace {

// The pages change only together with a version, so that builds are reproducible.
constexpr const char* kDate = "2026-11-20";

// groff_char(7): a backslash and a dash that is meant as such need a spelling of their own; a dot
// or quote at the start of a line would be a request.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '"') {
      out += "\\(dq";
    } else {
      out += c;
    }
  }
  if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
  return out;
}

std::string text(const char* marked) { return *marked == '\0' ? "" : escape(_(marked)); }

std::string upper(std::string name) {
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return name;
}

std::string header(const std::string& name, const char* section, const std::string& summary) {
  return ".TH " + upper(name) + " " + section + " " + kDate +
         " \"gokeyctl " GOKEYCTL_VERSION "\" \"gokeyctl manual\"\n" + ".SH NAME\n" + escape(name) +
         " \\- " + summary + "\n";
}

std::string item(const std::string& term, const std::string& what) {
  return ".TP\n.B " + term + "\n" + what + "\n";
}

std::string option_items(const std::vector<OptionInfo>& options) {
  std::string out;
  for (const OptionInfo& option : options) {
    std::string what = text(option.summary);
    if (option.choices != nullptr) {
      std::string choices = option.choices;
      std::ranges::replace(choices, '|', ' ');
      what += " (" + escape(choices) + ")";
    }
    out += item(escape(option_usage(option)), what);
  }
  return out;
}

std::string example_items(std::span<const ExampleInfo> examples) {
  std::string out = ".SH EXAMPLES\n";
  for (const ExampleInfo& example : examples) out += item(escape(example.line), text(example.what));
  return out;
}

std::string paragraphs(const char* marked) {
  std::string out;
  for (const std::string& paragraph : split(_(marked), "\n")) {
    out += (out.empty() ? "" : ".PP\n") + escape(paragraph) + "\n";
  }
  return out;
}

std::string see_also(const CommandInfo& command) {
  std::string out = ".SH SEE ALSO\n.BR gokeyctl (1)";
  for (const std::string& name : split(command.see_also, ", ")) {
    const std::string page = name == "help" ? "gokeyctl" : page_name(name);
    if (page != "gokeyctl") out += ",\n.BR " + escape(page) + " (1)";
  }
  return out + ",\n.BR gokey\\-manager.toml (5)\n";
}

std::string member_items(std::string_view group) {
  std::string out;
  for (const CommandInfo* command : members_of(group)) {
    out += item(escape(synopsis(*command)), text(command->summary));
  }
  return out;
}

std::string exit_items(const CommandInfo& command) {
  std::string out = ".SH EXIT STATUS\n";
  for (const Code code : exit_codes(command)) {
    out += item(std::to_string(std::to_underlying(code)) + " " + escape(code_name(code)),
                text(exit_info(code).meaning));
  }
  return out;
}

std::string command_page(const CommandInfo& command) {
  std::string out = header(page_name(command.name), "1", text(command.summary));
  out += ".SH SYNOPSIS\n.B " + escape(synopsis(command)) + "\n";
  out += example_items(command.examples);
  out += ".SH DESCRIPTION\n" + paragraphs(command.description);
  if (command.group) out += ".SH COMMANDS\n" + member_items(command.name);
  std::string options;
  for (const ArgumentInfo& argument : command.arguments)
    options += item(escape(argument.name), text(argument.summary));
  options += option_items(options_of(command));
  options += std::string(options.empty() ? "" : ".PP\n") +
             "The options that every command takes are in\n.BR gokeyctl (1).\n";
  out += ".SH OPTIONS\n" + options;
  if (!command.group) out += exit_items(command);
  return out + see_also(command);
}

std::string overview_page() {
  std::string out = header("gokeyctl", "1", "looks after USB armory security tokens");
  out += ".SH SYNOPSIS\n.B gokeyctl\n.RI [ OPTIONS ]\n.I COMMAND\n.RI [ ARGUMENTS ]\n";
  out += ".SH EXAMPLES\n" + item("gokeyctl status", "Show what the only token is doing.") +
         item("gokeyctl unlock sig", "Unlock its signature key, asking for the passphrase.");
  out +=
      ".SH DESCRIPTION\nShows the state of security tokens, unlocks and locks their keys, and "
      "checks the machine "
      "they are attached to. The answer goes to the standard output and nothing else does; "
      "questions, warnings and "
      "errors go to the terminal and the standard error.\n";
  out += ".SH COMMANDS\n";
  for (const CommandInfo* command : members_of("")) {
    if (command->group) {
      out += member_items(command->name);
    } else {
      out += item(escape(synopsis(*command)), text(command->summary));
    }
  }
  const auto globals = global_options();
  out += ".SH OPTIONS\nThey may stand before or after the command.\n" +
         option_items(std::vector<OptionInfo>(globals.begin(), globals.end()));
  out +=
      ".SH OUTPUT\nText for people may change between versions. The output of\n.B "
      "\\-\\-json\nand\n.B \\-\\-plain\n"
      "does not within a major version: one JSON document per run, or one line per record with "
      "tab\\-separated "
      "fields, a missing one as a dash.\n";
  out += ".SH EXIT STATUS\n";
  for (const ExitInfo& info : exit_table()) {
    out += item(std::to_string(std::to_underlying(info.code)) + " " + escape(code_name(info.code)),
                text(info.meaning));
  }
  out +=
      ".PP\nWith\n.B \\-\\-all\nthe exit status is 40 if some tokens failed, and the highest of "
      "the single ones if all did.\n";
  out += ".SH ENVIRONMENT\n";
  for (const EnvironmentInfo& variable : environment_table())
    out += item(variable.name, text(variable.meaning));
  out += ".SH FILES\n" + item("$XDG_CONFIG_HOME/gokey\\-manager/config.toml", "your settings") +
         item("$XDG_DATA_HOME/gokey\\-manager/known\\-tokens.json", "the consoles you trust") +
         item("$XDG_STATE_HOME/gokey\\-manager/log", "the log");
  return out + ".SH SEE ALSO\n.BR gokey\\-manager.toml (5),\n.BR gpg (1),\n.BR ssh (1)\n";
}

std::string settings_page() {
  std::string out = header("gokey-manager.toml", "5", "settings of gokeyctl and the desktop app");
  out += ".SH SYNOPSIS\n.I $XDG_CONFIG_HOME/gokey\\-manager/config.toml\n";
  out +=
      ".SH EXAMPLES\n.nf\ndevice = \\(dqdesk\\(dq\npinentry = \\(dqalways\\(dq\ntimeout = "
      "5\n\n[nicknames]\ndesk = "
      "\\(dqAABBCCDD\\(dq\nspare = \\(dqconsole:10.0.0.10:22\\(dq\n.fi\n";
  out +=
      ".SH DESCRIPTION\nA TOML file. An option on the command line wins over the environment, that "
      "over this file, "
      "this file over the files in config.d beside it, and those over\n.IR "
      "/etc/gokey\\-manager/config.toml .\n"
      "What the table\n.B fixed\nof that file sets, nothing overrides. "
      "A file with errors is reported and the rest applies.\n.PP\nThe table\n.B nicknames\ngives "
      "names to tokens: a "
      "serial or its first digits, or the address of a console.\n";
  out += ".SH SETTINGS\n";
  for (const SettingInfo& setting : setting_table()) {
    const std::string fallback = setting.fallback.empty() ? "none" : escape(setting.fallback);
    out += item(escape(setting.key), escape(setting.summary) + " (" + escape(setting.values) +
                                         "; default: " + fallback + ")");
  }
  return out + ".SH SEE ALSO\n.BR gokeyctl (1),\n.BR gokeyctl\\-config (1)\n";
}

}  // namespace

std::vector<GeneratedFile> manual_pages() {
  std::vector<GeneratedFile> files = {{"man/gokeyctl.1", overview_page()},
                                      {"man/gokey-manager.toml.5", settings_page()}};
  for (const CommandInfo& command : command_table()) {
    if (!command.hidden)
      files.push_back({"man/" + page_name(command.name) + ".1", command_page(command)});
  }
  return files;
}

}  // namespace gokeyctl::cli
