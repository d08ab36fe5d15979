// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands that work on a token.
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr const char* kScopes = "all|sig|dec";
constexpr ArgumentInfo kScopeArgument[] = {
    {"KEYS",
     N_("which keys: all, sig (signature) or dec (decryption and authentication); all if left out"),
     false, kScopes, Complete::kChoices}};

// What every command that talks to a console can end with.
#define GOKEY_CONSOLE_EXITS                                                               \
  Code::kCancelled, Code::kNoToken, Code::kAmbiguous, Code::kUnreachable, Code::kSshAuth, \
      Code::kHostKey

constexpr OptionInfo kListOptions[] = {
    {"long", 'l', nullptr, N_("also show the reader and the SSH host key of each token")}};
constexpr ExampleInfo kListExamples[] = {{"gokeyctl list", N_("show attached and known tokens")},
                                         {"gokeyctl list --json", N_("the same for a program")}};
constexpr Code kListExits[] = {Code::kCancelled};

constexpr OptionInfo kStatusOptions[] = {
    {"watch", 'w', nullptr, N_("keep running and report every change; ends on Ctrl-C")}};
constexpr ExampleInfo kStatusExamples[] = {
    {"gokeyctl status", N_("show what the only token is doing")},
    {"gokeyctl -d console:10.0.0.10 status --json",
     N_("ask the console at that address, for a program")}};
constexpr Code kStatusExits[] = {GOKEY_CONSOLE_EXITS, Code::kBusy, Code::kPartial, Code::kProtocol,
                                 Code::kTimeout};

constexpr ExampleInfo kInitExamples[] = {
    {"gokeyctl init", N_("initialise the card of the only token")},
    {"gokeyctl -d desk init", N_("the one with the nickname desk")}};
constexpr Code kInitExits[] = {GOKEY_CONSOLE_EXITS, Code::kPartial, Code::kUnsupported,
                               Code::kProtocol, Code::kTimeout};

constexpr OptionInfo kUnlockOptions[] = {
    {"passphrase-fd", '\0', N_("N"),
     N_("read the passphrase from this file descriptor, one line of at most 127 bytes; 0 is the "
        "standard input"),
     ValueKind::kNumber},
    {"pinentry", '\0', nullptr, N_("ask with pinentry, the dialogue that gpg uses")},
    {"for", '\0', N_("DURATION"),
     N_("lock again after this time, such as 10m; needs a running broker"), ValueKind::kText}};
constexpr ExampleInfo kUnlockExamples[] = {
    {"gokeyctl unlock sig", N_("unlock the signature key, asking for its passphrase")},
    {"pass show token | gokeyctl unlock --passphrase-fd 0",
     N_("unlock all keys from a password store")}};
constexpr Code kUnlockExits[] = {GOKEY_CONSOLE_EXITS,   Code::kWrongPassphrase, Code::kLocked,
                                 Code::kNotInitialised, Code::kRetryDelay,      Code::kPartial,
                                 Code::kUnsupported,    Code::kProtocol,        Code::kTimeout};

constexpr ExampleInfo kLockExamples[] = {
    {"gokeyctl lock", N_("lock every key of the only token")},
    {"gokeyctl --all lock", N_("lock every key of every token")}};
constexpr Code kLockExits[] = {GOKEY_CONSOLE_EXITS, Code::kNotInitialised, Code::kPartial,
                               Code::kUnsupported,  Code::kProtocol,       Code::kTimeout};

constexpr OptionInfo kRandOptions[] = {
    {"bytes", '\0', N_("N"), N_("how many bytes, at most 65536; 32 if left out"),
     ValueKind::kNumber},
    {"out", '\0', N_("FILE"), N_("write them to this new file instead of the standard output"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"hex", '\0', nullptr, N_("as hexadecimal digits instead of raw bytes")}};
constexpr ExampleInfo kRandExamples[] = {
    {"gokeyctl rand --hex", N_("32 random bytes in hexadecimal")},
    {"gokeyctl rand --bytes 512 --out seed.bin", N_("512 raw bytes into a file")}};
constexpr Code kRandExits[] = {GOKEY_CONSOLE_EXITS, Code::kUnsupported, Code::kProtocol,
                               Code::kTimeout};

constexpr ExampleInfo kRebootExamples[] = {
    {"gokeyctl reboot", N_("restart the token after asking")},
    {"gokeyctl reboot --yes --wait",
     N_("restart it without asking and return when it answers again")}};
constexpr Code kRebootExits[] = {GOKEY_CONSOLE_EXITS, Code::kPartial, Code::kUnsupported,
                                 Code::kProtocol, Code::kTimeout};

constexpr Code kCardExits[] = {Code::kNoToken, Code::kNoPermission, Code::kAmbiguous,
                               Code::kBusy,    Code::kUnreachable,  Code::kPartial,
                               Code::kProtocol};
constexpr ExampleInfo kCardInfoExamples[] = {
    {"gokeyctl card info", N_("show the card's data")},
    {"gokeyctl -d AABB card info --json",
     N_("of the card whose serial begins with AABB, for a program")}};
constexpr ExampleInfo kCardKeysExamples[] = {
    {"gokeyctl card keys", N_("list the keys on the card")},
    {"gokeyctl card keys --plain | cut -f2", N_("only their fingerprints")}};
constexpr OptionInfo kCertificateOptions[] = {
    {"out", '\0', N_("FILE"), N_("write the certificates to this new file, as PEM"),
     ValueKind::kText, nullptr, Complete::kFile}};
constexpr ExampleInfo kCertificateExamples[] = {
    {"gokeyctl card certificates", N_("print the card holder's certificates as PEM")},
    {"gokeyctl card certificates --out card.pem", N_("the same into a file")}};
constexpr ExampleInfo kCardExamples[] = {{"gokeyctl card info", N_("show the card's data")},
                                         {"gokeyctl card keys", N_("list the keys on the card")}};

constexpr CommandInfo kCommands[] = {
    {.name = "list",
     .summary = N_("List attached and known tokens"),
     .description =
         N_("One line for each token: those whose card is in a reader of this machine, and those "
            "whose "
            "console you have trusted. No token is changed and no console is contacted."),
     .options = kListOptions,
     .examples = kListExamples,
     .exits = kListExits,
     .see_also = "status, host-key show"},
    {.name = "status",
     .summary = N_("Show what a token is doing"),
     .description = N_(
         "Shows which keys are locked, how many tries are left, what the lights mean, and when the "
         "answer was taken. The console is asked; if a token has only its card attached, what the "
         "card "
         "knows is shown.\n"
         "With --watch every change is printed as it happens: a line for people, a JSON line with "
         "--json."),
     .options = kStatusOptions,
     .examples = kStatusExamples,
     .exits = kStatusExits,
     .see_also = "list, unlock, lock, doctor",
     .token = true},
    {.name = "init",
     .summary = N_("Initialise the OpenPGP card"),
     .description = N_(
         "A token that was provisioned to wait for its owner has no card until it is initialised. "
         "Nothing happens if it is initialised already."),
     .danger = Danger::kMild,
     .examples = kInitExamples,
     .exits = kInitExits,
     .see_also = "status, unlock",
     .token = true},
    {.name = "unlock",
     .summary = N_("Unlock keys for use"),
     .description = N_(
         "Sends the passphrase to the token, which decrypts its keys until they are locked again. "
         "A "
         "wrong passphrase costs one of three tries, whatever the number of keys; after three the "
         "token makes you wait.\n"
         "The passphrase is taken from --passphrase-fd, else from pinentry if you ask for it or "
         "the "
         "configuration says so, else from the terminal, else from pinentry on a graphical "
         "display. "
         "There is no option and no variable that holds a passphrase, since others could read it "
         "there. An empty passphrase cancels.\n"
         "If some of the keys have another passphrase they stay locked, and the answer names "
         "them."),
     .danger = Danger::kMild,
     .arguments = kScopeArgument,
     .options = kUnlockOptions,
     .examples = kUnlockExamples,
     .exits = kUnlockExits,
     .see_also = "lock, status",
     .token = true},
    {.name = "lock",
     .summary = N_("Lock keys now"),
     .description = N_("The token wipes the decrypted keys. Never asks anything, and does nothing "
                       "to keys that are "
                       "locked already."),
     .danger = Danger::kMild,
     .arguments = kScopeArgument,
     .examples = kLockExamples,
     .exits = kLockExits,
     .see_also = "unlock, status",
     .token = true},
    {.name = "rand",
     .summary = N_("Fetch random bytes from the token"),
     .description = N_("Raw bytes are not printed on a terminal: use --hex or --out there."),
     .options = kRandOptions,
     .examples = kRandExamples,
     .exits = kRandExits,
     .see_also = "status",
     .token = true},
    {.name = "reboot",
     .summary = N_("Restart the token"),
     .description = N_("All keys are locked afterwards, and connections to the token end. With "
                       "--wait the command "
                       "returns when the console answers again."),
     .danger = Danger::kModerate,
     .examples = kRebootExamples,
     .exits = kRebootExits,
     .see_also = "status",
     .token = true},
    {.name = "card",
     .summary = N_("Read the OpenPGP card through PC/SC"),
     .description = N_("These commands talk to the card in its reader and need no console. They "
                       "only read, share the "
                       "card with other programs, and let go of it at once."),
     .examples = kCardExamples,
     .see_also = "status, doctor",
     .group = true},
    {.name = "card info",
     .summary = N_("Show the card's data"),
     .description = N_("Serial, version, card holder, tries left, signature counter and keys, as "
                       "the card tells them "
                       "to any program."),
     .examples = kCardInfoExamples,
     .exits = kCardExits,
     .see_also = "card keys, card certificates, status",
     .token = true},
    {.name = "card keys",
     .summary = N_("List the keys on the card"),
     .description =
         N_("One line for each key: its use, fingerprint, algorithm and the time it was made."),
     .examples = kCardKeysExamples,
     .exits = kCardExits,
     .see_also = "card info, card certificates",
     .token = true},
    {.name = "card certificates",
     .summary = N_("Print the certificates on the card"),
     .description =
         N_("The card holder's certificates (data object 7F21) in PEM form. A card without "
            "any is no error."),
     .options = kCertificateOptions,
     .examples = kCertificateExamples,
     .exits = kCardExits,
     .see_also = "card info, card keys",
     .token = true},
};

#undef GOKEY_CONSOLE_EXITS

}  // namespace

const std::span<const CommandInfo> kTokenCommands = kCommands;

}  // namespace gokeyctl::cli
