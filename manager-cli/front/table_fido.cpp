// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands for the FIDO side of a token.
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

#define GOKEY_CONSOLE_EXITS                                                               \
  Code::kCancelled, Code::kNoToken, Code::kAmbiguous, Code::kUnreachable, Code::kSshAuth, \
      Code::kHostKey, Code::kNoPermission
constexpr Code kShowExits[] = {GOKEY_CONSOLE_EXITS, Code::kPartial, Code::kProtocol,
                               Code::kTimeout};
constexpr Code kConfirmExits[] = {
    GOKEY_CONSOLE_EXITS, Code::kNotInitialised, Code::kNoPresenceRequest,
    Code::kPartial,      Code::kUnsupported,    Code::kProtocol,
    Code::kTimeout};
constexpr Code kTestExits[] = {GOKEY_CONSOLE_EXITS, Code::kNotInitialised, Code::kPartial,
                               Code::kUnsupported,  Code::kProtocol,       Code::kTimeout};
constexpr Code kFidoExits[] = {Code::kNoToken,     Code::kNoPermission, Code::kAmbiguous,
                               Code::kBusy,        Code::kUnreachable,  Code::kPartial,
                               Code::kUnsupported, Code::kProtocol,     Code::kTimeout};
constexpr Code kCredentialExits[] = {Code::kCancelled,
                                     Code::kNoToken,
                                     Code::kNoPermission,
                                     Code::kAmbiguous,
                                     Code::kBusy,
                                     Code::kUnreachable,
                                     Code::kLocked,
                                     Code::kWrongPassphrase,
                                     Code::kNotInitialised,
                                     Code::kRetryDelay,
                                     Code::kPartial,
                                     Code::kUnsupported,
                                     Code::kPresenceTimeout,
                                     Code::kProtocol,
                                     Code::kTimeout};
#undef GOKEY_CONSOLE_EXITS

constexpr ExampleInfo kPresenceExamples[] = {
    {"gokeyctl presence watch", N_("say who asks, as it happens")},
    {"gokeyctl presence confirm", N_("say that you are there")}};
constexpr ExampleInfo kShowExamples[] = {
    {"gokeyctl presence show", N_("does something wait, and who asks?")},
    {"gokeyctl presence show --json", N_("the same for a program")}};
constexpr ExampleInfo kConfirmExamples[] = {
    {"gokeyctl confirm", N_("confirm what the only token is asked for")},
    {"gokeyctl -d AABB confirm", N_("of the token whose serial begins with AABB")}};
constexpr ExampleInfo kWatchExamples[] = {
    {"gokeyctl presence watch", N_("a line for each request")},
    {"gokeyctl presence watch --json | jq .data.site", N_("lines of JSON for a program")}};
constexpr ExampleInfo kOnExamples[] = {
    {"gokeyctl presence on", N_("have the token ask for presence")},
    {"gokeyctl --all presence on", N_("each of them")}};
constexpr ExampleInfo kOffExamples[] = {
    {"gokeyctl presence off", N_("have it answer without asking, after a question")},
    {"gokeyctl presence off --dry-run", N_("say what would happen")}};
constexpr ExampleInfo kU2fExamples[] = {
    {"gokeyctl u2f status", N_("counter, certificate and presence test")},
    {"gokeyctl u2f init", N_("initialise the FIDO side")}};
constexpr ExampleInfo kU2fInitExamples[] = {
    {"gokeyctl u2f init", N_("initialise it, with the presence test")},
    {"gokeyctl u2f init --no-presence-test", N_("without, after a question")}};
constexpr OptionInfo kU2fInitOptions[] = {
    {"no-presence-test", '\0', nullptr,
     N_("answer every request without asking a person, as presence off does")}};
constexpr ExampleInfo kFidoExamples[] = {
    {"gokeyctl fido info", N_("what the FIDO side can do")},
    {"gokeyctl fido credentials", N_("the credentials it keeps, for its PIN")}};
constexpr ExampleInfo kFidoInfoExamples[] = {
    {"gokeyctl fido info", N_("versions, extensions, PIN")},
    {"gokeyctl --all fido info --json", N_("of every token, for a program")}};
constexpr ExampleInfo kCredentialExamples[] = {
    {"gokeyctl fido credentials", N_("list them, asking for the PIN")},
    {"pass show fido | gokeyctl fido credentials --pin-fd 0",
     N_("with the PIN from a password store")}};
constexpr OptionInfo kCredentialOptions[] = {
    {"pin-fd", '\0', N_("N"),
     N_("read the PIN from this file descriptor, one line; 0 is the standard input"),
     ValueKind::kNumber},
    {"pinentry", '\0', nullptr, N_("ask with pinentry, the dialogue that gpg uses")}};
constexpr ExampleInfo kIdentifyExamples[] = {
    {"gokeyctl -d usb:1-2 identify", N_("which of them is in that socket?")},
    {"gokeyctl --all identify", N_("blink all of them")}};

constexpr CommandInfo kCommands[] = {
    {.name = "presence",
     .summary = N_("See and confirm what asks for your presence"),
     .description =
         N_("A FIDO token answers a browser or ssh only when a person says that they are there. A "
            "GoKey has no button: you say it here."),
     .examples = kPresenceExamples,
     .see_also = "confirm, u2f",
     .group = true},
    {.name = "presence show",
     .summary = N_("Show whether something waits for presence"),
     .description = N_("Who asks and how many seconds are left, or that nothing waits; and whether "
                       "the token asks at all."),
     .examples = kShowExamples,
     .exits = kShowExits,
     .see_also = "presence watch, confirm",
     .token = true},
    {.name = "presence confirm",
     .summary = N_("Say that you are there"),
     .description = N_("Confirms the one request that waits. If nothing waits nothing is stored "
                       "for later, and the exit code is 25."),
     .danger = Danger::kMild,
     .examples = kConfirmExamples,
     .exits = kConfirmExits,
     .see_also = "confirm, presence watch",
     .token = true},
    {.name = "presence watch",
     .summary = N_("Say who asks for presence, as it happens"),
     .description =
         N_("One line for each request, and for what came of it; ends on Ctrl-C. The site is named "
            "where it is known: by its own name with FIDO2, from a table of well-known sites with "
            "U2F, which only tells a hash. --json prints a JSON line for each."),
     .examples = kWatchExamples,
     .exits = kShowExits,
     .see_also = "presence show, confirm",
     .token = true},
    {.name = "presence on",
     .summary = N_("Have the token ask for presence"),
     .description = N_("Initialises the FIDO side anew, with the presence test."),
     .danger = Danger::kMild,
     .examples = kOnExamples,
     .exits = kTestExits,
     .see_also = "presence off, u2f init",
     .token = true},
    {.name = "presence off",
     .summary = N_("Have the token answer without asking"),
     .description = N_("Initialises the FIDO side anew, without the presence test: any program on "
                       "this machine can then use your credentials unnoticed."),
     .danger = Danger::kModerate,
     .examples = kOffExamples,
     .exits = kTestExits,
     .see_also = "presence on, u2f init",
     .token = true},
    {.name = "confirm",
     .summary = N_("Say that you are there"),
     .description = N_("The same as presence confirm, for when it must be quick."),
     .danger = Danger::kMild,
     .examples = kConfirmExamples,
     .exits = kConfirmExits,
     .see_also = "presence confirm, presence watch",
     .token = true},
    {.name = "u2f",
     .summary = N_("The FIDO side as the console knows it"),
     .description = N_("These commands go through the console, so they also work on a token that "
                       "is not on this machine's USB."),
     .examples = kU2fExamples,
     .see_also = "presence, fido",
     .group = true},
    {.name = "u2f init",
     .summary = N_("Initialise the FIDO side"),
     .description = N_("A token that was provisioned to wait for its owner answers no FIDO request "
                       "until it is initialised. Credentials stay as they are."),
     .danger = Danger::kModerate,
     .options = kU2fInitOptions,
     .examples = kU2fInitExamples,
     .exits = kTestExits,
     .see_also = "u2f status, presence on",
     .token = true},
    {.name = "u2f status",
     .summary = N_("Show the FIDO side"),
     .description = N_("Whether it is initialised and asks for presence, its signature counter and "
                       "its certificate."),
     .examples = kU2fExamples,
     .exits = kShowExits,
     .see_also = "presence show, fido info",
     .token = true},
    {.name = "fido",
     .summary = N_("Ask the FIDO side over USB"),
     .description = N_("These commands speak FIDO2 to a token on this machine's USB, as a browser "
                       "would, and change nothing."),
     .examples = kFidoExamples,
     .see_also = "u2f, presence",
     .group = true},
    {.name = "fido info",
     .summary = N_("Show what the FIDO side can do"),
     .description = N_("Versions, extensions, options, algorithms, and whether a PIN is set."),
     .examples = kFidoInfoExamples,
     .exits = kFidoExits,
     .see_also = "fido credentials, u2f status",
     .token = true},
    {.name = "fido credentials",
     .summary = N_("List the credentials that the token keeps"),
     .description =
         N_("Only credentials that live on the token (resident keys, passkeys) are listed, and "
            "only for its PIN. A wrong PIN costs one of eight tries; after three in a row the "
            "token must be plugged in anew."),
     .options = kCredentialOptions,
     .examples = kCredentialExamples,
     .exits = kCredentialExits,
     .see_also = "fido info",
     .token = true},
    {.name = "identify",
     .summary = N_("Have a token show itself"),
     .description = N_("Its white light blinks for a moment, so that you can tell several tokens "
                       "apart. Works over USB and needs no passphrase."),
     .danger = Danger::kMild,
     .examples = kIdentifyExamples,
     .exits = kFidoExits,
     .see_also = "list",
     .token = true},
};

}  // namespace

const std::span<const CommandInfo> kFidoCommands = kCommands;

}  // namespace gokeyctl::cli
