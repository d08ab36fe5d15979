// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/server.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <libssh/libssh.h>
#include <libssh/server.h>

#include "core/ssh/algorithms.h"
#include "core/ssh/connection.h"

namespace gokey::ssh {
namespace {

// Connections that have not logged in, and those that have.
constexpr std::size_t kMostWaiting = 16;
constexpr std::size_t kMostLoggedIn = 16;

// How a host key of this kind may sign (RFC 8332 for RSA).
std::string host_key_algorithms(const ssh_key_struct& key) {
  const ssh_keytypes_e type = ssh_key_type(const_cast<ssh_key>(&key));
  return type == SSH_KEYTYPE_RSA ? "rsa-sha2-512,rsa-sha2-256" : ssh_key_type_to_char(type);
}

// The options common to all connections; null if libssh refuses one.
Bind make_bind(Key host_key, const console::Dialect& dialect) {
  Bind bind(ssh_bind_new());
  if (!bind) return nullptr;
  const std::string host_algorithms = host_key_algorithms(*host_key);
  const std::string banner(dialect.ssh_version());
  const bool read_config = false;
  bool ok = true;
  const auto set = [&](ssh_bind_options_e option, const void* value) {
    ok = ssh_bind_options_set(bind.get(), option, value) == SSH_OK && ok;
  };
  set(SSH_BIND_OPTIONS_PROCESS_CONFIG, &read_config);
  set(SSH_BIND_OPTIONS_BANNER, banner.c_str());
  set(SSH_BIND_OPTIONS_KEY_EXCHANGE, kKeyExchange);
  set(SSH_BIND_OPTIONS_CIPHERS_C_S, kCiphers);
  set(SSH_BIND_OPTIONS_CIPHERS_S_C, kCiphers);
  set(SSH_BIND_OPTIONS_HMAC_C_S, kMacs);
  set(SSH_BIND_OPTIONS_HMAC_S_C, kMacs);
  set(SSH_BIND_OPTIONS_HOSTKEY_ALGORITHMS, host_algorithms.c_str());
  set(SSH_BIND_OPTIONS_PUBKEY_ACCEPTED_KEY_TYPES, kUserKeys);
  set(SSH_BIND_OPTIONS_RSA_MIN_SIZE, &kSmallestRsaKey);
  if (ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_IMPORT_KEY, host_key.get()) != SSH_OK) {
    return nullptr;
  }
  static_cast<void>(host_key.release());  // the bind owns it now
  return ok ? std::move(bind) : nullptr;
}

}  // namespace

struct Server::Impl {
  Bind bind;
  Shared shared;
  std::string host_key;
  std::vector<std::unique_ptr<Connection>> connections;

  [[nodiscard]] std::size_t count(bool logged_in) const {
    return static_cast<std::size_t>(std::ranges::count_if(connections, [&](const auto& one) {
      return !one->over() && one->authenticated() == logged_in;
    }));
  }
  // Makes room for one more login at the cost of the longest idle connection without a session.
  bool admit() {
    if (count(true) < kMostLoggedIn) return true;
    Connection* oldest = nullptr;
    for (const auto& one : connections) {
      if (one->over() || !one->authenticated() || !one->idle()) continue;
      if (oldest == nullptr || one->last_active_ms() < oldest->last_active_ms()) oldest = one.get();
    }
    if (oldest == nullptr) return false;
    oldest->drop("idle, and another login came");
    return true;
  }
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

std::unique_ptr<Server> Server::create(Key host_key, AuthorizedKeys users,
                                       console::Dialect& dialect, Log log) {
  if (!host_key) return nullptr;
  std::string name = fingerprint(*host_key);
  Bind bind = make_bind(std::move(host_key), dialect);
  if (!bind) return nullptr;
  auto impl = std::unique_ptr<Impl>(new Impl{
      std::move(bind), {dialect, std::move(users), std::move(log), {}}, std::move(name), {}});
  impl->shared.admit = [state = impl.get()] { return state->admit(); };
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

const std::string& Server::host_key_fingerprint() const { return impl_->host_key; }

void Server::adopt(int fd, std::string peer, std::uint64_t now_ms) {
  auto& connections = impl_->connections;
  if (impl_->count(false) >= kMostWaiting) {
    // In order of arrival, so the first is the oldest.
    const auto oldest = std::ranges::find_if(
        connections, [](const auto& one) { return !one->over() && !one->authenticated(); });
    connections.erase(oldest);
  }
  auto connection =
      Connection::begin(impl_->bind.get(), fd, std::move(peer), impl_->shared, now_ms);
  if (connection) connections.push_back(std::move(connection));
}

void Server::wishes(std::vector<Wish>& out) const {
  for (const auto& one : impl_->connections) {
    if (!one->over()) out.push_back({one->fd(), one->wants_to_write()});
  }
}

void Server::ready(int fd) {
  for (const auto& one : impl_->connections) {
    if (one->fd() == fd) one->mark_ready();
  }
}

void Server::step(std::uint64_t now_ms) {
  for (const auto& one : impl_->connections) {
    if (one->next_deadline() <= now_ms) one->step(now_ms);
  }
  std::erase_if(impl_->connections, [](const auto& one) { return one->over(); });
}

std::uint64_t Server::next_deadline() const {
  std::uint64_t next = std::numeric_limits<std::uint64_t>::max();
  for (const auto& one : impl_->connections) next = std::min(next, one->next_deadline());
  return next;
}

}  // namespace gokey::ssh
