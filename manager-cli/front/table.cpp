// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr OptionInfo kGlobalOptions[] = {
    {"device", 'd', N_("ID"),
     N_("the token: a serial or the first four or more of its digits, a nickname, usb:PORT, or "
        "console:HOST[:PORT]"),
     ValueKind::kText, nullptr, Complete::kDevice},
    {"all", '\0', nullptr, N_("every token that is attached or known")},
    {"wait", '\0', N_("SECONDS"),
     N_("wait for the token to be attached; without =SECONDS as long as it takes"),
     ValueKind::kOptionalNumber},
    {"timeout", '\0', N_("SECONDS"), N_("give up a step that takes longer"), ValueKind::kNumber},
    {"json", '\0', nullptr, N_("print one JSON document")},
    {"plain", '\0', nullptr, N_("print tab-separated values")},
    {"header", '\0', nullptr, N_("name the columns of --plain in a first line")},
    {"quiet", 'q', nullptr, N_("print no line about what changed, only answers and errors")},
    {"verbose", 'v', nullptr, N_("say more, for example what led to an error; may be repeated")},
    {"color", '\0', N_("WHEN"), N_("use colours"), ValueKind::kText, "auto|always|never",
     Complete::kChoices},
    {"no-input", '\0', nullptr, N_("never ask; fail where an answer is needed")},
    {"yes", 'y', nullptr, N_("answer the question that a command asks before it acts")},
    {"config", '\0', N_("FILE"), N_("read this configuration instead of your own"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"log-file", '\0', N_("FILE"), N_("write a log to this file"), ValueKind::kText, nullptr,
     Complete::kFile},
    {"identity", 'i', N_("FILE"), N_("the SSH private key to log in with; else the ssh-agent's"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"trust-new", '\0', nullptr,
     N_("accept and remember the host key of a console seen for the first time; a changed key is "
        "never accepted")},
    {"help", 'h', nullptr, N_("explain the command")},
    {"version", '\0', nullptr, N_("print the version; with -v what it was built with")},
};

constexpr OptionInfo kDryRun = {
    "dry-run", 'n', nullptr,
    N_("check everything, then say what would happen instead of doing it")};

constexpr ExitInfo kExits[] = {
    {Code::kOk, N_("done, or it was so already")},
    {Code::kFailed, N_("something else went wrong")},
    {Code::kUsage, N_("a wrong option or argument, or one that is missing")},
    {Code::kInternal, N_("a defect of this program; please report it")},
    {Code::kNothingToDo, N_("nothing matched")},
    {Code::kCancelled, N_("you said no, or pressed Ctrl-C")},
    {Code::kNoToken, N_("no token is attached or known")},
    {Code::kNoPermission, N_("the token is there but the system denies access")},
    {Code::kAmbiguous, N_("more than one token: choose with --device")},
    {Code::kBusy, N_("another program holds the reader or the console")},
    {Code::kUnreachable, N_("the console or the card service does not answer")},
    {Code::kWrongMode, N_("the token is in the wrong mode for this")},
    {Code::kSshAuth, N_("the console refused the SSH key")},
    {Code::kHostKey, N_("the console's host key is unknown or has changed")},
    {Code::kWrongPassphrase, N_("the passphrase opens no key")},
    {Code::kLocked, N_("this needs an unlocked key")},
    {Code::kNotInitialised, N_("the card is not initialised")},
    {Code::kNoPresenceRequest, N_("nothing waits for a confirmation")},
    {Code::kPresenceTimeout, N_("nobody confirmed in time")},
    {Code::kRetryDelay, N_("after wrong passphrases no try is allowed yet")},
    {Code::kVerifyFailed, N_("a signature, proof or hash is wrong")},
    {Code::kDowngradeRefused, N_("the image is older or revoked")},
    {Code::kImageMismatch, N_("the image is for another unit")},
    {Code::kWriteFailed, N_("the transfer broke")},
    {Code::kReadbackMismatch, N_("what was read back differs")},
    {Code::kPartial, N_("some tokens failed; the answer has each")},
    {Code::kUnsupported, N_("this token or this program cannot do that")},
    {Code::kProtocol, N_("the token answered something that makes no sense")},
    {Code::kTimeout, N_("the time was up and the outcome is unknown: look at the status")},
};

constexpr EnvironmentInfo kEnvironment[] = {
    {"GOKEY_DEVICE", N_("the token, as --device names it")},
    {"GOKEY_IDENTITY", N_("the SSH private key, as --identity names it")},
    {"GOKEY_CONFIG", N_("the configuration file, as --config names it")},
    {"GOKEY_LOG", N_("the level of the log: off, error, warn, info, debug or trace")},
    {"NO_COLOR", N_("no colours, if set to anything")},
    {"CLICOLOR_FORCE", N_("colours even where the output is no terminal")},
    {"COLUMNS", N_("the width of lines for people")},
};

std::vector<CommandInfo> join() {
  std::vector<CommandInfo> all(kTokenCommands.begin(), kTokenCommands.end());
  all.insert(all.end(), kLifeCommands.begin(), kLifeCommands.end());
  all.insert(all.end(), kFidoCommands.begin(), kFidoCommands.end());
  all.insert(all.end(), kAgentCommands.begin(), kAgentCommands.end());
  all.insert(all.end(), kHostCommands.begin(), kHostCommands.end());
  return all;
}

}  // namespace

std::span<const CommandInfo> command_table() {
  static const std::vector<CommandInfo> table = join();
  return table;
}

std::span<const OptionInfo> global_options() { return kGlobalOptions; }

const OptionInfo& dry_run_option() { return kDryRun; }

const CommandInfo* find_command(std::string_view name) {
  const auto table = command_table();
  const auto found =
      std::ranges::find_if(table, [&](const CommandInfo& c) { return name == c.name; });
  return found == table.end() ? nullptr : &*found;
}

std::span<const ExitInfo> exit_table() { return kExits; }

const ExitInfo& exit_info(Code code) {
  const auto found = std::ranges::find(kExits, code, &ExitInfo::code);
  return found == std::end(kExits) ? kExits[1] : *found;
}

std::vector<Code> exit_codes(const CommandInfo& command) {
  std::vector<Code> codes;
  codes.reserve(command.exits.size() + 3);
  for (const Code code : {Code::kOk, Code::kFailed, Code::kUsage}) codes.push_back(code);
  for (const Code code : command.exits) codes.push_back(code);
  return codes;
}

std::span<const EnvironmentInfo> environment_table() { return kEnvironment; }

}  // namespace gokeyctl::cli
