// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl unlock
#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "cli/commands/keys.h"
#include "cli/commands/runners.h"
#include "cli/commands/secrets.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

// "signature key" and so on, for the question.
std::string scope_words(Scope scope) {
  switch (scope) {
    case Scope::kSignature:
      return _("signature key");
    case Scope::kDecryption:
      return _("decryption and authentication keys");
    case Scope::kAll:
      return _("all keys");
  }
  return "";
}

std::string tries_sentence(const TokenStatus& status) {
  const auto tries = status.openpgp.tries_left;
  return tries ? tries_left_words(*tries) : std::string();
}

// Serial as a person meets it: the nickname, and the serial behind it.
std::string token_words(const Target& target, const TokenStatus& status) {
  const std::string& serial = status.token.serial;
  return serial.empty() || serial == target.label ? target.label
                                                  : target.label + " (" + serial + ")";
}

// Asks once on the terminal or by pinentry. `error` is what went wrong with the try before.
Result<Secret> ask(const Context& context, PassphraseSource source, const Target& target,
                   const TokenStatus& status, Scope scope, const std::string& error) {
  const std::string token = sanitise(token_words(target, status));
  const std::string tries = tries_sentence(status);
  const std::string what = fill(_("Passphrase for {}, {}"), {token, scope_words(scope)});
  SecretQuestion question;
  question.title = _("Unlock a token");
  question.description = fill(_("Passphrase for token {}: {}"), {token, scope_words(scope)}) +
                         (tries.empty() ? "" : "\n" + tries);
  question.label = _("Passphrase:");
  question.prompt = tries.empty() ? what + ": " : fill("{} ({}): ", {what, tries});
  question.error = error;
  return ask_secret(context, source, question);
}

Error delay_error(std::uint32_t seconds) {
  return Error{Code::kRetryDelay,
               fill(_("after wrong passphrases no try is allowed for {}"), {duration(seconds)}),
               _("keep the token plugged in and wait; unplugging begins the wait anew"),
               {{"retry_after_seconds", std::to_string(seconds)}, {"tries_left", "0"}},
               nullptr};
}

// Says what the try cost, as far as the token tells.
Error wrong_passphrase(Error error, const Result<TokenStatus>& now) {
  if (!now) return error;
  const std::optional<std::uint32_t> tries_left = now->openpgp.tries_left;
  if (!tries_left) return error;
  error.details["tries_left"] = std::to_string(*tries_left);
  error.hint = tries_sentence(*now);
  if (const auto wait = now->openpgp.retry_after_seconds; wait && *tries_left == 0) {
    error.details["retry_after_seconds"] = std::to_string(*wait);
    error.hint = fill(_("the next try is allowed in {}"), {duration(*wait)});
  }
  return error;
}

std::string what_changed(const Target& target, const KeysOutcome& outcome,
                         const std::optional<Hold>& hold) {
  if (outcome.changed.empty() && outcome.already.empty()) {
    return fill(_("{}: there is no such key to unlock\n"), {target.label});
  }
  if (outcome.changed.empty())
    return fill(_("{}: {} unlocked already\n"), {target.label, use_list(outcome.already)});
  // A token that does not say is the original, which relocks as well.
  const bool relocks = !outcome.status.openpgp.signature_pin_once.value_or(false);
  const bool signs =
      std::ranges::find(outcome.changed, KeyUse::kSignature) != outcome.changed.end();
  if (hold && (!signs || !relocks)) {
    const auto seconds = static_cast<std::uint32_t>(hold->duration.count());
    return fill(_("{}: {} unlocked for {}\n"),
                {target.label, use_list(outcome.changed), duration(seconds)});
  }
  const char* said = _("{}: {} unlocked until locked or unplugged\n");
  if (signs && relocks) {
    said = outcome.changed.size() == 1
               ? _("{}: {} unlocked for one signature\n")
               : _("{}: {} unlocked until locked or unplugged, sig for one signature\n");
  }
  return fill(said, {target.label, use_list(outcome.changed)});
}

Error no_broker() {
  return Error{Code::kUnsupported,
               _("locking again after a time needs a running broker, and there is none for this "
                 "token"),
               _("start one: gokeyctl agent run; or leave out --for, and run 'gokeyctl lock' when "
                 "you are done"),
               {{"reason", "no-broker"}},
               nullptr};
}

// "90s", "10m", "1h30m"; at most a week.
std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::chrono::seconds kMost = std::chrono::hours(7 * 24);
  std::chrono::seconds sum{0};
  while (!text.empty()) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() + text.size() || number > kMost.count())
      return std::nullopt;
    if (*end != 's' && *end != 'm' && *end != 'h') return std::nullopt;
    sum += std::chrono::seconds(number) * (*end == 'h' ? 3600 : *end == 'm' ? 60 : 1);
    if (sum > kMost) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  return sum.count() > 0 ? std::optional(sum) : std::nullopt;
}

// Nothing to send when no key of the scope is locked: no passphrase is asked for.
std::optional<KeysOutcome> already_open(const TokenStatus& status, Scope scope) {
  const std::vector<KeyStatus> keys = keys_in(status, scope);
  if (!status.openpgp.initialised || keys.empty()) return std::nullopt;
  if (std::ranges::any_of(keys, &KeyStatus::locked)) return std::nullopt;
  KeysOutcome outcome{status, {}, {}, {}};
  for (const KeyStatus& key : keys) outcome.already.push_back(key.use);
  return outcome;
}

class Unlocker {
 public:
  Unlocker(Context& context, Result<PassphraseSource> source, std::optional<Secret> given,
           std::optional<Hold> hold)
      : context_(context),
        source_(source),
        given_(std::move(given)),
        hold_(hold),
        scope_(scope_of(context.inv)) {}

  Result<Reply> operator()(Context&, TrustStore& trust, const Target& target) {
    Result<Way> console = connect(context_, trust, target);
    if (!console) return std::unexpected(console.error());
    if (hold_ && !console->by_broker()) return std::unexpected(no_broker());
    if (Result<void> safe = may_send_secrets(trust, target); !safe)
      return std::unexpected(safe.error());
    const Result<TokenStatus> status = console->status();
    if (!status) return std::unexpected(status.error());
    // An earlier end needs no passphrase; a later one does.
    const auto open = already_open(*status, scope_);
    if (open && (!hold_ || console->shorten(*hold_)))
      return keys_reply(target, *open, what_changed(target, *open, hold_));
    if (!source_) return std::unexpected(source_.error());
    return tries(*console, target, *status);
  }

 private:
  // One try for each entry; after a wrong one only a person is asked again, and only while tries
  // are left.
  Result<Reply> tries(Way& console, const Target& target, TokenStatus status) {
    std::string error;
    for (;;) {
      if (status.openpgp.tries_left == 0U && status.openpgp.retry_after_seconds) {
        return std::unexpected(delay_error(*status.openpgp.retry_after_seconds));
      }
      const Result<KeysOutcome> outcome = try_once(console, target, status, error);
      if (outcome) return finish(target, *outcome);
      if (outcome.error().code != Code::kWrongPassphrase) return std::unexpected(outcome.error());
      const Result<TokenStatus> now = console.status();
      const Error wrong = wrong_passphrase(outcome.error(), now);
      if (given_ || !now || now->openpgp.tries_left.value_or(0) == 0) return std::unexpected(wrong);
      status = *now;
      error = _("That passphrase opens no key.");
    }
  }

  Result<KeysOutcome> try_once(Way& console, const Target& target, const TokenStatus& status,
                               const std::string& error) {
    const Hold hold = hold_.value_or(Hold{});
    if (given_) return console.unlock(scope_, *given_, hold);
    const Result<Secret> entered = ask(context_, *source_, target, status, scope_, error);
    if (!entered) return std::unexpected(entered.error());
    return console.unlock(scope_, *entered, hold);
  }

  Reply finish(const Target& target, const KeysOutcome& outcome) {
    if (!outcome.failed.empty()) {
      context_.warn(fill(_("{} did not open with this passphrase and stays locked"),
                         {use_list(outcome.failed)}));
    }
    return keys_reply(target, outcome, what_changed(target, outcome, hold_));
  }

  Context& context_;
  Result<PassphraseSource>
      source_;  // without one, only a token whose keys are open already is served
  std::optional<Secret> given_;
  std::optional<Hold> hold_;
  Scope scope_;
};

}  // namespace

Result<Reply> run_unlock(Context& context) {
  std::optional<Hold> hold;
  if (const auto text = context.inv.value("for")) {
    const auto seconds = parse_duration(*text);
    if (!seconds) {
      return fail(Code::kUsage,
                  fill(_("--for needs a time such as 90s, 10m or 1h30m, not '{}'"), {*text}));
    }
    hold = Hold{Hold::Kind::kFor, *seconds};
    if (!BrokerLine::open(context)) return std::unexpected(no_broker());
  }
  const SourceWishes wishes = wishes_of(context, "passphrase-fd");
  const Result<PassphraseSource> source = choose_source(wishes);
  const NotDumpable no_core;
  std::optional<Secret> given;
  if (source && wishes.fd) {
    Result<Secret> read = read_passphrase_fd(*wishes.fd);
    if (!read) return std::unexpected(read.error());
    given = std::move(*read);
  }
  Unlocker unlocker(context, source, std::move(given), hold);
  return for_targets(context, Need::kConsole,
                     [&unlocker](Context& c, TrustStore& trust, const Target& target) {
                       return unlocker(c, trust, target);
                     });
}

}  // namespace gokeyctl::cli
