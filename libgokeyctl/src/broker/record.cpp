// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/record.h"

#include <algorithm>
#include <utility>

#include "base/time.h"
#include "gokeyctl/fido.h"

namespace gokeyctl {

// Without power every key is locked, so "until unplugged" is no earlier end than none at all.
bool ends_later(const Hold& one, const Hold& other) {
  if (other.kind == Hold::Kind::kFor)
    return one.kind != Hold::Kind::kFor || one.duration > other.duration;
  if (other.kind == Hold::Kind::kUntilScreenLock) return one.kind != Hold::Kind::kUntilScreenLock;
  return false;
}

}  // namespace gokeyctl

namespace gokeyctl::broker {
namespace {

using Kind = BrokerEvent::Kind;
using Outcome = BrokerEvent::Outcome;

// How long the original waits; it does not tell (gokey-behaviour: "within 10s").
constexpr std::chrono::seconds kClassicWindow{10};
// A token that tells no end is given this much longer.
constexpr std::chrono::seconds kGrace{2};
// How long after its first word a token may still work on what it was sent before that.
constexpr std::chrono::seconds kDoubt{30};

std::optional<Outcome> outcome_of(const std::string& event) {
  if (event == "presence-confirmed") return Outcome::kConfirmed;
  if (event == "presence-timeout") return Outcome::kTimeout;
  if (event.starts_with("presence-") && event != "presence-requested") return Outcome::kOther;
  return std::nullopt;
}

}  // namespace

Moment Moment::now() { return {BootClock::now(), std::chrono::system_clock::now()}; }

bool in_scope(KeyUse use, Scope scope) {
  if (scope == Scope::kAll) return true;
  return (use == KeyUse::kSignature) == (scope == Scope::kSignature);
}

Scope scope_of(const std::vector<KeyUse>& uses) {
  const auto others = std::ranges::count_if(uses, [](KeyUse u) { return u != KeyUse::kSignature; });
  if (others == 0) return Scope::kSignature;
  return static_cast<std::size_t>(others) == uses.size() ? Scope::kDecryption : Scope::kAll;
}

Record::Held Record::held_from(const Hold& hold, const Moment& now) {
  Held held{.kind = hold.kind, .deadline = {}, .until = {}};
  if (hold.kind != Hold::Kind::kFor) return held;
  held.deadline = now.boot + hold.duration;
  held.until = base::rfc3339(now.wall + hold.duration);
  return held;
}

Record::Held Record::held_no_longer(const Moment& now) {
  Held held = held_from({Hold::Kind::kFor, std::chrono::seconds(0)}, now);
  held.withdrawn = true;
  return held;
}

bool Record::ends_later(const Held& one, const Held& other) {
  if (one.deadline && other.deadline) return *one.deadline > *other.deadline;
  return gokeyctl::ends_later({one.kind, {}}, {other.kind, {}});
}

BrokerEvent Record::event(Kind kind, const Moment& now) const {
  BrokerEvent out;
  out.kind = kind;
  out.time = base::rfc3339_ms(now.wall);
  out.id = known.id;
  return out;
}

TokenState Record::state() const {
  if (!known.attached) return TokenState::kNoToken;
  if (known.presented || (known.problem && known.problem->code == Code::kHostKey))
    return TokenState::kAttention;
  if (known.problem || !status_) return TokenState::kUnreachable;
  const TokenState told = summarise(*status_);
  // The original does not tell of it in its status.
  if (presence_ && told < TokenState::kPresenceRequested) return TokenState::kPresenceRequested;
  return told;
}

BrokerToken Record::view(const Moment& now) const {
  BrokerToken token = known;
  token.state = state();
  token.status = status_;
  token.as_of = as_of_;
  token.held.clear();
  for (const auto& [use, held] : held_) token.held.push_back({use, held.kind, held.until});
  token.presence.reset();
  if (presence_) {
    token.presence = presence_->request;
    token.presence->left = std::max(
        std::chrono::milliseconds(0),
        std::chrono::duration_cast<std::chrono::milliseconds>(presence_->until - now.boot));
  }
  return token;
}

void Record::compare_keys(const TokenStatus& status, const Moment& now, Events& events) {
  std::vector<KeyUse> unlocked, locked;
  for (const KeyStatus& key : status.openpgp.keys) {
    const bool was_open = held_.contains(key.use);
    if (key.locked == !was_open) continue;
    if (key.locked) {
      held_.erase(key.use);
      locked.push_back(key.use);
      continue;
    }
    unlocked.push_back(key.use);
    if (!unlocking_ || !in_scope(key.use, unlocking_->scope)) {
      held_[key.use] = Held{};
    } else {
      held_[key.use] =
          unlocking_->withdrawn ? held_no_longer(now) : held_from(unlocking_->hold, now);
      unlocking_->opened.push_back(key.use);
    }
  }
  // A key that is not there any more, after the token was set up anew.
  std::erase_if(held_, [&](const auto& held) { return status.key(held.first) == nullptr; });
  if (!locked.empty()) {
    BrokerEvent out = event(Kind::kLocked, now);
    out.keys = std::move(locked);
    out.reason = locking_.value_or(LockReason::kToken);
    events.push_back(std::move(out));
  }
  // What was open when it was first seen has not been unlocked now.
  if (!unlocked.empty() && status_) {
    BrokerEvent out = event(Kind::kUnlocked, now);
    out.keys = std::move(unlocked);
    events.push_back(std::move(out));
  }
}

void Record::take_status(const TokenStatus& status, const Moment& now, Events& events) {
  if (unlocking_ && unlocking_->in_doubt) {
    if (!unlocking_->doubt_ends) unlocking_->doubt_ends = now.boot + kDoubt;
    if (*unlocking_->doubt_ends < now.boot) unlocking_.reset();
  }
  compare_keys(status, now, events);
  status_ = status;
  as_of_ = base::rfc3339(now.wall);
  known.problem.reset();
  known.presented.reset();
  known.connecting = false;
  if (status.token.dialect == Dialect::kNative && !status.fido.presence_pending)
    end_presence(Outcome::kOther, now, events);
  events.push_back(event(Kind::kToken, now));
}

void Record::begin_presence(const std::optional<TokenStatus::Presence>& asked, Pending pending,
                            const Moment& now, Events& events) {
  end_presence(Outcome::kOther, now, events);
  const std::chrono::seconds left =
      asked && asked->seconds_left > 0 ? std::chrono::seconds(asked->seconds_left) : kClassicWindow;
  pending.request.number = pending.number;
  if (asked) {
    pending.request.application = asked->application;
    pending.request.site = site_name(asked->application);
  }
  pending.until = now.boot + left;
  presence_ = std::move(pending);
  BrokerEvent out = event(Kind::kPresenceRequested, now);
  out.presence = presence_->request;
  out.presence->left = left;
  events.push_back(std::move(out));
}

void Record::end_presence(Outcome outcome, const Moment& now, Events& events) {
  if (!presence_) return;
  BrokerEvent out = event(Kind::kPresenceEnded, now);
  out.presence = presence_->request;
  out.outcome = outcome;
  presence_.reset();
  events.push_back(std::move(out));
}

Record::Events Record::take_event(const ConsoleEvent& told, std::uint64_t generation,
                                  std::uint64_t& last_number,
                                  const std::optional<std::string>& asker, const Moment& now) {
  Events events;
  const auto begin = [&](const std::optional<TokenStatus::Presence>& asked, bool from_status) {
    Pending pending;
    pending.number = ++last_number;
    pending.generation = generation;
    pending.from_status = from_status;
    pending.request.asker = asker;
    begin_presence(asked, std::move(pending), now, events);
  };
  if (told.name == "presence-requested") {
    if (presence_ && presence_->from_status) {  // the request that the status told of
      presence_->from_status = false;
      presence_->generation = generation;
      presence_->request.asker = asker;
    } else {
      begin(told.presence, false);
    }
  } else if (const auto outcome = outcome_of(told.name)) {
    end_presence(*outcome, now, events);
  } else if (told.name == "operation") {
    BrokerEvent out = event(Kind::kOperation, now);
    if (told.use) out.keys = {*told.use};
    events.push_back(std::move(out));
  } else if (told.status) {
    take_status(*told.status, now, events);
    // One that was asked for before we listened, or whose event is still on its way.
    if (told.status->fido.presence_pending && !presence_)
      begin(told.status->fido.presence_pending, true);
  }
  return events;
}

Record::Events Record::lose(const Error& why, const Moment& now) {
  Events events;
  if (!known.attached) return events;
  end_presence(Outcome::kOther, now, events);
  known.connecting = false;
  known.problem = why;
  BrokerEvent out = event(Kind::kProblem, now);
  out.problem = why;
  events.push_back(std::move(out));
  return events;
}

Record::Events Record::remove(const Moment& now) {
  Events events;
  end_presence(Outcome::kRemoved, now, events);
  if (!held_.empty()) {
    BrokerEvent out = event(Kind::kLocked, now);
    out.keys = open_keys();
    out.reason = LockReason::kRemoved;
    events.push_back(std::move(out));
  }
  held_.clear();
  unlocking_.reset();
  // The last answer stays, but a key without power is locked.
  if (status_) {
    for (KeyStatus& key : status_->openpgp.keys) key.locked = true;
    status_->fido.presence_pending.reset();
    status_->leds.reset();
  }
  known.attached = false;
  known.connecting = false;
  known.problem.reset();
  known.presented.reset();
  events.push_back(event(Kind::kToken, now));
  return events;
}

void Record::begin_unlock(Scope scope, const Hold& hold) {
  unlocking_ = {.scope = scope, .hold = hold, .opened = {}, .doubt_ends = {}};
}

void Record::withdraw_unlock(const std::vector<KeyUse>& opened, const Moment& now) {
  std::vector<KeyUse> all = opened;
  if (unlocking_) {
    unlocking_->withdrawn = true;
    all.insert(all.end(), unlocking_->opened.begin(), unlocking_->opened.end());
  }
  for (const KeyUse use : all) {
    const auto found = held_.find(use);
    if (found != held_.end()) found->second = held_no_longer(now);
  }
}

void Record::doubt_unlock() {
  if (unlocking_) unlocking_->in_doubt = true;
}

std::optional<std::pair<Scope, Hold::Kind>> Record::in_doubt() const {
  if (!unlocking_ || !unlocking_->in_doubt) return std::nullopt;
  return std::pair(unlocking_->scope,
                   unlocking_->withdrawn ? Hold::Kind::kFor : unlocking_->hold.kind);
}

void Record::end_unlock(const std::vector<KeyUse>& already, const Moment& now) {
  if (!unlocking_) return;
  const Held wanted = held_from(unlocking_->hold, now);
  for (const KeyUse use : already) {
    const auto found = held_.find(use);
    if (found != held_.end() && ends_later(found->second, wanted)) found->second = wanted;
  }
  unlocking_.reset();
}

bool Record::lengthens(Scope scope, const Hold& hold, const Moment& now) const {
  const Held wanted = held_from(hold, now);
  return std::ranges::any_of(held_, [&](const auto& held) {
    return in_scope(held.first, scope) && ends_later(wanted, held.second);
  });
}

void Record::shorten(const Hold& hold, const Moment& now) {
  for (auto& [use, held] : held_) held = held_from(hold, now);
}

std::optional<BootClock::time_point> Record::lock_deadline() const {
  std::optional<BootClock::time_point> first;
  for (const auto& [use, held] : held_) {
    if (held.deadline && (!first || *held.deadline < *first)) first = held.deadline;
  }
  return first;
}

std::optional<BootClock::time_point> Record::presence_deadline() const {
  if (!presence_) return std::nullopt;
  return presence_->until + kGrace;
}

std::vector<KeyUse> Record::due(const Moment& now) const {
  std::vector<KeyUse> uses;
  for (const auto& [use, held] : held_) {
    if (held.deadline && *held.deadline <= now.boot) uses.push_back(use);
  }
  return uses;
}

bool Record::withdrawn(const std::vector<KeyUse>& keys) const {
  return std::ranges::all_of(keys, [&](KeyUse use) {
    const auto found = held_.find(use);
    return found != held_.end() && found->second.withdrawn;
  });
}

Record::Events Record::expire_presence(const Moment& now) {
  Events events;
  if (presence_ && presence_->until + kGrace <= now.boot)
    end_presence(Outcome::kTimeout, now, events);
  return events;
}

std::vector<KeyUse> Record::held(Hold::Kind kind) const {
  std::vector<KeyUse> uses;
  for (const auto& [use, held] : held_) {
    if (held.kind == kind) uses.push_back(use);
  }
  return uses;
}

std::vector<KeyUse> Record::open_keys() const {
  std::vector<KeyUse> uses;
  uses.reserve(held_.size());
  for (const auto& [use, held] : held_) uses.push_back(use);
  return uses;
}

}  // namespace gokeyctl::broker
