// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/token/token.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace gokey::token {
namespace {

constexpr std::string_view kClassic = "classic";
constexpr std::uint64_t kWinkMs = 2000;

// What a request was about, without its secrets and data.
vault::Request summarise(const vault::Request& request) {
  return std::visit(
      [](const auto& asked) -> vault::Request {
        using T = std::decay_t<decltype(asked)>;
        if constexpr (std::is_same_v<T, vault::Unlock>) {
          return vault::Unlock{asked.keys, {}};
        } else if constexpr (std::is_same_v<T, vault::Sign>) {
          return vault::Sign{asked.use, {}};
        } else if constexpr (std::is_same_v<T, vault::Decipher>) {
          return vault::Decipher{asked.use, {}};
        } else if constexpr (std::is_same_v<T, vault::FidoAuthenticate>) {
          return vault::FidoAuthenticate{};
        } else if constexpr (std::is_same_v<T, vault::FidoAssert>) {
          return vault::FidoAssert{};
        } else if constexpr (std::is_empty_v<T> || std::is_same_v<T, vault::Lock>) {
          return asked;
        } else {
          return vault::Refresh{};
        }
      },
      request);
}

// A warning; null where there is nothing to say.
const char* describe(vault::FidoProblem problem) {
  switch (problem) {
    case vault::FidoProblem::kNone:
      break;
    case vault::FidoProblem::kLost:
      return "no FIDO credential can be used: their state is lost; a FIDO reset begins anew";
    case vault::FidoProblem::kDamaged:
      return "no FIDO credential can be used: their state is damaged; a FIDO reset begins anew";
    case vault::FidoProblem::kVersion:
      return "no FIDO credential can be used: their state is another version's";
  }
  return nullptr;
}

bool needs_private_key(const vault::Request& request) {
  return std::holds_alternative<vault::Sign>(request) ||
         std::holds_alternative<vault::Decipher>(request) ||
         std::holds_alternative<vault::Unlock>(request) ||
         std::holds_alternative<vault::FidoAuthenticate>(request) ||
         std::holds_alternative<vault::FidoAssert>(request);
}

bool made_fido_signature(const vault::Request& request, const vault::Response& response) {
  const bool asked = std::holds_alternative<vault::FidoAuthenticate>(request) ||
                     std::holds_alternative<vault::FidoAssert>(request);
  return asked && response.fido && response.fido->error == vault::FidoError::kNone;
}

std::optional<Operation> operation_of(const vault::Request& request, bool succeeded) {
  if (const auto* sign = std::get_if<vault::Sign>(&request)) {
    const Operation::Kind kind = sign->use == vault::KeyUse::kSignature
                                     ? Operation::Kind::kSign
                                     : Operation::Kind::kAuthenticate;
    return Operation{kind, sign->use, succeeded};
  }
  if (const auto* decipher = std::get_if<vault::Decipher>(&request)) {
    return Operation{Operation::Kind::kDecrypt, decipher->use, succeeded};
  }
  return std::nullopt;
}

}  // namespace

Token::Token(vault::Port& port, const hal::Clock& clock, Identity identity)
    : port_(port),
      clock_(clock),
      identity_(std::move(identity)),
      presence_test_(identity_.dialect != kClassic) {}

void Token::start(std::function<void()> ready) {
  submit(vault::Describe{}, [this, ready = std::move(ready)](vault::Response& response) {
    change([&] {
      record_ = std::move(response.record);
      snapshot_ = response.snapshot;
    });
    if (ready) ready();
  });
}

TokenStatus Token::status() const {
  TokenStatus status;
  status.serial = identity_.serial;
  status.firmware = identity_.firmware;
  status.dialect = identity_.dialect;
  status.board = identity_.board;
  status.state = record_             ? LifeCycle::kProvisioned
                 : snapshot_.damaged ? LifeCycle::kDamaged
                                     : LifeCycle::kFactory;
  status.secure_boot = identity_.secure_boot;
  status.host_key = identity_.host_key_fingerprint;
  status.warnings = identity_.warnings;
  if (const char* why = describe(snapshot_.fido.problem)) status.warnings.emplace_back(why);
  if (snapshot_.fido.certificate_lost) {
    status.warnings.emplace_back(
        "the FIDO certificate of this token is lost: new credentials attest themselves");
  }

  status.initialised = snapshot_.initialised;
  status.secure_storage = snapshot_.secure_storage;
  status.signatures = snapshot_.signatures;
  status.tries_left = snapshot_.tries_left;
  if (snapshot_.retry_at_ms) {
    const std::uint64_t now = clock_.now_ms();
    if (now < *snapshot_.retry_at_ms) {
      const std::uint64_t wait_ms = *snapshot_.retry_at_ms - now;
      status.retry_after_seconds = static_cast<std::uint32_t>((wait_ms + 999) / 1000);
    } else {
      // The vault is not asked when a delay ends: after it one try is allowed.
      status.tries_left = std::max<std::uint8_t>(snapshot_.tries_left, 1);
    }
  }

  status.fido = fido_status();
  status.working = working_ > 0;
  status.winking = wink_until_ms_.has_value();
  if (!record_) return status;
  status.primary = record_->primary;
  status.signature_pin_once = record_->signature_pin_once;
  for (const vault::KeyUse use : vault::kAllUses) {
    const std::optional<vault::KeyInfo>& key = record_->keys[vault::index(use)];
    if (!key) continue;
    status.keys[vault::index(use)] =
        KeyStatus{use, key->fingerprint, key->key.algorithm, key->created,
                  snapshot_.keys[vault::index(use)].locked};
  }
  return status;
}

FidoStatus Token::fido_status() const {
  const vault::FidoState& state = snapshot_.fido;
  FidoStatus fido;
  fido.certificate_sha1 = state.certificate_sha1;
  // An original image without a U2F certificate has no U2F.
  fido.initialised = state.initialised && (identity_.dialect != kClassic || state.certificate_sha1);
  if (!fido.initialised) return fido;
  fido.secure_storage = snapshot_.secure_storage;
  fido.presence_test = presence_test_;
  fido.counter = state.counter;
  if (const Presence::Request* pending = presence_.pending()) {
    const std::uint64_t now = clock_.now_ms();
    const std::uint64_t left = pending->deadline_ms > now ? pending->deadline_ms - now : 0;
    fido.presence_pending = {pending->application, static_cast<std::uint32_t>((left + 999) / 1000)};
  }
  return fido;
}

const vault::FidoState& Token::fido() const { return snapshot_.fido; }

void Token::start_fido(const Guard& guard, bool presence_test, Done done) {
  request(guard, Origin::kConsole, vault::FidoStart{},
          [this, presence_test, done = std::move(done)](vault::Response& response) {
            if (response.outcome == vault::Outcome::kDone) {
              cancel_presence();
              change([&] { presence_test_ = presence_test; });
              if (fido_status().initialised) emit(FidoInitialised{});
            }
            if (done) done(response);
          });
}

void Token::ask_presence(std::string application, std::uint64_t for_ms, Presence::Done done,
                         Presence::Need need) {
  cancel_presence();
  if (!presence_test_ && need == Presence::Need::kAsTested)
    return done(Presence::Outcome::kConfirmed);
  change([&] {
    presence_.begin({application, clock_.now_ms() + for_ms, std::move(done)});
    emit(PresenceRequested{application, static_cast<std::uint32_t>(for_ms / 1000)});
  });
}

Token::Confirmation Token::confirm_presence() {
  if (presence_.pending() != nullptr) {
    end_presence(Presence::Outcome::kConfirmed);
    return Confirmation::kConfirmed;
  }
  if (!fido_status().initialised) return Confirmation::kNotInitialised;
  return presence_test_ ? Confirmation::kNotRequested : Confirmation::kNotRequired;
}

void Token::cancel_presence() { end_presence(Presence::Outcome::kCancelled); }

void Token::step(std::uint64_t now_ms) {
  if (now_ms >= presence_.deadline_ms()) end_presence(Presence::Outcome::kTimedOut);
  if (wink_until_ms_ && now_ms >= *wink_until_ms_) change([this] { wink_until_ms_.reset(); });
}

void Token::wink() {
  change([this] { wink_until_ms_ = clock_.now_ms() + kWinkMs; });
}

void Token::end_presence(Presence::Outcome outcome) {
  const TokenStatus before = status();
  const std::optional<Presence::Request> ended = presence_.end();
  if (!ended) return;
  emit(PresenceEnded{ended->application, outcome});
  if (status() != before) emit(StatusChanged{});
  if (ended->done) ended->done(outcome);
}

const vault::PublicRecord* Token::record() const { return record_ ? &*record_ : nullptr; }

void Token::warn(std::string sentence) {
  change([&] { identity_.warnings.push_back(std::move(sentence)); });
}

std::string Token::warn_damaged(std::string_view why) {
  std::string sentence = "no key can be used: " + std::string(why);
  warn(sentence);
  warn("a factory reset destroys what is stored, and makes the token new");
  return "warning: " + sentence;
}

void Token::set_host_key_fingerprint(std::string fingerprint) {
  change([&] { identity_.host_key_fingerprint = std::move(fingerprint); });
}

void Token::request(const Guard& guard, Origin origin, vault::Request request, Done done) {
  const bool works = needs_private_key(request);
  if (works) change([this] { ++working_; });
  vault::Request summary = summarise(request);
  // std::function wants to be copyable; the summary, which is not, is shared.
  auto about = std::make_shared<const vault::Request>(std::move(summary));
  submit(std::move(request), [this, watch = guard.watch(), origin, about,
                              done = std::move(done)](vault::Response& response) {
    finished(origin, *about, response);
    if (!watch.expired() && done) done(response);
  });
}

void Token::note(std::string text) { emit(CardNote{std::move(text)}); }

Token::Subscription Token::subscribe(Observer observer) {
  auto kept = std::make_shared<Observer>(std::move(observer));
  std::erase_if(observers_, [](const auto& each) { return each.expired(); });
  observers_.push_back(kept);
  return Subscription(std::move(kept));
}

void Token::submit(vault::Request request, std::function<void(vault::Response&)> done) {
  port_.submit(std::move(request),
               [alive = alive_.watch(), done = std::move(done)](vault::Response response) {
                 if (!alive.expired()) done(response);
               });
}

void Token::emit(const Event& event) {
  // An observer may end other subscriptions, its own included, or add some: each is looked up just
  // before its turn.
  const std::vector<std::weak_ptr<Observer>> now = observers_;
  for (const std::weak_ptr<Observer>& each : now) {
    if (const std::shared_ptr<Observer> observer = each.lock()) (*observer)(event);
  }
}

void Token::change(const std::function<void()>& how) {
  const TokenStatus before = status();
  how();
  if (status() != before) emit(StatusChanged{});
}

void Token::finished(Origin origin, const vault::Request& summary, vault::Response& response) {
  const TokenStatus before = status();
  const bool was_initialised = snapshot_.initialised;
  if (needs_private_key(summary)) --working_;
  if (std::holds_alternative<vault::Describe>(summary)) record_ = response.record;
  snapshot_ = response.snapshot;

  // In the order of the original's log: initialisation, the operation, then what it did to the
  // keys.
  if (!was_initialised && snapshot_.initialised) emit(Initialised{});
  const std::optional<Operation> operation =
      operation_of(summary, response.outcome == vault::Outcome::kDone);
  if (operation) emit(*operation);
  if (made_fido_signature(summary, response)) emit(CounterRaised{snapshot_.fido.counter});
  for (const vault::KeyUse use : vault::kAllUses) {
    const vault::KeyChange change = response.changes[vault::index(use)];
    if (change == vault::KeyChange::kNone) continue;
    KeyChanged event{use, change, {}, origin};
    if (record_ && record_->keys[vault::index(use)]) {
      event.fingerprint = record_->keys[vault::index(use)]->fingerprint;
    }
    emit(event);
  }
  if (status() != before) emit(StatusChanged{});
}

}  // namespace gokey::token
