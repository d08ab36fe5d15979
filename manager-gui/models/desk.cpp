// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/models/desk.h"

#include <algorithm>
#include <utility>

namespace gokeyctl::gui {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// The callback as the link wants it, for as long as who asked is there.
template <typename T>
Link::Done<T> guarded(QObject* context, Desk::Done<T> done) {
  return [guard = QPointer<QObject>(context), done = std::move(done)](Result<T> result) {
    if (guard && done) done(result);
  };
}

}  // namespace

Desk::Desk(Link& link, QObject* parent) : QObject(parent), link_(link) {
  connect(&link_, &Link::told, this, &Desk::apply);
  connect(&link_, &Link::lost, this, &Desk::forgetAll);
  connect(&link_, &Link::connected, this, [this] {
    connected_ = true;
    broker_problem_.reset();
    emit brokerFound();
  });
}

void Desk::setBrokerProblem(const Error& why) {
  broker_problem_ = why;
  emit brokerLost(why);
}

const BrokerToken* Desk::token(const QString& id) const {
  const std::string key = id.toStdString();
  const auto found = std::ranges::find(tokens_, key, &BrokerToken::id);
  return found == tokens_.end() ? nullptr : &*found;
}

BrokerToken* Desk::find(const QString& id) { return const_cast<BrokerToken*>(token(id)); }

std::optional<milliseconds> Desk::presenceLeft(const QString& id) const {
  const auto found = presence_ends_.find(id);
  if (found == presence_ends_.end()) return std::nullopt;
  const auto left = found->second - steady_clock::now();
  return std::max(std::chrono::ceil<milliseconds>(left), milliseconds(0));
}

std::optional<milliseconds> Desk::connectingFor(const QString& id) const {
  const auto found = connecting_since_.find(id);
  if (found == connecting_since_.end()) return std::nullopt;
  return std::chrono::floor<milliseconds>(steady_clock::now() - found->second);
}

void Desk::apply(const BrokerEvent& event) {
  const QString id = QString::fromStdString(event.id);
  BrokerToken* known = find(id);
  std::optional<BrokerToken> before;
  if (known != nullptr) before = *known;

  if (event.token) {
    if (known != nullptr) {
      *known = *event.token;
    } else if (event.kind != BrokerEvent::Kind::kGone) {
      tokens_.push_back(*event.token);
    }
    if (const std::optional<PresenceRequest>& request = event.token->presence) {
      presence_ends_[id] = steady_clock::now() + request->left;
    } else {
      presence_ends_.erase(id);
    }
    if (event.token->connecting && !event.token->status) {
      connecting_since_.try_emplace(id, steady_clock::now());
    } else {
      connecting_since_.erase(id);
    }
  }
  history_.record(event, before);

  switch (event.kind) {
    case BrokerEvent::Kind::kToken:
      break;
    case BrokerEvent::Kind::kGone:
      std::erase_if(tokens_, [&](const BrokerToken& token) { return token.id == event.id; });
      presence_ends_.erase(id);
      connecting_since_.erase(id);
      if (before) emit tokenRemoved(id);
      return;
    case BrokerEvent::Kind::kPresenceRequested:
      if (event.presence) emit presenceRequested(id, *event.presence);
      break;
    case BrokerEvent::Kind::kPresenceEnded:
      emit presenceEnded(id, event.presence.value_or(PresenceRequest{}),
                         event.outcome.value_or(BrokerEvent::Outcome::kOther));
      break;
    case BrokerEvent::Kind::kUnlocked:
      emit unlocked(id, event.keys);
      break;
    case BrokerEvent::Kind::kLocked:
      emit locked(id, event.keys, event.reason.value_or(LockReason::kToken));
      break;
    case BrokerEvent::Kind::kOperation:
      for (const KeyUse use : event.keys) emit used(id, use);
      break;
    case BrokerEvent::Kind::kProblem:
      if (event.problem) emit problemAppeared(id, *event.problem);
      break;
  }
  if (!event.token) return;
  if (before) {
    emit tokenChanged(id);
  } else {
    emit tokenAdded(id);
  }
}

void Desk::forgetAll(const Error& why) {
  connected_ = false;
  presence_ends_.clear();
  connecting_since_.clear();
  const std::vector<BrokerToken> gone = std::exchange(tokens_, {});
  for (const BrokerToken& token : gone) emit tokenRemoved(QString::fromStdString(token.id));
  emit brokerLost(why);
}

void Desk::refresh(const QString& id, QObject* context, Done<BrokerToken> done) {
  link_.refresh(id.toStdString(), guarded(context, std::move(done)));
}

void Desk::unlock(const QString& id, Scope scope, Secret passphrase, Hold hold, QObject* context,
                  Done<KeysOutcome> done) {
  link_.unlock(id.toStdString(), scope, std::move(passphrase), hold,
               [this, id, scope, self = QPointer<Desk>(this),
                answer = guarded(context, std::move(done))](Result<KeysOutcome> result) {
                 if (self && !result) history_.recordRefusal(id, scope, result.error());
                 answer(std::move(result));
               });
}

void Desk::cancelUnlock(const QString& id) { link_.cancelUnlock(id.toStdString()); }

void Desk::stopConnecting(const QString& id, QObject* context, Done<BrokerToken> done) {
  link_.stopConnecting(id.toStdString(), guarded(context, std::move(done)));
}

void Desk::shorten(const QString& id, Hold hold, QObject* context, Done<BrokerToken> done) {
  link_.shorten(id.toStdString(), hold, guarded(context, std::move(done)));
}

void Desk::lock(const QString& id, Scope scope, QObject* context, Done<KeysOutcome> done) {
  link_.lock(id.toStdString(), scope, guarded(context, std::move(done)));
}

void Desk::lockAll(LockReason reason, LockWhich which, QObject* context, Done<std::size_t> done) {
  link_.lockAll(reason, which, guarded(context, std::move(done)));
}

void Desk::init(const QString& id, QObject* context, Done<bool> done) {
  link_.init(id.toStdString(), guarded(context, std::move(done)));
}

void Desk::initFido(const QString& id, bool presence_test, QObject* context,
                    Done<TokenStatus> done) {
  link_.initFido(id.toStdString(), presence_test, guarded(context, std::move(done)));
}

void Desk::confirmPresence(const QString& id, std::uint64_t number, QObject* context,
                           Done<void> done) {
  link_.confirmPresence(id.toStdString(), number, guarded(context, std::move(done)));
}

void Desk::dismissPresence(const QString& id, std::uint64_t number) {
  emit presenceDismissed(id, number);
}

void Desk::reboot(const QString& id, QObject* context, Done<void> done) {
  link_.reboot(id.toStdString(), guarded(context, std::move(done)));
}

void Desk::trustHostKey(const QString& id, const QString& fingerprint, QObject* context,
                        Done<BrokerToken> done) {
  link_.trustHostKey(id.toStdString(), fingerprint.toStdString(),
                     guarded(context, std::move(done)));
}

void Desk::forgetHostKey(const QString& id, QObject* context, Done<void> done) {
  link_.forgetHostKey(id.toStdString(), guarded(context, std::move(done)));
}

void Desk::rename(const QString& id, const QString& nickname, QObject* context,
                  Done<BrokerToken> done) {
  link_.rename(id.toStdString(), nickname.toStdString(), guarded(context, std::move(done)));
}

void Desk::addConsole(const Endpoint& endpoint, QObject* context, Done<BrokerToken> done) {
  link_.addConsole(endpoint, guarded(context, std::move(done)));
}

}  // namespace gokeyctl::gui
