// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands that work on this machine: trust, settings, checks, help.
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr ExampleInfo kHostKeyExamples[] = {
    {"gokeyctl host-key show", N_("list the consoles you trust")},
    {"gokeyctl -d console:10.0.0.10 host-key pin", N_("trust the console at that address")}};

constexpr ArgumentInfo kWhichEntry[] = {
    {"CONSOLE", N_("HOST:PORT or a serial; all if left out"), false, nullptr, Complete::kEndpoint}};
constexpr ExampleInfo kShowExamples[] = {
    {"gokeyctl host-key show --words", N_("list the consoles you trust, in words as well")},
    {"gokeyctl host-key show --json > trust.json", N_("save them for another machine")}};
constexpr OptionInfo kShowOptions[] = {
    {"words", '\0', nullptr, N_("also as twelve words, which the desktop app shows as well")}};
constexpr Code kShowExits[] = {Code::kNothingToDo};

constexpr OptionInfo kPinOptions[] = {
    {"fingerprint", '\0', N_("SHA256:…"),
     N_("accept only this key, for example as the token's maker printed it; without it you are "
        "asked"),
     ValueKind::kText},
    {"replace", '\0', nullptr,
     N_("take the key that the console shows now in place of the one remembered")},
    {"per-boot", '\0', nullptr,
     N_("this token makes a new key at every start, as the original firmware without secure boot "
        "does; its console "
        "cannot be authenticated")},
    {"allow-unauthenticated-unlock", '\0', nullptr,
     N_("with --per-boot: send passphrases to this console although it may be an impostor")}};
constexpr ExampleInfo kPinExamples[] = {
    {"gokeyctl -d console:10.0.0.10 host-key pin", N_("show the key of the console there and ask")},
    {"gokeyctl -d desk host-key pin --replace",
     N_("accept the new key of a token that was set up afresh")}};
constexpr Code kPinExits[] = {Code::kCancelled,   Code::kNoToken, Code::kAmbiguous,
                              Code::kUnreachable, Code::kSshAuth, Code::kHostKey,
                              Code::kProtocol,    Code::kTimeout};

constexpr ArgumentInfo kForgetArgument[] = {
    {"CONSOLE", N_("HOST:PORT, or the first four or more digits of a serial"), true, nullptr,
     Complete::kEndpoint}};
constexpr ExampleInfo kForgetExamples[] = {
    {"gokeyctl host-key forget 10.0.0.10:22",
     N_("forget the console at that address after asking")},
    {"gokeyctl host-key forget AABBCCDD --yes", N_("forget the token's consoles without asking")}};
constexpr Code kForgetExits[] = {Code::kNothingToDo, Code::kCancelled};

constexpr ArgumentInfo kImportArgument[] = {
    {"FILE", N_("a document as host-key show --json prints it; - is the standard input"), true,
     nullptr, Complete::kFile}};
constexpr ExampleInfo kImportExamples[] = {
    {"gokeyctl host-key import trust.json", N_("trust exactly the keys in that file")},
    {"ssh desk gokeyctl host-key show --json | gokeyctl host-key import -",
     N_("take them over from another machine")}};
constexpr Code kImportExits[] = {Code::kHostKey};

constexpr ExampleInfo kConfigExamples[] = {
    {"gokeyctl config list", N_("show every setting and where it comes from")},
    {"gokeyctl config set device desk", N_("use the token with the nickname desk by default")}};
constexpr ArgumentInfo kKeyArgument[] = {
    {"KEY", N_("the setting, as config list names it"), true, nullptr, Complete::kSetting}};
constexpr ArgumentInfo kSetArguments[] = {
    {"KEY", N_("the setting, as config list names it"), true, nullptr, Complete::kSetting},
    {"VALUE", N_("its new value"), true}};
constexpr OptionInfo kListOptions[] = {
    {"origin", '\0', nullptr, N_("also say which file or variable decided")}};
constexpr ExampleInfo kGetExamples[] = {
    {"gokeyctl config get device", N_("print the token that is used by default")},
    {"gokeyctl config get identity --json", N_("the same kind of answer for a program")}};
constexpr ExampleInfo kSetExamples[] = {
    {"gokeyctl config set pinentry always", N_("always ask for passphrases with pinentry")},
    {"gokeyctl config set identity ~/.ssh/id_token", N_("log in with this SSH key")}};
constexpr ExampleInfo kUnsetExamples[] = {
    {"gokeyctl config unset device", N_("go back to the default")},
    {"gokeyctl config unset identity", N_("use the ssh-agent again")}};
constexpr ExampleInfo kConfigListExamples[] = {
    {"gokeyctl config list", N_("show every setting")},
    {"gokeyctl config list --origin", N_("and where each comes from")}};
constexpr ExampleInfo kPathExamples[] = {
    {"gokeyctl config path", N_("print where your configuration file lies")},
    {"$EDITOR \"$(gokeyctl config path)\"", N_("edit it")}};

constexpr OptionInfo kDoctorOptions[] = {
    {"fix", '\0', nullptr,
     N_("mend what can be mended, after showing what that is and asking; --dry-run only shows it")},
    {"report", '\0', N_("FILE"), N_("also write the result to this file, to show to somebody"),
     ValueKind::kText, nullptr, Complete::kFile}};
constexpr ExampleInfo kDoctorExamples[] = {
    {"gokeyctl doctor", N_("check this machine and the token")},
    {"gokeyctl doctor --fix", N_("and mend what can be mended, after asking")}};
constexpr Code kDoctorExits[] = {Code::kCancelled};

constexpr ExampleInfo kLogExamples[] = {{"gokeyctl log show", N_("print the log")},
                                        {"gokeyctl log path", N_("print where it lies")}};
constexpr OptionInfo kLogOptions[] = {
    {"lines", '\0', N_("N"), N_("only the last N lines; 100 if left out"), ValueKind::kNumber}};

constexpr ArgumentInfo kShellArgument[] = {
    {"SHELL", N_("bash, zsh or fish"), true, "bash|zsh|fish", Complete::kChoices}};
constexpr ExampleInfo kCompletionExamples[] = {
    {"source <(gokeyctl completion bash)", N_("complete in this shell")},
    {"gokeyctl completion fish > ~/.config/fish/completions/gokeyctl.fish",
     N_("always complete in fish")}};

constexpr ArgumentInfo kHelpArgument[] = {
    {"COMMAND", N_("the command to explain"), false, nullptr, Complete::kCommand}};
constexpr ExampleInfo kHelpExamples[] = {{"gokeyctl help unlock", N_("explain unlock")},
                                         {"gokeyctl help", N_("list all commands")}};

constexpr ArgumentInfo kCompleteArgument[] = {
    {"KIND", "", true, "device|endpoint|setting", Complete::kChoices}};
constexpr ArgumentInfo kGenerateArgument[] = {{"DIR", "", true, nullptr, Complete::kFile}};

constexpr CommandInfo kCommands[] = {
    {.name = "host-key",
     .summary = N_("Decide which consoles to trust"),
     .description = N_(
         "Every token answers on the same address, so its console is recognised by its SSH host "
         "key. "
         "The first time you are shown the key and asked; from then on only that key is accepted."),
     .examples = kHostKeyExamples,
     .see_also = "status, doctor",
     .group = true},
    {.name = "host-key show",
     .summary = N_("Show the trusted host keys"),
     .description = N_(
         "For each console: address, serial, class of trust, fingerprint, and how the key came to "
         "be trusted: from a receipt or an imported file, compared by a person (when), or neither. "
         "The classes are strict (from a receipt or an imported file, no exception), tofu (as "
         "first seen) and per-boot (new at every start, not authenticated)."),
     .arguments = kWhichEntry,
     .options = kShowOptions,
     .examples = kShowExamples,
     .exits = kShowExits,
     .see_also = "host-key pin, host-key forget, host-key import"},
    {.name = "host-key pin",
     .summary = N_("Trust the host key of a console"),
     .description = N_(
         "Connects to the console, shows the fingerprint of its key and asks. Compare it with the "
         "one "
         "that the token's maker gave you, or that ssh-keygen -l shows for the key in the token.\n"
         "A key that differs from the remembered one is only taken with --replace, after you type "
         "the "
         "token's id, or with --yes and --device."),
     .danger = Danger::kSevere,
     .options = kPinOptions,
     .examples = kPinExamples,
     .exits = kPinExits,
     .see_also = "host-key show, host-key forget",
     .token = true},
    {.name = "host-key forget",
     .summary = N_("Forget a trusted host key"),
     .description = N_("The next connection to this console asks again, as if it were new."),
     .danger = Danger::kModerate,
     .arguments = kForgetArgument,
     .examples = kForgetExamples,
     .exits = kForgetExits,
     .see_also = "host-key show, host-key pin"},
    {.name = "host-key import",
     .summary = N_("Trust the host keys in a file"),
     .description =
         N_("The entries become strict: only the key in the file is accepted from then on. A "
            "console that "
            "is remembered with another key is not changed; the command says so and fails."),
     .danger = Danger::kMild,
     .arguments = kImportArgument,
     .examples = kImportExamples,
     .exits = kImportExits,
     .see_also = "host-key show"},
    {.name = "config",
     .summary = N_("Read and change settings"),
     .description = N_("Settings come from options, the environment, your file, the files in "
                       "config.d, the system's "
                       "file and the defaults; the first that has one decides. "
                       "gokey-manager.toml(5) explains them "
                       "all."),
     .examples = kConfigExamples,
     .group = true},
    {.name = "config get",
     .summary = N_("Print a setting"),
     .description = N_("Prints the value that is in force."),
     .arguments = kKeyArgument,
     .examples = kGetExamples,
     .see_also = "config set, config list"},
    {.name = "config set",
     .summary = N_("Change a setting in your file"),
     .description = N_("The rest of the file stays as it is, comments included."),
     .danger = Danger::kMild,
     .arguments = kSetArguments,
     .examples = kSetExamples,
     .see_also = "config get, config unset"},
    {.name = "config unset",
     .summary = N_("Remove a setting from your file"),
     .description = N_("What the system's file or the default says applies again."),
     .danger = Danger::kMild,
     .arguments = kKeyArgument,
     .examples = kUnsetExamples,
     .see_also = "config set"},
    {.name = "config list",
     .summary = N_("List all settings"),
     .description = N_("Every setting with the value that is in force."),
     .options = kListOptions,
     .examples = kConfigListExamples,
     .see_also = "config get"},
    {.name = "config path",
     .summary = N_("Print where your configuration lies"),
     .description = N_("The file need not exist."),
     .examples = kPathExamples,
     .see_also = "config list"},
    {.name = "doctor",
     .summary = N_("Check this machine and the token"),
     .description = N_(
         "Goes through everything that must work, from the card service to the login on the "
         "console, "
         "and says the next step where something does not. Without --fix it changes nothing. Exit "
         "code 1 if a check failed; warnings do not count.\n"
         "--fix shows the steps that would help and asks before it takes them. What needs root is "
         "not run but printed as a sudo line, unless this program runs as root."),
     .danger = Danger::kModerate,
     .options = kDoctorOptions,
     .examples = kDoctorExamples,
     .exits = kDoctorExits,
     .see_also = "status, list",
     .token = true},
    {.name = "log",
     .summary = N_("Read this program's log"),
     .description = N_("The log is off unless GOKEY_LOG or the setting log says otherwise. It "
                       "never holds secrets."),
     .examples = kLogExamples,
     .see_also = "doctor",
     .group = true},
    {.name = "log show",
     .summary = N_("Print the log"),
     .description = N_("Prints its last lines."),
     .options = kLogOptions,
     .examples = kLogExamples,
     .see_also = "log path"},
    {.name = "log path",
     .summary = N_("Print where the log lies"),
     .description = N_("The file need not exist."),
     .examples = kLogExamples,
     .see_also = "log show"},
    {.name = "completion",
     .summary = N_("Print a completion script for a shell"),
     .description = N_(
         "Completes commands, options, and the tokens that are known, without asking any device."),
     .arguments = kShellArgument,
     .examples = kCompletionExamples,
     .see_also = "help"},
    {.name = "help",
     .summary = N_("Explain a command"),
     .description = N_("The same as the command with --help."),
     .arguments = kHelpArgument,
     .examples = kHelpExamples,
     .see_also = "completion"},
    {.name = "__complete",
     .summary = "",
     .description = "",
     .arguments = kCompleteArgument,
     .hidden = true},
    {.name = "__generate",
     .summary = "",
     .description = "",
     .arguments = kGenerateArgument,
     .hidden = true},
};

}  // namespace

const std::span<const CommandInfo> kHostCommands = kCommands;

}  // namespace gokeyctl::cli
