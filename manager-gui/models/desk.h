// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The one model of all tokens that the tray, the window and the notifications look at. It repeats
// what the broker says, and passes on what a person asks for.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QString>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "gokeyctl/broker.h"
#include "gui/models/history.h"
#include "gui/models/link.h"

namespace gokeyctl::gui {

class Desk : public QObject {
  Q_OBJECT

 public:
  template <typename T>
  using Done = std::function<void(const Result<T>&)>;

  // `link` outlives the desk.
  explicit Desk(Link& link, QObject* parent = nullptr);

  // In the order in which they came; the place of a token does not change while it is listed.
  [[nodiscard]] const std::vector<BrokerToken>& tokens() const { return tokens_; }
  // Null if there is none. The pointer is good until the next signal.
  [[nodiscard]] const BrokerToken* token(const QString& id) const;
  [[nodiscard]] const History& history() const { return history_; }
  // False: there is no broker, and what the tokens say is old.
  [[nodiscard]] bool connected() const { return connected_; }
  // Why there is no broker and none can be made, as long as that is so.
  [[nodiscard]] const std::optional<Error>& brokerProblem() const { return broker_problem_; }
  void setBrokerProblem(const Error& why);
  // Until the request that is pending lapses; absent if none is.
  [[nodiscard]] std::optional<std::chrono::milliseconds> presenceLeft(const QString& id) const;

  // Asked of the token, answered later. `done` is dropped when `context` is gone.
  void refresh(const QString& id, QObject* context, Done<BrokerToken> done);
  void unlock(const QString& id, Scope scope, Secret passphrase, Hold hold, QObject* context,
              Done<KeysOutcome> done);
  // Takes the latest unlock of this token back: what it opens after all is locked again.
  void cancelUnlock(const QString& id);
  // Of a token that is connecting and has not answered yet; refresh() begins anew.
  void stopConnecting(const QString& id, QObject* context, Done<BrokerToken> done);
  // For how long it has been connecting without an answer; absent if it is not.
  [[nodiscard]] std::optional<std::chrono::milliseconds> connectingFor(const QString& id) const;
  void shorten(const QString& id, Hold hold, QObject* context, Done<BrokerToken> done);
  void lock(const QString& id, Scope scope, QObject* context, Done<KeysOutcome> done);
  void lockAll(LockReason reason, LockWhich which, QObject* context, Done<std::size_t> done);
  void init(const QString& id, QObject* context, Done<bool> done);
  void initFido(const QString& id, bool presence_test, QObject* context, Done<TokenStatus> done);
  // Confirms the request of this number and no other.
  void confirmPresence(const QString& id, std::uint64_t number, QObject* context, Done<void> done);
  // Lets it lapse: the token is told nothing, but nobody shows the request any more.
  void dismissPresence(const QString& id, std::uint64_t number);
  void reboot(const QString& id, QObject* context, Done<void> done);
  void trustHostKey(const QString& id, const QString& fingerprint, QObject* context,
                    Done<BrokerToken> done);
  void forgetHostKey(const QString& id, QObject* context, Done<void> done);
  void rename(const QString& id, const QString& nickname, QObject* context, Done<BrokerToken> done);
  void addConsole(const Endpoint& endpoint, QObject* context, Done<BrokerToken> done);

 signals:
  void tokenAdded(const QString& id);
  void tokenChanged(const QString& id);
  void tokenRemoved(const QString& id);  // no longer listed; token(id) is null
  void presenceRequested(const QString& id, const gokeyctl::PresenceRequest& request);
  void presenceEnded(const QString& id, const gokeyctl::PresenceRequest& request,
                     gokeyctl::BrokerEvent::Outcome outcome);
  void presenceDismissed(const QString& id, quint64 number);
  void unlocked(const QString& id, const std::vector<gokeyctl::KeyUse>& keys);
  void locked(const QString& id, const std::vector<gokeyctl::KeyUse>& keys,
              gokeyctl::LockReason reason);
  void used(const QString& id, gokeyctl::KeyUse use);
  void problemAppeared(const QString& id, const gokeyctl::Error& problem);
  void brokerFound();
  void brokerLost(const gokeyctl::Error& why);

 private:
  void apply(const BrokerEvent& event);
  void forgetAll(const Error& why);
  BrokerToken* find(const QString& id);

  Link& link_;
  History history_;
  std::vector<BrokerToken> tokens_;
  std::map<QString, std::chrono::steady_clock::time_point> presence_ends_, connecting_since_;
  std::optional<Error> broker_problem_;
  bool connected_ = false;
};

}  // namespace gokeyctl::gui
