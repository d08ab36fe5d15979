// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/hex.h"
#include "console/dialect.h"
#include "gokeyctl/text.h"

namespace gokeyctl {

std::string_view name(Scope scope) {
  switch (scope) {
    case Scope::kAll:
      return "all";
    case Scope::kSignature:
      return "sig";
    case Scope::kDecryption:
      return "dec";
  }
  return "all";
}

namespace console {
namespace {

using base::error;

constexpr std::size_t kMaxPassphrase = 127;
constexpr std::size_t kRandomBytes = 32;

Result<void> check_passphrase(const Secret& passphrase) {
  if (passphrase.empty()) {
    return std::unexpected(
        error(Code::kCancelled, say("unlock: the passphrase is empty"), "", "empty-passphrase"));
  }
  if (passphrase.size() > kMaxPassphrase) {
    return std::unexpected(error(
        Code::kUsage, say("unlock: the passphrase is longer than 127 bytes"), "", "passphrase"));
  }
  // CR or LF would end it early; the others are editing keys of the original's terminal.
  const bool control = passphrase.expose([](std::span<const std::uint8_t> bytes) {
    return std::ranges::any_of(bytes,
                               [](std::uint8_t byte) { return byte < 0x20 || byte == 0x7F; });
  });
  if (!control) return {};
  return std::unexpected(error(
      Code::kUsage, say("unlock: the passphrase holds a control character"), "", "passphrase"));
}

Result<void> check_tries(const TokenStatus& before) {
  const auto& retry_after = before.openpgp.retry_after_seconds;
  if (before.openpgp.tries_left != 0U || !retry_after || *retry_after == 0) return {};
  Error delay =
      error(Code::kRetryDelay, say("unlock: no try is allowed for another {} s", *retry_after), "",
            "retry-delay");
  delay.details["retry_after_seconds"] = std::to_string(*retry_after);
  delay.details["tries_left"] = "0";
  return std::unexpected(std::move(delay));
}

// In these states the console knows no word for keys.
Result<void> check_life(const TokenStatus& before, const char* doing) {
  if (before.token.state == LifeCycle::kFactory)
    return std::unexpected(error(Code::kNotInitialised,
                                 say("{}: {}", say(doing), say("not provisioned yet")),
                                 "gokeyctl provision one", "factory"));
  if (before.token.state == LifeCycle::kDamaged)
    return std::unexpected(error(Code::kNotInitialised,
                                 say("{}: {}", say(doing), say("its storage cannot be opened")),
                                 "gokeyctl status", "damaged"));
  return {};
}

Result<void> check_keys(const TokenStatus& before, Scope scope, const char* doing) {
  for (const KeyUse use : keys_of(scope, before.token.dialect)) {
    if (before.key(use) != nullptr) return {};
  }
  if (!before.openpgp.initialised) return {};  // keys are only known once the card is initialised
  return std::unexpected(
      error(Code::kNotInitialised,
            say("{}: {}", say(doing), say("the token has no key for '{}'", name(scope))),
            "gokeyctl status", "no-key"));
}

}  // namespace

std::vector<KeyUse> keys_of(Scope scope, Dialect dialect) {
  std::vector<KeyUse> uses;
  if (scope != Scope::kDecryption) uses.push_back(KeyUse::kSignature);
  if (scope != Scope::kSignature) uses.push_back(KeyUse::kDecryption);
  if (scope != Scope::kSignature && dialect == Dialect::kNative)
    uses.push_back(KeyUse::kAuthentication);
  return uses;
}

KeysOutcome compare(const TokenStatus& before, TokenStatus after, Scope scope, bool wanted_locked) {
  KeysOutcome outcome;
  for (const KeyUse use : keys_of(scope, after.token.dialect)) {
    const KeyStatus* now = after.key(use);
    if (now == nullptr) continue;
    const KeyStatus* then = before.key(use);
    if (now->locked != wanted_locked) {
      outcome.failed.push_back(use);
    } else if (then != nullptr && then->locked == wanted_locked) {
      outcome.already.push_back(use);
    } else {
      outcome.changed.push_back(use);
    }
  }
  outcome.status = std::move(after);
  return outcome;
}

Result<KeysOutcome> unlock_checked(ConsoleDialect& dialect, Scope scope, const Secret& passphrase) {
  if (auto fit = check_passphrase(passphrase); !fit) return std::unexpected(std::move(fit).error());
  Result<TokenStatus> before = dialect.status();
  if (!before) return std::unexpected(std::move(before).error());
  if (auto alive = check_life(*before, marked("unlock")); !alive)
    return std::unexpected(std::move(alive).error());
  if (auto there = check_keys(*before, scope, marked("unlock")); !there)
    return std::unexpected(std::move(there).error());
  KeysOutcome now = compare(*before, *before, scope, /*wanted_locked=*/false);
  // All open: the passphrase need not travel.
  if (now.failed.empty() && !now.already.empty()) return now;
  if (auto allowed = check_tries(*before); !allowed)
    return std::unexpected(std::move(allowed).error());
  return dialect.unlock(scope, passphrase, *before);
}

Result<KeysOutcome> lock_checked(ConsoleDialect& dialect, Scope scope) {
  Result<TokenStatus> before = dialect.status();
  if (!before) return std::unexpected(std::move(before).error());
  if (auto alive = check_life(*before, marked("lock")); !alive)
    return std::unexpected(std::move(alive).error());
  if (!before->openpgp.initialised) {
    return std::unexpected(error(Code::kNotInitialised, say("lock: the card is not initialised"),
                                 "gokeyctl init", "card-not-initialised"));
  }
  if (auto there = check_keys(*before, scope, marked("lock")); !there)
    return std::unexpected(std::move(there).error());
  Result<KeysOutcome> outcome = dialect.lock(scope, *before);
  if (!outcome || outcome->failed.empty()) return outcome;
  return std::unexpected(
      protocol_error(say("lock: the token still reports a key unlocked"), "still-unlocked"));
}

Result<bool> init_checked(ConsoleDialect& dialect) {
  const Result<TokenStatus> before = dialect.status();
  if (!before) return std::unexpected(before.error());
  if (auto alive = check_life(*before, marked("initialise the card")); !alive)
    return std::unexpected(std::move(alive).error());
  if (before->openpgp.initialised) return false;
  if (auto done = dialect.init(); !done) return std::unexpected(std::move(done).error());
  const Result<TokenStatus> after = dialect.status();
  if (!after) return std::unexpected(unknown_outcome(after.error(), marked("initialise the card")));
  if (after->openpgp.initialised) return true;
  return std::unexpected(error(Code::kNotInitialised,
                               say("initialise the card: the token still reports it uninitialised"),
                               "gokeyctl status", "still-uninitialised"));
}

Result<std::vector<std::uint8_t>> rand_checked(ConsoleDialect& dialect) {
  Result<std::string> answer = dialect.rand();
  if (!answer) return std::unexpected(std::move(answer).error());
  std::string digits;
  for (const char c : printable(*answer)) {
    if (c != ' ') digits += c;
  }
  auto bytes = base::parse_hex(digits);
  if (bytes && bytes->size() == kRandomBytes) return *std::move(bytes);
  return std::unexpected(
      protocol_error(say("read random bytes: the answer is not 32 bytes in hex")));
}

Result<TokenStatus> init_fido_checked(ConsoleDialect& dialect, bool presence_test) {
  if (auto done = dialect.init_fido(presence_test); !done)
    return std::unexpected(std::move(done).error());
  Result<TokenStatus> after = dialect.status();
  if (!after)
    return std::unexpected(unknown_outcome(after.error(), marked("initialise the FIDO side")));
  const auto& fido = after->fido;
  if (fido.initialised && fido.presence_test.value_or(presence_test) == presence_test) return after;
  return std::unexpected(error(Code::kNotInitialised,
                               say("initialise the FIDO side: the token reports that it is not so"),
                               "gokeyctl u2f status", "still-uninitialised"));
}

std::optional<Error> presence_refusal(std::string_view answer) {
  const Sentence doing = say("confirm presence");
  if (answer.find("presence not requested") != std::string_view::npos) {
    return error(Code::kNoPresenceRequest, say("{}: {}", doing, say("nothing waits for it")),
                 say("it may have been too late: start again in the browser"), "not-requested");
  }
  if (answer.find("presence not required") != std::string_view::npos) {
    return error(Code::kNoPresenceRequest,
                 say("{}: {}", doing, say("this token does not ask for it")),
                 say("to have it ask: gokeyctl presence on"), "not-required");
  }
  if (answer.find("not initialized") != std::string_view::npos) {
    return error(Code::kNotInitialised,
                 say("{}: {}", doing, say("the FIDO side is not initialised")), "gokeyctl u2f init",
                 "fido-not-initialised");
  }
  return std::nullopt;
}

bool is_classic(std::string_view identification) { return identification == "SSH-2.0-Go"; }

Error protocol_error(Sentence message, std::string reason) {
  return error(Code::kProtocol, std::move(message), "", std::move(reason));
}

Error unknown_outcome(Error cause, const char* doing) {
  Error outer = wrap(std::move(cause), say("{}: {}", say(doing),
                                           say("the connection failed, the outcome is not known")));
  outer.code = Code::kTimeout;
  outer.hint = "gokeyctl status";
  outer.details["reason"] = "outcome-unknown";
  return outer;
}

}  // namespace console
}  // namespace gokeyctl
