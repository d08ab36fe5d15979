// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The broker.
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr ExampleInfo kAgentExamples[] = {
    {"systemctl --user start gokey-agent", N_("start the broker for this session")},
    {"gokeyctl agent status", N_("see whether one runs, and which tokens it looks after")}};

constexpr OptionInfo kRunOptions[] = {
    {"console", '\0', N_("HOST[:PORT]"),
     N_("also stay connected with the console at this address; may be given several times"),
     ValueKind::kTexts, nullptr, Complete::kEndpoint},
    {"no-usb", '\0', nullptr, N_("leave tokens on this machine's USB alone")}};
constexpr ExampleInfo kRunExamples[] = {
    {"gokeyctl agent run", N_("look after the tokens on USB until Ctrl-C")},
    {"gokeyctl agent run --console 127.0.0.1:2222", N_("and after the token behind that address")}};
constexpr Code kRunExits[] = {Code::kNoPermission, Code::kBusy};

constexpr ExampleInfo kStatusExamples[] = {
    {"gokeyctl agent status", N_("see whether one runs, and which tokens it looks after")},
    {"gokeyctl agent status --json", N_("the same for a program")}};
constexpr Code kStatusExits[] = {Code::kNoPermission, Code::kUnreachable, Code::kProtocol,
                                 Code::kTimeout};

constexpr ExampleInfo kStopExamples[] = {
    {"gokeyctl agent stop", N_("end the broker of this session")},
    {"gokeyctl agent stop --json", N_("the same for a program, which learns its process id")}};

constexpr CommandInfo kCommands[] = {
    {.name = "agent",
     .summary = N_("Run the broker that looks after tokens in the background"),
     .description =
         N_("The broker stays connected with each token, locks again what was unlocked for a time, "
            "and answers other gokeyctl commands and the desktop app at once. The desktop app runs "
            "one by itself; there is one for each person."),
     .examples = kAgentExamples,
     .see_also = "unlock, status",
     .group = true},
    {.name = "agent run",
     .summary = N_("Be the broker until Ctrl-C or SIGTERM"),
     .description = N_(
         "Listens in $XDG_RUNTIME_DIR/gokey-manager, for programs of the same person only. When it "
         "ends, it locks what was unlocked for a time or until the screen locks.\n"
         "Keys are only accepted from consoles you trust: an unknown or changed host key stays "
         "refused until you decide about it with host-key pin."),
     .options = kRunOptions,
     .examples = kRunExamples,
     .exits = kRunExits,
     .see_also = "agent status, agent stop, host-key pin"},
    {.name = "agent status",
     .summary = N_("Show the broker and its tokens"),
     .description =
         N_("What the broker knows by now; no token is asked. Exit code 14 if none runs."),
     .examples = kStatusExamples,
     .exits = kStatusExits,
     .see_also = "agent run, status"},
    {.name = "agent stop",
     .summary = N_("End the broker"),
     .description = N_("Returns once it has ended, after it has locked what it held."),
     .examples = kStopExamples,
     .exits = kStatusExits,
     .see_also = "agent run"},
};

}  // namespace

const std::span<const CommandInfo> kAgentCommands = kCommands;

}  // namespace gokeyctl::cli
