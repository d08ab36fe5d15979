// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Which tokens there are, and how the broker stays connected with them. What clients ask of them:
// requests.cpp.
#include "broker/tokens.h"

#include <algorithm>
#include <utility>

#include "base/time.h"
#include "broker/asker.h"
#include "broker/growth.h"
#include "gokeyctl/config.h"

namespace gokeyctl::broker {
namespace {

ConsoleEvent as_event(const TokenStatus& status) {
  ConsoleEvent event;
  event.name = "status";
  event.status = status;
  return event;
}

// A person has to do something first; trying again by itself is of no use.
bool needs_person(Code code) { return code == Code::kHostKey || code == Code::kSshAuth; }

bool same_problem(const std::optional<Error>& one, const Error& other) {
  return one && one->code == other.code && one->message == other.message;
}

}  // namespace

Tokens::Tokens(Loop& loop, const BrokerOptions& options, Hooks hooks)
    : loop_(loop), options_(options), hooks_(std::move(hooks)) {}

Tokens::~Tokens() = default;

Tokens::Token* Tokens::find(const std::string& id) {
  for (const auto& token : tokens_) {
    if (token->record.known.id == id) return token.get();
  }
  for (const auto& token : tokens_) {
    if (std::ranges::find(token->former_ids, id) != token->former_ids.end()) return token.get();
  }
  return nullptr;
}

const Tokens::Token* Tokens::find(const std::string& id) const {
  return const_cast<Tokens*>(this)->find(id);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

Tokens::Token* Tokens::by_number(std::uint64_t number) {
  const auto found =
      std::ranges::find_if(tokens_, [&](const auto& token) { return token->number == number; });
  return found == tokens_.end() ? nullptr : found->get();
}

Tokens::Token& Tokens::add(std::string id) {
  tokens_.push_back(std::make_unique<Token>());
  Token& token = *tokens_.back();
  token.number = ++last_number_;
  token.record.known.id = std::move(id);
  return token;
}

std::vector<BrokerToken> Tokens::views() const {
  std::vector<BrokerToken> all;
  all.reserve(tokens_.size());
  const Moment now = Moment::now();
  for (const auto& token : tokens_) all.push_back(token->record.view(now));
  return all;
}

// Every event carries the token as it is after all of them.
void Tokens::publish(Token& token, Record::Events events) {
  const BrokerToken view = token.record.view(Moment::now());
  for (BrokerEvent& event : events) {
    event.id = view.id;
    event.token = view;
    hooks_.on_event(event);
  }
  arm(token);
}

void Tokens::publish_view(Token& token) {
  BrokerEvent event;
  event.kind = BrokerEvent::Kind::kToken;
  event.time = base::rfc3339_ms(std::chrono::system_clock::now());
  publish(token, {event});
}

// The token told its serial, by which it is known from now on.
void Tokens::rename_id(Token& token, const std::string& serial) {
  token.record.known.serial = serial;
  const std::string before = token.record.known.id;
  if (serial.empty() || before == serial) return;
  if (Token* other = find(serial); other != nullptr && other != &token) {
    if (other->session) return;  // reached on two ways: the first keeps the name
    std::erase_if(tokens_, [&](const auto& each) { return each.get() == other; });
  }
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.time = base::rfc3339_ms(std::chrono::system_clock::now());
  gone.id = before;
  token.former_ids.push_back(before);
  token.record.known.id = serial;
  hooks_.on_event(gone);
}

// Sleeps until the next thing that is due.
void Tokens::arm(Token& token) {
  if (token.deadline) loop_.cancel(*token.deadline);
  token.deadline.reset();
  auto next = token.record.presence_deadline();
  if (const auto lock = token.record.lock_deadline(); lock && !token.relocking) {
    const auto time = token.relock_at ? std::max(*lock, *token.relock_at) : *lock;
    if (!next || time < *next) next = time;
  }
  if (!next) return;
  token.deadline = loop_.at(*next, [this, number = token.number] {
    Token* due = by_number(number);
    if (due == nullptr) return;
    due->deadline.reset();
    publish(*due, due->record.expire_presence(Moment::now()));
    lock_due(*due);
  });
}

std::string Tokens::add_console(const Endpoint& endpoint) {
  const std::string address = endpoint.text();
  const auto same = std::ranges::find_if(tokens_, [&](const auto& token) {
    const auto& known = token->record.known.endpoint;
    return known && known->text() == address && known->interface.empty();
  });
  Token* token = same != tokens_.end() ? same->get() : nullptr;
  if (token == nullptr) token = &add("console:" + address);
  if (token->outright) return token->record.known.id;
  token->outright = true;
  token->record.known.endpoint = Endpoint{.host = endpoint.host, .port = endpoint.port};
  token->record.known.attached = true;
  if (const auto trust = TrustStore::open(options_.trust)) take_trust(*token, *trust);
  start_session(*token);
  return token->record.known.id;
}

void Tokens::start_session(Token& token) {
  if (token.session) return;
  const std::uint64_t number = token.number;
  Session::Hooks hooks;
  hooks.on_event = [this, number, shared = token.hid_node](const ConsoleEvent& event,
                                                           std::uint64_t generation) {
    const auto node = shared->get();
    const auto asker = event.name == "presence-requested" && node ? asker_of(*node) : std::nullopt;
    loop_.post([this, number, event, generation, asker] {
      if (Token* found = by_number(number)) told(*found, event, generation, asker);
    });
  };
  hooks.on_lost = [this, number](const Error& why) {
    loop_.post([this, number, why] {
      if (Token* found = by_number(number)) lost(*found, why);
    });
  };
  auto session = Session::start(std::move(hooks));
  if (!session) {
    publish(token, token.record.lose(session.error(), Moment::now()));
    return;
  }
  token.session = std::move(*session);
  token.failures = 0;
  token.held_back = false;
  connect(token);
}

void Tokens::end_session(Token& token) {
  if (token.retry) loop_.cancel(*token.retry);
  token.retry.reset();
  token.session.reset();
  token.relocking = false;
  token.relock_at.reset();
}

ConnectOptions Tokens::connect_options(const std::optional<Endpoint>& endpoint) const {
  ConnectOptions options;
  if (endpoint) options.endpoint = *endpoint;
  options.identity = options_.identity;
  if (!options_.config.empty()) {
    Paths paths = default_paths();
    paths.config_file = options_.config;
    const std::string identity = Config::load(paths).get("identity");
    if (!identity.empty()) options.fallback_identity = identity;
  }
  options.log = options_.log;
  return options;
}

void Tokens::connect(Token& token, Accept accept, std::function<void(Token*)> then) {
  if (!token.session) return;
  if (token.retry) loop_.cancel(*token.retry);
  token.retry.reset();
  const bool first = !token.record.view(Moment::now()).status;
  if (first && !token.record.known.connecting) {
    token.record.known.connecting = true;
    publish_view(token);
  }
  token.attempt = std::make_shared<Ticket>();
  token.attempt->allow_withdrawal();
  token.session->post([this, number = token.number, endpoint = token.record.known.endpoint,
                       accept = std::move(accept), then = std::move(then),
                       ticket = token.attempt](Session& session) {
    const Attempt attempt =
        session.connect(connect_options(endpoint), options_.trust, accept, ticket.get());
    loop_.post([this, number, attempt, then] {
      Token* found = by_number(number);
      if (found != nullptr) connected(*found, attempt);
      if (then) then(found);
    });
  });
}

void Tokens::connected(Token& token, const Attempt& attempt) {
  BrokerToken& known = token.record.known;
  known.connecting = false;
  if (attempt.entry) {
    known.known = true;
    known.trust = attempt.entry->trust;
    known.nickname =
        attempt.entry->nickname.empty() ? std::optional<std::string>() : attempt.entry->nickname;
  }
  if (attempt.status) {
    token.failures = 0;
    token.held_back = false;
    token.relock_at.reset();
    token.relock_failures = 0;
    rename_id(token, attempt.status->token.serial);
    told(token, as_event(*attempt.status), 0, std::nullopt);
    options_.log.event(LogLevel::kInfo, "console-connected", {{"token", known.id}});
    return;
  }
  const Error& why = attempt.status.error();
  if (why.code == Code::kCancelled) return;
  options_.log.event(LogLevel::kInfo, "console-not-connected",
                     {{"token", known.id}, {"code", std::string(code_name(why.code))}});
  const auto reason = why.details.find("reason");
  const bool unknown = why.code == Code::kHostKey && !attempt.entry && attempt.presented;
  const bool changed = why.code == Code::kHostKey && reason != why.details.end() &&
                       reason->second == "host-key-changed";
  token.held_back = needs_person(why.code);
  known.presented.reset();
  if (unknown) {
    known.known = false;
    known.trust.reset();
    known.problem.reset();
    known.presented = attempt.presented;
    publish_view(token);
    return;
  }
  if (changed) known.presented = attempt.presented;
  report(token, why);
  if (!token.held_back) retry_later(token);
}

void Tokens::lost(Token& token, const Error& why) {
  if (why.code == Code::kCancelled) return;
  options_.log.event(LogLevel::kInfo, "console-lost",
                     {{"token", token.record.known.id}, {"why", why.message}});
  report(token, why);
  retry_later(token);
}

// Says each problem once. That keys may still be unlocked stands above why they cannot be locked.
void Tokens::report(Token& token, const Error& why) {
  token.record.known.connecting = false;
  if (token.relock_failures > 0 || same_problem(token.record.known.problem, why)) {
    publish_view(token);
  } else {
    publish(token, token.record.lose(why, Moment::now()));
  }
}

void Tokens::retry_later(Token& token) {
  if (!token.session || !token.reachable) return;
  if (token.retry) loop_.cancel(*token.retry);
  const auto delay = growing_delay(token.failures++);
  token.retry = loop_.at(BootClock::now() + delay, [this, number = token.number] {
    Token* found = by_number(number);
    if (found == nullptr) return;
    found->retry.reset();
    connect(*found);
  });
}

void Tokens::told(Token& token, const ConsoleEvent& event, std::uint64_t generation,
                  const std::optional<std::string>& asker) {
  if (!token.session) return;  // it was taken away meanwhile
  if (!event.json.empty()) hooks_.on_console(token.record.known.id, event);
  publish(token, token.record.take_event(event, generation, last_request_, asker, Moment::now()));
}

void Tokens::post_told(const Session& session, std::uint64_t number, const TokenStatus& status) {
  loop_.post([this, number, status, generation = session.presence_generation()] {
    if (Token* found = by_number(number)) told(*found, as_event(status), generation, std::nullopt);
  });
}

void Tokens::take_trust(Token& token, const TrustStore& trust) {
  BrokerToken& known = token.record.known;
  if (!known.endpoint) return;
  const TrustEntry* entry = trust.find(trust_key(trust, *known.endpoint));
  known.known = entry != nullptr;
  known.trust = entry != nullptr ? std::optional(entry->trust) : std::nullopt;
  known.nickname =
      entry != nullptr && !entry->nickname.empty() ? std::optional(entry->nickname) : std::nullopt;
  if (entry != nullptr && known.serial.empty()) known.serial = entry->serial;
}

void Tokens::reload_trust() {
  const auto trust = TrustStore::open(options_.trust);
  if (!trust) return;
  for (const auto& token : tokens_) take_trust(*token, *trust);
}

}  // namespace gokeyctl::broker
