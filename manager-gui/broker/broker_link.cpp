// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/broker/broker_link.h"

#include <QMetaObject>
#include <utility>

namespace gokeyctl::gui {
namespace {

Error no_broker() {
  return Error{.code = Code::kUnreachable,
               .message = "reach the broker: it does not run",
               .hint = {},
               .details = {{"reason", "no-broker"}},
               .cause = nullptr};
}

}  // namespace

BrokerLink::~BrokerLink() = default;

Result<void> BrokerLink::open(const std::filesystem::path& socket) {
  auto client = BrokerClient::connect(socket);
  if (!client) return std::unexpected(std::move(client).error());
  client_.emplace(std::move(*client));
  readable_ = std::make_unique<QSocketNotifier>(client_->fd(), QSocketNotifier::Read);
  writable_ = std::make_unique<QSocketNotifier>(client_->fd(), QSocketNotifier::Write);
  connect(readable_.get(), &QSocketNotifier::activated, this, [this] { process(); });
  connect(writable_.get(), &QSocketNotifier::activated, this, [this] { process(); });
  emit connected();
  client_->subscribe([this](const BrokerEvent& event) { emit this->told(event); });
  watchWrites();
  return {};
}

void BrokerLink::watchWrites() {
  if (client_) writable_->setEnabled(client_->wants_write());
}

void BrokerLink::process() {
  if (!client_) return;
  const Result<void> processed = client_->process();
  if (processed) return watchWrites();
  // The notifier that called may not be destroyed here.
  readable_->setEnabled(false);
  writable_->setEnabled(false);
  readable_.release()->deleteLater();
  writable_.release()->deleteLater();
  client_.reset();
  emit lost(processed.error());
}

template <typename T, typename F>
void BrokerLink::send(Done<T> done, F&& request) {
  if (!client_) {
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done(std::unexpected(no_broker())); },
        Qt::QueuedConnection);
    return;
  }
  std::forward<F>(request)(*client_, std::move(done));
  watchWrites();
}

void BrokerLink::refresh(const std::string& id, Done<BrokerToken> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.refresh(id, std::move(then)); });
}

void BrokerLink::unlock(const std::string& id, Scope scope, Secret passphrase, Hold hold,
                        Done<KeysOutcome> done) {
  send(std::move(done), [&](BrokerClient& client, Done<KeysOutcome> then) {
    const auto mine = std::make_shared<BrokerClient::RequestId>(0);
    *mine = client.unlock(id, scope, passphrase, hold,
                          [this, id, mine, then = std::move(then)](Result<KeysOutcome> outcome) {
                            const auto latest = unlocks_.find(id);
                            if (latest != unlocks_.end() && latest->second == *mine)
                              unlocks_.erase(latest);
                            then(std::move(outcome));
                          });
    unlocks_[id] = *mine;
  });
}

void BrokerLink::cancelUnlock(const std::string& id) {
  const auto found = unlocks_.find(id);
  if (found == unlocks_.end() || !client_) return;
  client_->cancel(found->second, [](const Result<bool>&) {});
  watchWrites();
}

void BrokerLink::stopConnecting(const std::string& id, Done<BrokerToken> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.stop_connecting(id, std::move(then)); });
}

void BrokerLink::shorten(const std::string& id, Hold hold, Done<BrokerToken> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.shorten(id, hold, std::move(then)); });
}

void BrokerLink::lock(const std::string& id, Scope scope, Done<KeysOutcome> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.lock(id, scope, std::move(then)); });
}

void BrokerLink::lockAll(LockReason reason, LockWhich which, Done<std::size_t> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.lock_all(reason, which, std::move(then)); });
}

void BrokerLink::init(const std::string& id, Done<bool> done) {
  send(std::move(done), [&](BrokerClient& client, auto then) { client.init(id, std::move(then)); });
}

void BrokerLink::initFido(const std::string& id, bool presence_test, Done<TokenStatus> done) {
  send(std::move(done), [&](BrokerClient& client, auto then) {
    client.init_fido(id, presence_test, std::move(then));
  });
}

void BrokerLink::confirmPresence(const std::string& id, std::uint64_t number, Done<void> done) {
  send(std::move(done), [&](BrokerClient& client, auto then) {
    client.confirm_presence(id, number, std::move(then));
  });
}

void BrokerLink::reboot(const std::string& id, Done<void> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.reboot(id, std::move(then)); });
}

void BrokerLink::trustHostKey(const std::string& id, const std::string& fingerprint,
                              Done<BrokerToken> done) {
  send(std::move(done), [&](BrokerClient& client, auto then) {
    client.trust_host_key(id, fingerprint, std::move(then));
  });
}

void BrokerLink::forgetHostKey(const std::string& id, Done<void> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.forget_host_key(id, std::move(then)); });
}

void BrokerLink::rename(const std::string& id, const std::string& nickname,
                        Done<BrokerToken> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.rename(id, nickname, std::move(then)); });
}

void BrokerLink::addConsole(const Endpoint& endpoint, Done<BrokerToken> done) {
  send(std::move(done),
       [&](BrokerClient& client, auto then) { client.add_console(endpoint, std::move(then)); });
}

}  // namespace gokeyctl::gui
