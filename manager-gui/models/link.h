// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the app asks of the broker, as an interface: BrokerLink is the broker's client in Qt's event
// loop, tests script their own.
#pragma once

#include <QObject>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "gokeyctl/broker.h"

namespace gokeyctl::gui {

// Requests never wait; each callback is called once, later, from the event loop, with an error if
// the connection breaks. What each does and how it fails: gokeyctl::BrokerClient.
class Link : public QObject {
  Q_OBJECT

 public:
  template <typename T>
  using Done = std::function<void(Result<T>)>;

  using QObject::QObject;

  virtual void refresh(const std::string& id, Done<BrokerToken> done) = 0;
  virtual void unlock(const std::string& id, Scope scope, Secret passphrase, Hold hold,
                      Done<KeysOutcome> done) = 0;
  // Takes the latest unlock of this token back, if it is not answered yet.
  virtual void cancelUnlock(const std::string& id) = 0;
  virtual void stopConnecting(const std::string& id, Done<BrokerToken> done) = 0;
  virtual void shorten(const std::string& id, Hold hold, Done<BrokerToken> done) = 0;
  virtual void lock(const std::string& id, Scope scope, Done<KeysOutcome> done) = 0;
  virtual void lockAll(LockReason reason, LockWhich which, Done<std::size_t> done) = 0;
  virtual void init(const std::string& id, Done<bool> done) = 0;
  virtual void initFido(const std::string& id, bool presence_test, Done<TokenStatus> done) = 0;
  virtual void confirmPresence(const std::string& id, std::uint64_t number, Done<void> done) = 0;
  virtual void reboot(const std::string& id, Done<void> done) = 0;
  virtual void trustHostKey(const std::string& id, const std::string& fingerprint,
                            Done<BrokerToken> done) = 0;
  virtual void forgetHostKey(const std::string& id, Done<void> done) = 0;
  virtual void rename(const std::string& id, const std::string& nickname,
                      Done<BrokerToken> done) = 0;
  virtual void addConsole(const Endpoint& endpoint, Done<BrokerToken> done) = 0;

 signals:
  // After connected(): every token as it is, then what changes.
  void told(const gokeyctl::BrokerEvent& event);
  void connected();
  // Nothing that was known is current any more.
  void lost(const gokeyctl::Error& why);
};

}  // namespace gokeyctl::gui
