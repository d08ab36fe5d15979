// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands with which a token's life as somebody's own begins and ends.
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr ExampleInfo kProvisionExamples[] = {
    {"gokeyctl provision one --pgp-secret-key key.asc --ssh-authorized-keys ~/.ssh/id_ed25519.pub",
     N_("put your keys on a new token")},
    {"gokeyctl provision receipt --json", N_("show what a token was provisioned with, signed")}};

constexpr OptionInfo kOneOptions[] = {
    {"pgp-secret-key", '\0', N_("FILE"),
     N_("an OpenPGP secret key as gpg --export-secret-keys writes it; without it the token has no "
        "OpenPGP keys"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"ssh-authorized-keys", '\0', N_("FILE"),
     N_("the public SSH keys that may log in on the console, one a line without options; required"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"name", '\0', N_("TEXT"), N_("the card holder, as cards write it: Doe<<John"),
     ValueKind::kText},
    {"language", '\0', N_("CODES"), N_("languages of the card holder: de, or deen for two"),
     ValueKind::kText},
    {"sex", '\0', N_("N"), N_("of the card holder, ISO 5218: 1, 2 or 9"), ValueKind::kText, "1|2|9",
     Complete::kChoices},
    {"url", '\0', "URL", N_("where the public key can be fetched"), ValueKind::kText},
    {"snvs", '\0', N_("MODE"),
     N_("secure storage as the card reports it: none (the default), on, or ssh, which waits for "
        "init after each start"),
     ValueKind::kText, "none|on|ssh", Complete::kChoices},
    {"signature-pin", '\0', N_("WHEN"),
     N_("every-time (the default): the signature key locks itself after each signature; once: it "
        "stays unlocked"),
     ValueKind::kText, "every-time|once", Complete::kChoices},
    {"u2f-certificate", '\0', N_("FILE"),
     N_("the X.509 certificate, PEM or DER, with which the token attests FIDO registrations; "
        "without "
        "it each credential attests itself"),
     ValueKind::kText, nullptr, Complete::kFile},
    {"u2f-private-key", '\0', N_("FILE"),
     N_("the certificate's P-256 key, PEM or DER, without a passphrase"), ValueKind::kText, nullptr,
     Complete::kFile}};
constexpr ExampleInfo kOneExamples[] = {
    {"gokeyctl provision one --pgp-secret-key key.asc --ssh-authorized-keys ~/.ssh/id_ed25519.pub "
     "--name 'Doe<<John'",
     N_("put your keys on the only token, after asking")},
    {"gokeyctl -d console:10.0.0.10 provision one --ssh-authorized-keys keys --dry-run",
     N_("only check and say what would happen")}};
constexpr Code kOneExits[] = {Code::kCancelled,   Code::kNoToken,     Code::kAmbiguous,
                              Code::kBusy,        Code::kUnreachable, Code::kWrongMode,
                              Code::kSshAuth,     Code::kHostKey,     Code::kVerifyFailed,
                              Code::kUnsupported, Code::kProtocol,    Code::kTimeout};

constexpr ExampleInfo kReceiptExamples[] = {
    {"gokeyctl provision receipt", N_("fetch, verify and keep the receipt of the only token")},
    {"gokeyctl provision receipt --plain", N_("the receipt as the token signed it")}};
constexpr Code kReceiptExits[] = {Code::kCancelled,      Code::kNoToken,      Code::kAmbiguous,
                                  Code::kUnreachable,    Code::kSshAuth,      Code::kHostKey,
                                  Code::kNotInitialised, Code::kVerifyFailed, Code::kUnsupported,
                                  Code::kProtocol,       Code::kTimeout};

constexpr ExampleInfo kResetExamples[] = {
    {"gokeyctl factory-reset", N_("destroy the keys of the only token, after asking twice")},
    {"gokeyctl -d AABBCCDD --yes factory-reset",
     N_("from a script; somebody still confirms with: gokeyctl confirm")}};
constexpr Code kResetExits[] = {Code::kCancelled,   Code::kNoToken,         Code::kAmbiguous,
                                Code::kUnreachable, Code::kWrongMode,       Code::kSshAuth,
                                Code::kHostKey,     Code::kPresenceTimeout, Code::kUnsupported,
                                Code::kProtocol,    Code::kTimeout};

constexpr CommandInfo kCommands[] = {
    {.name = "provision",
     .summary = N_("Make a new token yours"),
     .description = N_("A token in the factory state holds no secret and lets anybody log in. "
                       "Provisioning puts keys on it, once."),
     .examples = kProvisionExamples,
     .see_also = "factory-reset, status",
     .group = true},
    {.name = "provision one",
     .summary = N_("Put keys on a token in the factory state"),
     .description = N_("Sends the OpenPGP secret key, the SSH keys that may log in and the card "
                       "holder over the token's console. The token seals them and answers with a "
                       "receipt that its host key signed; gokeyctl verifies and keeps it, and "
                       "accepts no other host key for the token from then on.\n"
                       "Each key stays under the passphrase that its file has. A token takes RSA "
                       "keys of 2048 to 4096 bits and keys of the NIST and brainpool curves, of "
                       "ed25519 and cv25519, which are neither expired nor revoked.\n"
                       "A token in the factory state cannot prove which one it is: compare its "
                       "host key, and provision over its own USB plug."),
     .danger = Danger::kModerate,
     .options = kOneOptions,
     .examples = kOneExamples,
     .exits = kOneExits,
     .see_also = "provision receipt, factory-reset, host-key show",
     .token = true},
    {.name = "provision receipt",
     .summary = N_("Fetch the receipt of a provisioned token"),
     .description = N_("The token signs which it is and what it was provisioned with. The receipt "
                       "is verified and kept, and its host key is pinned: of use where the "
                       "connection broke while the token was provisioned, and on another machine. "
                       "ssh-keygen -Y verify -n gokey-receipt verifies it too."),
     .danger = Danger::kMild,
     .examples = kReceiptExamples,
     .exits = kReceiptExits,
     .see_also = "provision one, host-key show",
     .token = true},
    {.name = "factory-reset",
     .summary = N_("Destroy all keys on a token"),
     .description =
         N_("The token erases its OpenPGP keys, its FIDO credentials, PIN and counters, and the "
            "SSH keys that may log in, and restarts in the factory state. Nothing brings them "
            "back. The device's own key, its serial and its SSH host key stay.\n"
            "You type the serial, and within 30 seconds somebody confirms."),
     .danger = Danger::kSevere,
     .examples = kResetExamples,
     .exits = kResetExits,
     .see_also = "provision one, confirm",
     .token = true},
};

}  // namespace

const std::span<const CommandInfo> kLifeCommands = kCommands;

}  // namespace gokeyctl::cli
