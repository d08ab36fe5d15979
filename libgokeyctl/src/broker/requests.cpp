// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What clients ask of tokens.
#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "base/hex.h"
#include "broker/answer.h"
#include "broker/growth.h"
#include "broker/tokens.h"
#include "status/json.h"

namespace gokeyctl::broker {
namespace {

using base::error;
using Kind = Request::Kind;

Error no_such_token(const std::string& id) {
  return error(Code::kNoToken, say("there is no token '{}'", id), "gokeyctl list", "no-such-token");
}

Error gone() { return error(Code::kNoToken, say("the token was taken away"), "", "removed"); }

Error not_attached() {
  return error(Code::kNoToken, say("the token is not attached"), say("plug it in"), "not-attached");
}

Error several() {
  return error(Code::kAmbiguous, say("there is more than one token"), "gokeyctl list",
               "several-tokens");
}

Error no_request(bool another) {
  return error(Code::kNoPresenceRequest,
               another ? say("confirm presence: another request waits by now")
                       : say("confirm presence: nothing waits for it"),
               say("it may have been too late: start again in the browser"),
               another ? "other-request" : "not-requested");
}

constexpr std::array kEveryHold{Hold::Kind::kUntilLocked, Hold::Kind::kFor,
                                Hold::Kind::kUntilScreenLock, Hold::Kind::kUntilUnplugged};
constexpr std::array kUntilScreenLock{Hold::Kind::kUntilScreenLock};
// Those that nobody ends but the broker.
constexpr std::array kEndedHere{Hold::Kind::kFor, Hold::Kind::kUntilScreenLock};

// Acknowledged, or there was nothing to lock.
bool is_locked(const Result<KeysOutcome>& outcome) {
  return outcome || outcome.error().code == Code::kNotInitialised;
}

// After these errors nobody knows what became of a change: the answer was lost.
bool in_doubt(const Error& why) {
  return why.code == Code::kTimeout || why.code == Code::kUnreachable ||
         why.code == Code::kProtocol || why.code == Code::kCancelled;
}

template <typename T>
Result<Tokens::Data> failed(const Result<T>& result) {
  return std::unexpected(result.error());
}

}  // namespace

Result<Tokens::Token*> Tokens::only_attached() {
  Token* only = nullptr;
  for (const auto& token : tokens_) {
    if (!token->record.known.attached) continue;
    if (only != nullptr) return std::unexpected(several());
    only = token.get();
  }
  if (only == nullptr) return std::unexpected(not_attached());
  return only;
}

template <typename T>
void Tokens::use(Token& token, std::shared_ptr<Ticket> ticket,
                 std::function<Result<T>(Session&)> work,
                 std::function<void(Token*, const Result<T>&)> then) {
  if (!token.session) {
    then(&token, std::unexpected(token.record.known.problem.value_or(not_attached())));
    return;
  }
  ticket->allow_withdrawal();
  token.session->post([this, number = token.number, endpoint = token.record.known.endpoint,
                       ticket = std::move(ticket), work = std::move(work),
                       then = std::move(then)](Session& session) {
    Result<T> result = std::unexpected(gone());
    if (!session.connected() && !session.stopping()) {
      const Attempt attempt = session.connect(connect_options(endpoint), options_.trust, {});
      loop_.post([this, number, attempt] {
        if (Token* found = by_number(number)) connected(*found, attempt);
      });
      if (!attempt.status) result = std::unexpected(attempt.status.error());
    }
    bool was_lost = false;
    if (session.connected() && !session.stopping() && ticket->begin()) {
      result = work(session);
      was_lost = !session.connected();
    }
    loop_.post([this, number, then, result, was_lost] {
      Token* found = by_number(number);
      if (found != nullptr && was_lost && !result) lost(*found, result.error());
      then(found, result);
    });
  });
}

template <typename T>
void Tokens::ask(Token& token, std::shared_ptr<Ticket> ticket,
                 std::function<Result<T>(Console&)> work, std::function<Data(const T&)> to_json,
                 Reply reply) {
  use<T>(
      token, std::move(ticket),
      [work = std::move(work)](Session& session) { return session.use<T>(work); },
      [to_json = std::move(to_json), reply = std::move(reply)](Token*, const Result<T>& result) {
        reply(result ? Result<Data>(to_json(*result)) : failed(result));
      });
}

void Tokens::refresh(Token& token, Reply reply, const std::shared_ptr<Ticket>& ticket) {
  const std::optional<Error>& problem = token.record.known.problem;
  if (problem && problem->code == Code::kCancelled && token.session) {
    return connect(token, {}, [reply = std::move(reply)](Token* found) {
      if (found == nullptr) return reply(std::unexpected(gone()));
      const BrokerToken view = found->record.view(Moment::now());
      reply(view.problem ? Result<Data>(std::unexpected(*view.problem)) : json_of(view));
    });
  }
  ticket->allow_abandon([] {});
  use<TokenStatus>(
      token, ticket,
      [this, number = token.number](Session& session) {
        auto status = session.use<TokenStatus>([](Console& console) { return console.status(); });
        if (status) post_told(session, number, *status);
        return status;
      },
      [reply = std::move(reply)](Token* found, const Result<TokenStatus>& status) {
        if (!status) return reply(failed(status));
        if (found == nullptr) return reply(std::unexpected(gone()));
        reply(json_of(found->record.view(Moment::now())));
      });
}

void Tokens::unlock(Token& token, const Request& request, std::shared_ptr<Passphrase> passphrase,
                    Reply reply, const std::shared_ptr<Ticket>& ticket) {
  const auto mine = std::make_shared<Token::Unlock>(request.scope, request.hold.kind);
  token.unlocking.push_back(mine);
  // A try that is on its way cannot be called back. Whoever does not want it any more must not find
  // the key open later.
  ticket->allow_abandon([this, number = token.number, mine] {
    mine->second = Hold::Kind::kFor;
    Token* found = by_number(number);
    if (found == nullptr) return;
    found->record.withdraw_unlock({}, Moment::now());
    publish_view(*found);
  });
  // A longer time is for who knows the passphrase, and an open key lets any pass.
  const bool lock_first = token.record.lengthens(request.scope, request.hold, Moment::now());
  const auto work = [this, number = token.number, request, lock_first, passphrase,
                     ticket](Session& session) -> Result<KeysOutcome> {
    loop_.post([this, number, request, ticket] {
      Token* found = by_number(number);
      if (found == nullptr) return;
      found->record.begin_unlock(request.scope, request.hold);
      if (ticket->withdrawn()) found->record.withdraw_unlock({}, Moment::now());
    });
    Result<KeysOutcome> outcome =
        session.use<KeysOutcome>([&](Console& console) -> Result<KeysOutcome> {
          if (lock_first) {
            if (auto locked = console.lock(request.scope); !locked) return locked;
          }
          return console.unlock(request.scope, passphrase->secret);
        });
    passphrase->secret.wipe();
    if (outcome) post_told(session, number, session.settle(outcome->status));
    return outcome;
  };
  use<KeysOutcome>(token, ticket, work,
                   [this, mine, ticket, reply = std::move(reply)](
                       Token* found, const Result<KeysOutcome>& outcome) {
                     if (found != nullptr) {
                       std::erase(found->unlocking, mine);
                       if (ticket->begun()) unlock_ended(*found, *ticket, outcome);
                       publish_view(*found);
                     }
                     reply(outcome ? Result<Data>(json_of(*outcome)) : failed(outcome));
                   });
}

void Tokens::unlock_ended(Token& token, const Ticket& ticket, const Result<KeysOutcome>& outcome) {
  const Moment now = Moment::now();
  const std::vector<KeyUse> none;
  if (ticket.withdrawn()) token.record.withdraw_unlock(outcome ? outcome->changed : none, now);
  if (!outcome && in_doubt(outcome.error())) return token.record.doubt_unlock();
  token.record.end_unlock(outcome && !ticket.withdrawn() ? outcome->already : none, now);
}

void Tokens::lock(Token& token, Scope scope, LockReason reason,
                  std::function<void(Token*, const Result<KeysOutcome>&)> then,
                  std::shared_ptr<Ticket> ticket) {
  const auto work = [this, number = token.number, scope,
                     reason](Session& session) -> Result<KeysOutcome> {
    loop_.post([this, number, reason] {
      if (Token* found = by_number(number)) found->record.begin_lock(reason);
    });
    Result<KeysOutcome> outcome =
        session.use<KeysOutcome>([&](Console& console) { return console.lock(scope); });
    if (outcome) post_told(session, number, session.settle(outcome->status));
    return outcome;
  };
  use<KeysOutcome>(token, std::move(ticket), work,
                   [then = std::move(then)](Token* found, const Result<KeysOutcome>& outcome) {
                     if (found != nullptr) found->record.end_lock();
                     then(found, outcome);
                   });
}

bool Tokens::unlocking() const {
  return std::ranges::any_of(tokens_, [](const auto& token) { return !token->unlocking.empty(); });
}

// The scope of what is open with one of these holds, or will be when what was asked for is done.
// Jobs are done in their order, so that a lock now comes after it.
std::optional<Scope> Tokens::to_lock(const Token& token, std::span<const Hold::Kind> holds) {
  std::vector<KeyUse> open;
  for (const Hold::Kind kind : holds) {
    for (const KeyUse use : token.record.held(kind)) open.push_back(use);
  }
  std::optional<Scope> scope;
  if (!open.empty()) scope = scope_of(open);
  const auto add = [&](const Token::Unlock& unlock) {
    const auto& [wanted, kind] = unlock;
    if (std::ranges::find(holds, kind) == holds.end()) return;
    scope = scope.value_or(wanted) == wanted ? wanted : Scope::kAll;
  };
  for (const auto& unlock : token.unlocking) add(*unlock);
  if (const auto doubtful = token.record.in_doubt()) add(*doubtful);
  return scope;
}

// The time is over. What the token does not acknowledge is said, and tried again.
void Tokens::lock_due(Token& token) {
  const std::vector<KeyUse> due = token.record.due(Moment::now());
  if (due.empty() || token.relocking) return;
  token.relocking = true;
  const bool withdrawn = token.record.withdrawn(due);
  lock(token, scope_of(due), withdrawn ? LockReason::kAsked : LockReason::kTimeOver,
       [this, withdrawn](Token* found, const Result<KeysOutcome>& outcome) {
         if (found == nullptr) return;
         found->relocking = false;
         // Pulled out meanwhile, it has nothing left to lock.
         if (is_locked(outcome) || found->record.due(Moment::now()).empty()) {
           found->relock_failures = 0;
           found->relock_at.reset();
           return arm(*found);
         }
         const bool said = found->relock_failures > 0;
         found->relock_at = BootClock::now() + growing_delay(found->relock_failures++);
         if (said) return arm(*found);
         Error why = wrap(
             outcome.error(),
             withdrawn ? say("lock after a cancelled unlock: the token did not acknowledge it, its "
                             "keys may still be unlocked")
                       : say("lock at the end of the time: the token did not acknowledge it, its "
                             "keys may still be unlocked"));
         why.details["reason"] = "lock-not-acknowledged";
         why.hint = say("if it is within reach, unplug it");
         publish(*found, found->record.lose(why, Moment::now()));
       });
}

void Tokens::lock_all(LockReason reason, LockWhich which, Reply reply) {
  struct Round {
    std::size_t waiting = 1, locked = 0;
    std::string failed;
    Reply reply;
  };
  auto round = std::make_shared<Round>();
  round->reply = std::move(reply);
  const auto one_less = [round] {
    if (--round->waiting > 0) return;
    if (round->failed.empty()) return round->reply(Data{{"locked", round->locked}});
    Error partial =
        error(Code::kPartial, say("lock all: no acknowledgement from {}", round->failed),
              "gokeyctl status --all", "some-failed");
    partial.details["locked"] = std::to_string(round->locked);
    round->reply(std::unexpected(std::move(partial)));
  };
  // By number, because a failure at once may change the list.
  std::vector<std::uint64_t> numbers;
  numbers.reserve(tokens_.size());
  for (const auto& token : tokens_) numbers.push_back(token->number);
  for (const std::uint64_t number : numbers) {
    Token* token = by_number(number);
    if (token == nullptr || !token->session) continue;
    const auto scope = which == LockWhich::kHeldUntilScreenLock ? to_lock(*token, kUntilScreenLock)
                                                                : to_lock(*token, kEveryHold);
    if (!scope) continue;
    ++round->waiting;
    lock(
        *token, *scope, reason,
        [round, one_less, id = token->record.known.id](Token*, const Result<KeysOutcome>& outcome) {
          if (!is_locked(outcome)) {
            round->failed += (round->failed.empty() ? "" : " ") + id;
          } else if (outcome && !outcome->changed.empty()) {
            ++round->locked;
          }
          one_less();
        });
  }
  one_less();
}

void Tokens::let_go(std::function<void()> done) {
  auto waiting = std::make_shared<std::size_t>(1);
  const auto one_less = [waiting, done = std::move(done)] {
    if (--*waiting == 0) done();
  };
  std::vector<std::uint64_t> numbers;
  numbers.reserve(tokens_.size());
  for (const auto& token : tokens_) numbers.push_back(token->number);
  for (const std::uint64_t number : numbers) {
    Token* token = by_number(number);
    if (token == nullptr || !token->session) continue;
    const auto scope = to_lock(*token, kEndedHere);
    if (!scope) continue;
    ++*waiting;
    lock(*token, *scope, LockReason::kAsked,
         [one_less](Token*, const Result<KeysOutcome>&) { one_less(); });
  }
  one_less();
}

void Tokens::shorten(Token& token, const Hold& hold, const Reply& reply) {
  const Moment now = Moment::now();
  if (token.record.open_keys().empty())
    return reply(std::unexpected(error(Code::kLocked, say("change the time: no key is unlocked"),
                                       "gokeyctl unlock", "locked")));
  if (token.record.lengthens(Scope::kAll, hold, now))
    return reply(std::unexpected(error(Code::kUsage,
                                       say("change the time: a longer one needs the passphrase"),
                                       say("unlock again"), "later-end")));
  token.record.shorten(hold, now);
  publish_view(token);
  reply(json_of(token.record.view(now)));
}

void Tokens::confirm(Token& token, std::uint32_t number, Reply reply,
                     std::shared_ptr<Ticket> ticket) {
  const auto& pending = token.record.presence();
  if (!pending || pending->number != number)
    return reply(std::unexpected(no_request(pending.has_value())));
  use<bool>(
      token, std::move(ticket),
      [generation = pending->generation](Session& session) {
        return session.use<bool>([&](Console& console) -> Result<bool> {
          // Told by now is all that happened before: this request may be over, or another begun.
          if (session.presence_generation() != generation) return std::unexpected(no_request(true));
          if (auto done = console.confirm_presence(); !done) return std::unexpected(done.error());
          return true;
        });
      },
      [reply = std::move(reply)](Token*, const Result<bool>& done) {
        reply(done ? Result<Data>(Data::object()) : failed(done));
      });
}

// A person does not want to wait for it any more. From now on it is connected with when somebody
// asks something of it, or when it comes anew.
void Tokens::stop_connecting(Token& token, const Reply& reply) {
  if (token.record.known.connecting && token.session) {
    if (token.retry) loop_.cancel(*token.retry);
    token.retry.reset();
    token.held_back = true;
    if (token.attempt) static_cast<void>(token.attempt->withdraw());
    token.session->stop_connecting();
    publish(token, token.record.lose(error(Code::kCancelled, say("connect: it was stopped"),
                                           "gokeyctl status", "connecting-stopped"),
                                     Moment::now()));
  }
  reply(json_of(token.record.view(Moment::now())));
}

void Tokens::trust_host_key(Token& token, const std::string& fingerprint, Reply reply) {
  if (!token.session) return reply(std::unexpected(not_attached()));
  if (!token.record.known.presented || token.record.known.problem) {
    return reply(std::unexpected(error(
        Code::kUsage, say("trust the host key: no unknown one waits"), "", "no-unknown-host-key")));
  }
  // Only this very key, and only while none is pinned.
  connect(
      token,
      [fingerprint](const HostKey& key, TrustVerdict verdict) {
        return verdict == TrustVerdict::kUnknown && key.fingerprint == fingerprint;
      },
      [reply = std::move(reply)](Token* found) {
        if (found == nullptr) return reply(std::unexpected(gone()));
        const BrokerToken view = found->record.view(Moment::now());
        if (view.problem) return reply(std::unexpected(*view.problem));
        if (view.presented)
          return reply(std::unexpected(
              error(Code::kHostKey, say("trust the host key: the console shows another one"),
                    say("compare it anew"), "other-host-key")));
        reply(json_of(view));
      });
}

void Tokens::forget_host_key(Token& token, const Reply& reply) {
  auto trust = TrustStore::open(options_.trust);
  if (!trust) return reply(failed(trust));
  BrokerToken& known = token.record.known;
  if (!known.endpoint && known.serial.empty()) return reply(std::unexpected(not_attached()));
  const auto removed =
      trust->forget(known.endpoint ? trust_key(*trust, *known.endpoint) : known.serial);
  if (!removed) return reply(failed(removed));
  reload_trust();
  if (token.session) {
    connect(token);  // shows its key anew
  } else {
    publish_view(token);
  }
  reply(Data{{"removed", *removed}});
}

void Tokens::rename(Token& token, const std::string& nickname, const Reply& reply) {
  if (!nickname.empty()) {
    if (auto fits = check_nickname(nickname); !fits) return reply(failed(fits));
  }
  auto trust = TrustStore::open(options_.trust);
  if (!trust) return reply(failed(trust));
  const BrokerToken& known = token.record.known;
  const std::string key =
      known.endpoint ? trust_key(*trust, *known.endpoint) : "usb:" + known.serial;
  const TrustEntry* entry = trust->find(key);
  const auto untrusted = [] {
    return std::unexpected(error(Code::kHostKey,
                                 say("name the token: its host key is not trusted yet"),
                                 "gokeyctl host-key pin", "unknown-host-key"));
  };
  if (entry == nullptr) return reply(untrusted());
  const bool taken = std::ranges::any_of(trust->entries(), [&](const TrustEntry& other) {
    return !nickname.empty() && other.nickname == nickname && other.endpoint != key &&
           (other.serial.empty() || other.serial != entry->serial);
  });
  if (taken)
    return reply(std::unexpected(
        error(Code::kUsage, say("name the token: another one has the name '{}'", nickname), "",
              "nickname-taken")));
  const auto renamed = trust->change(key, entry->fingerprint,
                                     [&](TrustEntry& pinned) { pinned.nickname = nickname; });
  if (!renamed) return reply(failed(renamed));
  if (!*renamed) return reply(untrusted());
  reload_trust();
  publish_view(token);
  reply(json_of(token.record.view(Moment::now())));
}

void Tokens::handle(const Request& request, std::shared_ptr<Passphrase> passphrase, Reply reply,
                    std::shared_ptr<Ticket> ticket) {
  switch (request.kind) {
    case Kind::kTokens: {
      Data list = Data::array();
      for (const BrokerToken& view : views()) list.push_back(json_of(view));
      return reply(std::move(list));
    }
    case Kind::kLockAll:
      return lock_all(request.reason, request.which, std::move(reply));
    case Kind::kAddConsole: {
      const std::string id = add_console(request.endpoint);
      const Token* token = find(id);
      if (token == nullptr) return reply(std::unexpected(no_such_token(id)));
      return reply(json_of(token->record.view(Moment::now())));
    }
    default:
      break;
  }
  const bool any = request.kind == Kind::kRefresh && request.token.empty();
  const Result<Token*> meant = any ? only_attached() : find(request.token);
  if (!meant) return reply(std::unexpected(meant.error()));
  Token* const token = *meant;
  if (token == nullptr) return reply(std::unexpected(no_such_token(request.token)));
  switch (request.kind) {
    case Kind::kRefresh:
      return refresh(*token, std::move(reply), ticket);
    case Kind::kUnlock:
      return unlock(*token, request, std::move(passphrase), std::move(reply), ticket);
    case Kind::kShorten:
      return shorten(*token, request.hold, reply);
    case Kind::kLock:
      return lock(
          *token, request.scope, LockReason::kAsked,
          [reply = std::move(reply)](Token*, const Result<KeysOutcome>& outcome) {
            reply(outcome ? Result<Data>(json_of(*outcome)) : failed(outcome));
          },
          std::move(ticket));
    case Kind::kInit:
      return ask<bool>(
          *token, std::move(ticket), [](Console& console) { return console.init(); },
          [](const bool& changed) { return Data{{"changed", changed}}; }, std::move(reply));
    case Kind::kInitFido:
      return ask<TokenStatus>(
          *token, std::move(ticket),
          [test = request.presence_test](Console& console) { return console.init_fido(test); },
          [](const TokenStatus& status) { return status::json_of(status); }, std::move(reply));
    case Kind::kConfirmPresence:
      return confirm(*token, request.number, std::move(reply), std::move(ticket));
    case Kind::kRand:
      ticket->allow_abandon([] {});
      return ask<std::vector<std::uint8_t>>(
          *token, std::move(ticket), [](Console& console) { return console.rand(); },
          [](const std::vector<std::uint8_t>& bytes) {
            return Data{{"bytes", base::hex_lower(bytes)}};
          },
          std::move(reply));
    case Kind::kBuild:
      ticket->allow_abandon([] {});
      return ask<std::string>(
          *token, std::move(ticket), [](Console& console) { return console.build(); },
          [](const std::string& text) { return Data{{"text", text}}; }, std::move(reply));
    case Kind::kReboot:
      return use<bool>(
          *token, std::move(ticket),
          [](Session& session) {
            auto done = session.use<bool>([](Console& console) -> Result<bool> {
              if (auto told = console.reboot(); !told) return std::unexpected(told.error());
              return true;
            });
            session.disconnect();
            return done;
          },
          [this, reply = std::move(reply)](Token* found, const Result<bool>& done) {
            if (found != nullptr && done) connect(*found);
            reply(done ? Result<Data>(Data::object()) : failed(done));
          });
    case Kind::kStopConnecting:
      return stop_connecting(*token, reply);
    case Kind::kTrustHostKey:
      return trust_host_key(*token, request.text, std::move(reply));
    case Kind::kForgetHostKey:
      return forget_host_key(*token, reply);
    case Kind::kRename:
      return rename(*token, request.text, reply);
    default:
      return reply(
          std::unexpected(error(Code::kUsage, say("no such request of a token"), "", "request")));
  }
}

}  // namespace gokeyctl::broker
