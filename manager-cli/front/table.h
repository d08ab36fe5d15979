// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The one table of commands. The parser, --help, the man pages, the completions and the command
// reference are made from it, so they cannot tell different stories.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"

namespace gokeyctl::cli {

// How much harm a command can do; decides what is asked before it runs.
enum class Danger : std::uint8_t {
  kNone,      // only reads
  kMild,      // changes something that is easily changed back: no question
  kModerate,  // asks y/N on a terminal, needs --yes elsewhere, has --dry-run
  kSevere,    // asks to type the token's id; elsewhere needs --yes and --device
};

// kTexts may be given several times.
enum class ValueKind : std::uint8_t { kFlag, kText, kTexts, kNumber, kOptionalNumber };

// What a shell may offer for a value.
enum class Complete : std::uint8_t {
  kNothing,
  kFile,
  kDevice,
  kEndpoint,
  kSetting,
  kCommand,
  kChoices
};

struct OptionInfo {
  const char* name;  // without the dashes
  char letter = '\0';
  const char* value = nullptr;  // what stands for the value in help: "SECONDS"
  const char* summary = "";
  ValueKind kind = ValueKind::kFlag;
  const char* choices = nullptr;  // "auto|always|never"
  Complete complete = Complete::kNothing;
};

struct ArgumentInfo {
  const char* name;
  const char* summary;
  bool required = false;
  const char* choices = nullptr;
  Complete complete = Complete::kNothing;
};

struct ExampleInfo {
  const char* line;
  const char* what;
};

struct CommandInfo {
  const char* name;         // "unlock", "card info"; "card" for the group
  const char* summary;      // without a full stop
  const char* description;  // paragraphs separated by a line end
  Danger danger = Danger::kNone;
  std::span<const ArgumentInfo> arguments = {};
  std::span<const OptionInfo> options = {};
  std::span<const ExampleInfo> examples = {};
  std::span<const Code> exits = {};  // besides 0, 1, 2 and 5, which every command has
  const char* see_also = "";         // names separated by ", "
  bool group = false;                // only holds further commands
  bool token = false;                // works on a token: --device, --all and --wait mean something
  bool hidden = false;               // for our own scripts
};

// In the order in which help shows them: a group stands before its commands.
[[nodiscard]] std::span<const CommandInfo> command_table();
[[nodiscard]] std::span<const OptionInfo> global_options();
// By the whole name ("card info"); null if there is none.
[[nodiscard]] const CommandInfo* find_command(std::string_view name);
// --dry-run, which every command of moderate danger or worse has.
[[nodiscard]] const OptionInfo& dry_run_option();

struct ExitInfo {
  Code code;
  const char* meaning;
};
[[nodiscard]] std::span<const ExitInfo> exit_table();
[[nodiscard]] const ExitInfo& exit_info(Code code);
// Every code the command can end with, but 5.
[[nodiscard]] std::vector<Code> exit_codes(const CommandInfo& command);

struct EnvironmentInfo {
  const char* name;
  const char* meaning;
};
[[nodiscard]] std::span<const EnvironmentInfo> environment_table();

// One row of tables for each part of the program; command_table() joins them.
extern const std::span<const CommandInfo> kTokenCommands;
extern const std::span<const CommandInfo> kLifeCommands;
extern const std::span<const CommandInfo> kFidoCommands;
extern const std::span<const CommandInfo> kHostCommands;
extern const std::span<const CommandInfo> kAgentCommands;

}  // namespace gokeyctl::cli
