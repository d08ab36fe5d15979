// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/commands.h"

#include <algorithm>
#include <array>

#include "core/console/native_session.h"
#include "core/console/status_text.h"
#include "wire/hex.h"

namespace gokey::console {
namespace {

constexpr std::string_view kHelp =
    "  help                          # this help\n"
    "  exit, quit                    # close session\n"
    "  rand                          # gather 32 bytes from the random number generator\n"
    "  reboot                        # restart\n"
    "  status                        # display smartcard/token status\n"
    "  status --json                 # the same as one line of JSON\n"
    "  events                        # follow changes as JSON lines, Ctrl-C ends it\n"
    "  build                         # display build information\n"
    "\n"
    "  init                          # initialize OpenPGP smartcard\n"
    "  lock   (all|sig|dec)          # OpenPGP key(s) lock\n"
    "  unlock (all|sig|dec)          # OpenPGP key(s) unlock, prompts passphrase\n"
    "\n"
    "  rpc                           # PKCS#11 RPC socket, not on this token yet\n"
    "\n"
    "  receipt                       # what was provisioned, signed by the host key\n"
    "  factory-reset                 # destroy all keys on this token, asks first\n"
    "\n"
    "  u2f                           # initialize U2F token w/  user presence test\n"
    "  u2f !test                     # initialize U2F token w/o user presence test\n"
    "  p                             # confirm user presence\n";

// Of a token that is not provisioned.
constexpr std::string_view kShortHelp =
    "  help                          # this help\n"
    "  exit, quit                    # close session\n"
    "  rand                          # gather 32 bytes from the random number generator\n"
    "  reboot                        # restart\n"
    "  status                        # display smartcard/token status\n"
    "  status --json                 # the same as one line of JSON\n"
    "  build                         # display build information\n"
    "\n";
constexpr std::string_view kFactoryHelp =
    "  provision                     # put keys on this token: `gokeyctl provision one` does it\n";
constexpr std::string_view kDamagedHelp =
    "  factory-reset                 # destroy what is stored, asks first: the token is new then\n"
    "  p                             # confirm that\n";

std::string help_text(NativeSession& session) {
  switch (session.device().token.status().state) {
    case token::LifeCycle::kFactory:
      return std::string(kShortHelp).append(kFactoryHelp);
    case token::LifeCycle::kDamaged:
      return std::string(kShortHelp).append(kDamagedHelp);
    case token::LifeCycle::kProvisioned:
      break;
  }
  return std::string(kHelp);
}

void run_help(NativeSession& session, vault::KeySet) {
  session.print(session.colours() ? coloured_help(session) : help_text(session));
  session.succeed();
}

void run_exit(NativeSession& session, vault::KeySet) { session.leave(); }

void run_rand(NativeSession& session, vault::KeySet) {
  if (!session.device().random.healthy()) return session.fail(ExitCode::kFailed, kNoRandom);
  std::array<std::uint8_t, 32> bytes{};
  session.device().random.fill(bytes);
  std::string text = wire::to_hex(bytes);
  if (session.colours()) {
    text = std::string(kResultColour) + text + std::string(kPlainColour);
  }
  session.print(text + "\n");
  session.succeed();
}

void run_reboot(NativeSession& session, vault::KeySet) {
  session.device().reset.request();
  session.succeed();
}

void run_status(NativeSession& session, vault::KeySet) {
  const token::TokenStatus status = session.device().token.status();
  session.print(warning_lines(status) + card_block(status) + fido_block(status.fido) + "\n");
  session.succeed();
}

void run_status_json(NativeSession& session, vault::KeySet) {
  session.print(to_json(session.device().token.status()) + "\n");
  session.succeed();
}

void run_events(NativeSession& session, vault::KeySet) { session.stream_events(); }

void run_build(NativeSession& session, vault::KeySet) {
  const BuildInfo& build = session.device().build;
  std::string text = "gokeyctl firmware " + build.version + "\n";
  text += "board " + build.board + "\n";
  text += "compiler " + build.compiler + "\n";
  for (const std::string& library : build.libraries) text += "library " + library + "\n";
  session.print(text);
  session.succeed();
}

void run_rpc(NativeSession& session, vault::KeySet) {
  session.fail(ExitCode::kUnsupported, "this token has no PKCS#11 function yet");
}

constexpr std::array kCommands{
    Command{"help", Offered::kAlways, run_help},
    Command{"exit", Offered::kAlways, run_exit},
    Command{"quit", Offered::kAlways, run_exit},
    Command{"rand", Offered::kAlways, run_rand},
    Command{"reboot", Offered::kAlways, run_reboot},
    Command{"status", Offered::kAlways, run_status},
    Command{"status --json", Offered::kAlways, run_status_json},
    Command{"events", Offered::kProvisioned, run_events},
    Command{"build", Offered::kAlways, run_build},
    Command{"provision", Offered::kUnlessDamaged, run_provision},
    Command{"receipt", Offered::kProvisioned, run_receipt},
    Command{"factory-reset", Offered::kUnlessFactory, run_factory_reset},
    Command{"init", Offered::kProvisioned, run_init},
    Command{"lock all", Offered::kProvisioned, run_lock, vault::kAllKeys},
    Command{"lock sig", Offered::kProvisioned, run_lock, vault::kSigOnly},
    Command{"lock dec", Offered::kProvisioned, run_lock, vault::kDecAndAut},
    Command{"unlock all", Offered::kProvisioned, run_unlock, vault::kAllKeys},
    Command{"unlock sig", Offered::kProvisioned, run_unlock, vault::kSigOnly},
    Command{"unlock dec", Offered::kProvisioned, run_unlock, vault::kDecAndAut},
    Command{"rpc", Offered::kProvisioned, run_rpc},
    Command{"u2f", Offered::kProvisioned, run_fido_with_test},
    Command{"u2f !test", Offered::kProvisioned, run_fido_without_test},
    Command{"p", Offered::kUnlessFactory, run_presence},
};

}  // namespace

bool offered_in(Offered offered, token::LifeCycle state) {
  switch (offered) {
    case Offered::kAlways:
      return true;
    case Offered::kUnlessFactory:
      return state != token::LifeCycle::kFactory;
    case Offered::kUnlessDamaged:
      return state != token::LifeCycle::kDamaged;
    case Offered::kProvisioned:
      break;
  }
  return state == token::LifeCycle::kProvisioned;
}

const Command* find_command(std::string_view line) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [&](const Command& c) { return c.line == line; });
  return found == kCommands.end() ? nullptr : found;
}

std::string banner(const BuildInfo& build) {
  return "GoKey \u2022 gokeyctl firmware/" + build.board + " (" + build.version + ")\n";
}

std::string coloured_help(NativeSession& session) {
  std::string text(kResultColour);
  text += "\n";
  text += help_text(session);
  text += kPlainColour;
  return text + "\n";
}

}  // namespace gokey::console
