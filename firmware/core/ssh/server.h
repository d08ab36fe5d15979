// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The SSH server of the console: libssh inside somebody else's loop. It opens no sockets and never
// waits: the board hands it accepted ones, polls what wishes() lists, and calls step().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/console/session.h"
#include "core/ssh/key.h"

namespace gokey::ssh {

// A socket to poll: always for reading, sometimes also for writing.
struct Wish {
  int fd;
  bool write;
};

class Server {
 public:
  // Called with short lines about logins; never with anything secret.
  using Log = std::function<void(const std::string& line)>;

  // Null if libssh does not take the host key. `dialect` outlives the server.
  [[nodiscard]] static std::unique_ptr<Server> create(Key host_key, AuthorizedKeys users,
                                                      console::Dialect& dialect, Log log);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] const std::string& host_key_fingerprint() const;

  // Takes a connected, non-blocking socket. `peer` is its name in the log. When too many wait for
  // their login, the one that waits longest gives way, so that silent clients never keep the owner
  // out.
  void adopt(int fd, std::string peer, std::uint64_t now_ms);

  void wishes(std::vector<Wish>& out) const;
  // poll() reported something on this socket.
  void ready(int fd);
  // Serves every connection as far as it goes without waiting.
  void step(std::uint64_t now_ms);
  // hal::Clock time by which step() wants to be called even if no socket is ready; 0: at once.
  [[nodiscard]] std::uint64_t next_deadline() const;

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace gokey::ssh
