// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The broker's client in Qt's event loop. It never waits: the socket tells when there is something.
#pragma once

#include <QSocketNotifier>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "gui/models/link.h"

namespace gokeyctl::gui {

class BrokerLink : public Link {
  Q_OBJECT

 public:
  using Link::Link;
  ~BrokerLink() override;

  // Errors as BrokerClient::connect. Emits connected(), then an event for each token.
  [[nodiscard]] Result<void> open(const std::filesystem::path& socket);
  [[nodiscard]] bool isOpen() const { return client_.has_value(); }

  void refresh(const std::string& id, Done<BrokerToken> done) override;
  void unlock(const std::string& id, Scope scope, Secret passphrase, Hold hold,
              Done<KeysOutcome> done) override;
  void cancelUnlock(const std::string& id) override;
  void stopConnecting(const std::string& id, Done<BrokerToken> done) override;
  void shorten(const std::string& id, Hold hold, Done<BrokerToken> done) override;
  void lock(const std::string& id, Scope scope, Done<KeysOutcome> done) override;
  void lockAll(LockReason reason, LockWhich which, Done<std::size_t> done) override;
  void init(const std::string& id, Done<bool> done) override;
  void initFido(const std::string& id, bool presence_test, Done<TokenStatus> done) override;
  void confirmPresence(const std::string& id, std::uint64_t number, Done<void> done) override;
  void reboot(const std::string& id, Done<void> done) override;
  void trustHostKey(const std::string& id, const std::string& fingerprint,
                    Done<BrokerToken> done) override;
  void forgetHostKey(const std::string& id, Done<void> done) override;
  void rename(const std::string& id, const std::string& nickname, Done<BrokerToken> done) override;
  void addConsole(const Endpoint& endpoint, Done<BrokerToken> done) override;

 private:
  // Requests to unlock that are not answered, by the token's id: of each the latest.
  std::map<std::string, BrokerClient::RequestId> unlocks_;
  void process();
  void watchWrites();
  // Runs `request` on the client and sends what it wrote; without one, `done` gets an error.
  template <typename T, typename F>
  void send(Done<T> done, F&& request);

  std::optional<BrokerClient> client_;
  std::unique_ptr<QSocketNotifier> readable_, writable_;
};

}  // namespace gokeyctl::gui
