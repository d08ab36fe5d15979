// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One client: key exchange, login, channels.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include "core/console/session.h"
#include "core/ssh/channel.h"
#include "core/ssh/key.h"

namespace gokey::ssh {

// What all connections of a server share.
struct Shared {
  console::Dialect& dialect;
  AuthorizedKeys keys;
  std::function<void(const std::string&)> log;
  // Asked when a client has proven its key; false turns it away.
  std::function<bool()> admit;
};

struct BindDeleter {
  void operator()(ssh_bind_struct* bind) const { ssh_bind_free(bind); }
};
using Bind = std::unique_ptr<ssh_bind_struct, BindDeleter>;

class Connection {
 public:
  // Takes the connected socket, also when it fails. Null if libssh cannot begin.
  [[nodiscard]] static std::unique_ptr<Connection> begin(ssh_bind bind, int fd, std::string peer,
                                                         Shared& shared, std::uint64_t now_ms);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool wants_to_write() const;
  [[nodiscard]] bool authenticated() const { return authenticated_; }
  [[nodiscard]] bool idle() const { return channels_.empty(); }
  [[nodiscard]] std::uint64_t last_active_ms() const { return last_active_ms_; }
  [[nodiscard]] bool over() const { return over_; }
  [[nodiscard]] std::uint64_t next_deadline() const;

  // There is something to read or room to write.
  void mark_ready() { changed_ = true; }
  // Handles everything that can be handled without waiting.
  void step(std::uint64_t now_ms);
  void drop(const std::string& why);

 private:
  Connection(ssh_session session, int fd, std::string peer, Shared& shared, std::uint64_t now_ms);

  static int on_key(ssh_session, const char* user, ssh_key_struct* key, char state, void* self);
  static ssh_channel on_open(ssh_session, void* self);
  static int on_message(ssh_session, ssh_message message, void* self);

  int judge_key(const ssh_key_struct& key, int state);
  int refuse_login();
  bool pump();
  bool step_channels();

  ssh_session session_;
  ssh_event event_;
  int fd_;
  std::string peer_;
  Shared& shared_;
  ssh_server_callbacks_struct callbacks_{};
  std::vector<std::unique_ptr<SessionChannel>> channels_;
  std::uint64_t deadline_ms_;  // by which the login must be over
  std::uint64_t now_ms_, last_active_ms_;
  unsigned refusals_ = 0;
  bool authenticated_ = false, changed_ = true, over_ = false;
  std::string end_;  // why, for the log; empty when the client simply left
};

}  // namespace gokey::ssh
