// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Connecting to a console, and the questions about its host key.
#include <memory>
#include <utility>

#include "cli/commands/target.h"
#include "cli/prompts/questions.h"
#include "cli/prompts/signals.h"

namespace gokeyctl::cli {
namespace {

constexpr int kRetryMs = 500;

// What the console showed and how it was judged, kept for the explanation of a refusal.
struct Presented {
  HostKey key;
  TrustVerdict verdict = TrustVerdict::kKnown;
  bool asked = false;     // the person was asked and said no
  bool compared = false;  // or yes
};

bool ask_about_new_key(const Target& target, const HostKey& key) {
  const std::string question =
      fill(_("The console at {} is not known yet. Its host key ({}) is\n  {}\n"
             "Compare it with the one that belongs to your token.\n"),
           {target.console().text(), key.type, key.fingerprint});
  const Result<bool> answer = ask_word(question, _("Type 'yes' to trust it from now on: "), "yes");
  return answer.value_or(false);
}

bool accept(Context& context, const Target& target, HostKeys keys, Presented& seen) {
  switch (seen.verdict) {
    case TrustVerdict::kKnown:
      return true;
    case TrustVerdict::kPerBoot:
      context.warn(
          fill(_("the console at {} is not authenticated: its host key is new at every start"),
               {target.console().text()}));
      return true;
    case TrustVerdict::kChanged:
      return false;
    case TrustVerdict::kUnknown:
      break;
  }
  if (context.globals.trust_new && keys == HostKeys::kNotPinned) return true;
  if (context.globals.trust_new) {
    context.note(fill(_("the host key of {} is trusted from now on: {}"),
                      {target.console().text(), seen.key.fingerprint}));
    return true;
  }
  if (!context.may_ask()) return false;
  seen.asked = true;
  seen.compared = ask_about_new_key(target, seen.key);
  return seen.compared;
}

// The library's refusal, in the words of this program and with the command that leads on.
Error explain_refusal(Error error, const Target& target, const Presented& seen,
                      const TrustStore& trust) {
  const std::string address = target.console().text();
  const TrustEntry* entry = trust.find(trust_key(trust, target.console()));
  if (!seen.key.fingerprint.empty()) error.details["fingerprint"] = seen.key.fingerprint;
  error.details["endpoint"] = address;
  if (entry == nullptr) {
    error.details["reason"] = "unknown-host-key";
    if (seen.asked) {
      return Error{Code::kHostKey,
                   fill(_("the host key of {} was not trusted, so nothing was sent"), {address}),
                   "", error.details, nullptr};
    }
    error.message = fill(_("the console at {} has a host key that is not known yet: {}"),
                         {address, seen.key.fingerprint});
    error.hint = fill(_("compare it, then run: gokeyctl -d {} host-key pin --fingerprint {}"),
                      {target.device, seen.key.fingerprint});
    return error;
  }
  error.details["reason"] = "changed-host-key";
  error.details["expected"] = entry->fingerprint;
  error.message = fill(_("the host key of {} has changed from {} to {}; somebody may be listening "
                         "in, so nothing was sent"),
                       {address, entry->fingerprint,
                        seen.key.fingerprint.empty() ? "another" : seen.key.fingerprint});
  error.hint = fill(_("if you know why, because the token was set up afresh: gokeyctl -d "
                      "{1} host-key pin --replace; "
                      "if it makes a new key at every start: gokeyctl -d {1} host-key pin "
                      "--replace --per-boot"),
                    {target.device});
  return error;
}

std::optional<std::filesystem::path> configured_identity(const Context& context) {
  const std::string path = context.config.get("identity");
  return path.empty() ? std::nullopt : std::optional<std::filesystem::path>(path);
}

// The token as it is plugged in now; nothing when it is gone.
std::optional<UsbToken> plugged_in(const UsbToken& before) {
  const Result<std::vector<UsbToken>> now = list_usb_tokens();
  if (!now) return std::nullopt;
  for (const UsbToken& token : *now) {
    if (token.serial == before.serial && token.port == before.port) return token;
  }
  return std::nullopt;
}

// Whether the interface of a token on USB can carry a connection, looked at anew while waiting.
Result<void> check_way(const Target& target, bool again) {
  if (!target.usb) return {};
  if (!again) return check_network(*target.usb);
  const std::optional<UsbToken> now = plugged_in(*target.usb);
  if (now) return check_network(*now);
  return fail(Code::kUnreachable, fill(_("token {} is not plugged in"), {target.label}));
}

Result<Console> connect_once(Context& context, TrustStore& trust, const Target& target,
                             HostKeys keys, bool again = false) {
  if (Result<void> way = check_way(target, again); !way) return std::unexpected(way.error());
  if (!target.endpoint) {
    return fail(Code::kUnreachable, fill(_("the console of {} is not known"), {target.label}),
                _("name it: gokeyctl -d console:HOST[:PORT] …"));
  }
  auto seen = std::make_shared<Presented>();
  ConnectOptions options;
  options.endpoint = target.console();
  if (context.globals.identity) options.identity = *context.globals.identity;
  options.fallback_identity = configured_identity(context);
  options.timeout = context.timeout();
  options.log = context.log;
  options.pin = keys == HostKeys::kPinned;
  options.accept_host_key = [&context, &target, keys, seen](const HostKey& key,
                                                            TrustVerdict verdict) {
    seen->key = key;
    seen->verdict = verdict;
    return accept(context, target, keys, *seen);
  };
  Result<Console> console = Console::connect(options, trust);
  if (!console && console.error().code == Code::kHostKey) {
    return std::unexpected(explain_refusal(console.error(), target, *seen, trust));
  }
  if (console && seen->compared && keys == HostKeys::kPinned) {
    const Result<void> noted =
        trust.set_compared(trust_key(trust, target.console()), seen->key.fingerprint);
    if (!noted) return std::unexpected(noted.error());
  }
  return console;
}

// A token that was chosen by its serial must be the one that answers: every token has the same
// address.
Result<void> check_serial(Console& console, const TrustStore& trust, const Target& target) {
  const TrustEntry* entry = trust.find(trust_key(trust, target.console()));
  if (target.serial.empty() || (entry != nullptr && entry->serial == target.serial)) return {};
  const Result<TokenStatus> status = console.status();
  if (!status) return std::unexpected(status.error());
  if (status->token.serial == target.serial) return {};
  Error error{Code::kNoToken,
              fill(_("the console at {} belongs to token {}, not to {}"),
                   {target.console().text(), status->token.serial, target.serial}),
              _("name the console of the token you mean: gokeyctl -d console:HOST[:PORT] …"),
              {{"reason", "other-token"}},
              nullptr};
  return std::unexpected(std::move(error));
}

}  // namespace

Result<Way> connect(Context& context, TrustStore& trust, const Target& target) {
  if (target.broker) return Way(target.broker, target.broker_id);
  Result<Console> console = connect_console(context, trust, target, HostKeys::kPinned);
  if (!console) return std::unexpected(console.error());
  return Way(std::move(*console));
}

Result<Console> connect_console(Context& context, TrustStore& trust, const Target& target,
                                HostKeys keys) {
  start_quickly();
  const auto started = std::chrono::steady_clock::now();
  Result<Console> console = connect_once(context, trust, target, keys);
  while (!console && console.error().code == Code::kUnreachable && context.globals.wait &&
         target.endpoint) {
    const bool late = context.globals.wait_limit &&
                      std::chrono::steady_clock::now() - started >= *context.globals.wait_limit;
    if (late) return fail(Code::kNoToken, console.error().message, console.error().hint);
    const StopSignals signals;
    (void)signals.wait_for(-1, kRetryMs);
    if (signals.stopped())
      return fail(Code::kCancelled, _("cancelled while waiting for the console"));
    console = connect_once(context, trust, target, keys, /*again=*/true);
  }
  if (!console) return std::unexpected(console.error());
  if (Result<void> same = check_serial(*console, trust, target); !same)
    return std::unexpected(same.error());
  return console;
}

Result<void> may_send_secrets(const TrustStore& trust, const Target& target) {
  const TrustEntry* entry =
      target.endpoint ? trust.find(trust_key(trust, *target.endpoint)) : nullptr;
  if (entry == nullptr || entry->trust != TrustClass::kPerBoot ||
      entry->allow_unauthenticated_unlock)
    return {};
  Error error{Code::kHostKey,
              fill(_("the console at {} is not authenticated, so no passphrase is sent to it"),
                   {entry->endpoint}),
              fill(_("to allow it: gokeyctl -d {} host-key pin --per-boot "
                     "--allow-unauthenticated-unlock"),
                   {target.device}),
              {{"reason", "unauthenticated-console"}},
              nullptr};
  return std::unexpected(std::move(error));
}

}  // namespace gokeyctl::cli
