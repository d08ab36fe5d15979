// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Completion scripts. Words that change (tokens, settings) come from the hidden command __complete,
// which reads files only.
#include <algorithm>
#include <functional>

#include "cli/front/text.h"
#include "cli/generate/generate.h"

namespace gokeyctl::cli {
namespace {

std::string text(const char* marked) { return *marked == '\0' ? "" : _(marked); }

std::string spellings(const OptionInfo& option, std::string_view separator) {
  std::string out;
  if (option.letter != '\0') out = std::string("-") + option.letter + std::string(separator);
  return out + "--" + option.name;
}

bool takes_word(const OptionInfo& option) {
  return option.kind == ValueKind::kText || option.kind == ValueKind::kNumber;
}

// Every option of every command once.
std::vector<OptionInfo> all_options() {
  std::vector<OptionInfo> options(global_options().begin(), global_options().end());
  for (const CommandInfo& command : command_table()) {
    for (const OptionInfo& option : options_of(command)) {
      const auto same = [&](const OptionInfo& other) {
        return std::string_view(other.name) == option.name;
      };
      if (std::ranges::none_of(options, same)) options.push_back(option);
    }
  }
  return options;
}

std::string kind_name(Complete complete) {
  switch (complete) {
    case Complete::kDevice:
      return "device";
    case Complete::kEndpoint:
      return "endpoint";
    case Complete::kSetting:
      return "setting";
    default:
      return "";
  }
}

std::string last_word(std::string_view name) {
  return std::string(name.substr(name.rfind(' ') + 1));
}

// The shell's words for one completion: fixed ones, a call of __complete, files, or nothing.
struct ShellWords {
  std::function<std::string(const std::string& words)> fixed;
  std::function<std::string(const std::string& kind)> dynamic;
  std::string files;
  std::string nothing;
};

std::string words_for(Complete complete, const char* choices, const ShellWords& shell) {
  switch (complete) {
    case Complete::kChoices: {
      std::string words = choices;
      std::ranges::replace(words, '|', ' ');
      return shell.fixed(words);
    }
    case Complete::kFile:
      return shell.files;
    case Complete::kDevice:
    case Complete::kEndpoint:
    case Complete::kSetting:
      return shell.dynamic(kind_name(complete));
    case Complete::kCommand: {
      std::string words;
      for (const CommandInfo* command : members_of(""))
        words += (words.empty() ? "" : " ") + std::string(command->name);
      return shell.fixed(words);
    }
    case Complete::kNothing:
      break;
  }
  return shell.nothing;
}

// The patterns of a shell's case that find the command among the words before the cursor.
std::string scan(const std::string& word) {
  std::string takers;
  for (const OptionInfo& option : all_options()) {
    if (takes_word(option)) takers += (takers.empty() ? "" : "|") + spellings(option, "|");
  }
  std::string groups = "''";
  for (const CommandInfo* command : members_of("")) {
    if (command->group) groups += std::string("|") + command->name;
  }
  return "    if [[ -n $skip ]]; then skip=; continue; fi\n    case " + word + " in\n      " +
         takers + ") skip=1 ;;\n      -*) ;;\n      *) case $command in " + groups +
         ") command=\"${command:+$command }" + word + "\" ;; esac ;;\n    esac\n";
}

// Cases of "the word before the cursor is an option that wants a value".
std::string value_cases(const ShellWords& shell) {
  std::string out;
  for (const OptionInfo& option : all_options()) {
    if (!takes_word(option)) continue;
    out += "    " + spellings(option, "|") + ") " +
           words_for(option.complete, option.choices, shell) + "; return ;;\n";
  }
  return out;
}

std::string argument_words(const CommandInfo& command, const ShellWords& shell) {
  if (command.arguments.empty()) return shell.nothing;
  const ArgumentInfo& first = command.arguments.front();
  return words_for(first.complete, first.choices, shell);
}

std::string option_words(const CommandInfo& command) {
  std::string out;
  for (const OptionInfo& option : options_of(command)) out += " --" + std::string(option.name);
  return out;
}

std::string global_words() {
  std::string out;
  for (const OptionInfo& option : global_options()) out += " --" + std::string(option.name);
  return out;
}

std::string member_words(std::string_view group) {
  std::string out;
  for (const CommandInfo* command : members_of(group))
    out += (out.empty() ? "" : " ") + last_word(command->name);
  return out;
}

std::string fish_quote(std::string_view what) {
  std::string out = "'";
  for (const char c : what)
    out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

std::string fish_option(const OptionInfo& option, const std::string& condition) {
  std::string out = "complete -c gokeyctl" + condition + " -l " + option.name;
  if (option.letter != '\0') out += std::string(" -s ") + option.letter;
  if (takes_word(option)) {
    const ShellWords shell = {
        [](const std::string& words) { return " -x -a " + fish_quote(words); },
        [](const std::string& kind) {
          return " -x -a '(gokeyctl __complete " + kind + " 2>/dev/null)'";
        },
        " -r -F", " -x"};
    out += words_for(option.complete, option.choices, shell);
  }
  return out + " -d " + fish_quote(text(option.summary)) + "\n";
}

}  // namespace

std::string bash_completion() {
  const ShellWords shell = {[](const std::string& words) {
                              return "COMPREPLY=($(compgen -W '" + words + "' -- \"$cur\"))";
                            },
                            [](const std::string& kind) {
                              return "COMPREPLY=($(compgen -W \"$(gokeyctl __complete " + kind +
                                     " 2>/dev/null)\" -- \"$cur\"))";
                            },
                            "COMPREPLY=($(compgen -f -- \"$cur\"))", ":"};
  std::string out =
      "# bash completion for gokeyctl, made from its command table\n_gokeyctl() {\n"
      "  local cur prev cword words i word skip='' command=''\n"
      "  if declare -F _get_comp_words_by_ref >/dev/null; then\n"
      "    _get_comp_words_by_ref -n : cur prev words cword\n  else\n"
      "    words=(\"${COMP_WORDS[@]}\") cword=$COMP_CWORD\n"
      "    cur=${words[cword]} prev=${words[cword-1]}\n  fi\n  COMPREPLY=()\n"
      "  for ((i = 1; i < cword; i++)); do\n    word=${words[i]}\n" +
      scan("$word") + "  done\n  case $prev in\n" + value_cases(shell) +
      "  esac\n  if [[ $cur == -* ]]; then\n" + "    local options='" + global_words().substr(1) +
      "'\n    case $command in\n";
  for (const CommandInfo& command : command_table()) {
    const std::string words = option_words(command);
    if (!command.hidden && !words.empty())
      out += std::string("      '") + command.name + "') options+='" + words + "' ;;\n";
  }
  out +=
      "    esac\n    COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))\n    return\n  fi\n  case "
      "$command in\n    '') " +
      shell.fixed(member_words("")) + " ;;\n";
  for (const CommandInfo& command : command_table()) {
    if (command.hidden) continue;
    out +=
        std::string("    '") + command.name + "') " +
        (command.group ? shell.fixed(member_words(command.name)) : argument_words(command, shell)) +
        " ;;\n";
  }
  return out +
         "  esac\n  if declare -F __ltrim_colon_completions >/dev/null; then "
         "__ltrim_colon_completions \"$cur\"; fi\n}\n"
         "complete -o bashdefault -F _gokeyctl gokeyctl\n";
}

std::string zsh_completion() {
  const ShellWords shell = {[](const std::string& words) { return "compadd -- " + words; },
                            [](const std::string& kind) {
                              return "compadd -- ${(f)\"$(gokeyctl __complete " + kind +
                                     " 2>/dev/null)\"}";
                            },
                            "_files", ":"};
  std::string out =
      "#compdef gokeyctl\n# zsh completion for gokeyctl, made from its command table\n_gokeyctl() "
      "{\n"
      "  local i word skip='' command=''\n  local -a options\n"
      "  for ((i = 2; i < CURRENT; i++)); do\n    word=$words[i]\n" +
      scan("$word") + "  done\n  case $words[CURRENT-1] in\n" + value_cases(shell) +
      "  esac\n  if [[ $words[CURRENT] == -* ]]; then\n    options=(" + global_words().substr(1) +
      ")\n    case $command in\n";
  for (const CommandInfo& command : command_table()) {
    const std::string words = option_words(command);
    if (!command.hidden && !words.empty())
      out += std::string("      '") + command.name + "') options+=(" + words.substr(1) + ") ;;\n";
  }
  out += "    esac\n    compadd -- $options\n    return\n  fi\n  case $command in\n    '') " +
         shell.fixed(member_words("")) + " ;;\n";
  for (const CommandInfo& command : command_table()) {
    if (command.hidden) continue;
    out +=
        std::string("    '") + command.name + "') " +
        (command.group ? shell.fixed(member_words(command.name)) : argument_words(command, shell)) +
        " ;;\n";
  }
  return out +
         "  esac\n}\nif [[ $funcstack[1] == _gokeyctl ]]; then _gokeyctl \"$@\"; else compdef "
         "_gokeyctl gokeyctl; fi\n";
}

std::string fish_completion() {
  std::string takers;
  for (const OptionInfo& option : all_options()) {
    if (takes_word(option)) takers += " " + spellings(option, " ");
  }
  std::string groups;
  for (const CommandInfo* command : members_of("")) {
    if (command->group) groups += " " + std::string(command->name);
  }
  std::string out =
      "# fish completion for gokeyctl, made from its command table\nfunction __gokeyctl_command\n"
      "  set -l command\n  set -l skip 0\n  set -l words (commandline -opc)\n  for word in "
      "$words[2..-1]\n"
      "    if test $skip = 1\n      set skip 0\n    else if contains -- $word" +
      takers +
      "\n      set skip 1\n    else if not string match -q -- '-*' $word\n"
      "      if test -z \"$command\"; or contains -- \"$command\"" +
      groups +
      "\n        set command (string trim -- \"$command $word\")\n      end\n    end\n  end\n"
      "  test \"$command\" = \"$argv[1]\"\nend\ncomplete -c gokeyctl -f\n";
  for (const OptionInfo& option : global_options()) out += fish_option(option, "");
  const auto condition = [](std::string_view name) {
    return " -n \"__gokeyctl_command '" + std::string(name) + "'\"";
  };
  const auto member_lines = [&](std::string_view group) {
    std::string lines;
    for (const CommandInfo* command : members_of(group)) {
      lines += "complete -c gokeyctl" + condition(group) + " -a " + last_word(command->name) +
               " -d " + fish_quote(text(command->summary)) + "\n";
    }
    return lines;
  };
  out += member_lines("");
  const ShellWords shell = {[](const std::string& words) { return " -a " + fish_quote(words); },
                            [](const std::string& kind) {
                              return " -a '(gokeyctl __complete " + kind + " 2>/dev/null)'";
                            },
                            " -F", ""};
  for (const CommandInfo& command : command_table()) {
    if (command.hidden) continue;
    if (command.group) out += member_lines(command.name);
    for (const OptionInfo& option : options_of(command))
      out += fish_option(option, condition(command.name));
    const std::string words = argument_words(command, shell);
    if (!words.empty()) out += "complete -c gokeyctl" + condition(command.name) + words + "\n";
  }
  return out;
}

}  // namespace gokeyctl::cli
