// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A console session, independent of what carries it: an SSH session channel on the token, a script
// in tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace gokey::console {

// What a session may do with its channel. Implemented by core/ssh.
class Channel {
 public:
  virtual ~Channel() = default;
  // Queues bytes for the client; never blocks.
  virtual void write(std::string_view bytes) = 0;
  // As write(), for what explains a failure: SSH_EXTENDED_DATA_STDERR on a channel that has it.
  virtual void write_error(std::string_view bytes) { write(bytes); }
  // Bytes queued and not yet taken by the network. A session that streams must watch it.
  [[nodiscard]] virtual std::size_t pending() const = 0;
  // Ends the session once everything queued has left: exit-status (unless the dialect sends none),
  // EOF, close. The session object lives on until the channel calls closed().
  virtual void finish(int exit_status) = 0;
};

// One session, from the opening of its channel to its end. Implemented by the dialects.
class Session {
 public:
  virtual ~Session() = default;
  virtual void pty(unsigned columns, unsigned rows) = 0;
  virtual void resize(unsigned columns, unsigned rows) = 0;
  // shell and exec: true if the request is granted. Output may follow at once.
  virtual bool shell() = 0;
  virtual bool exec(std::string_view command) = 0;
  virtual void data(std::span<const std::uint8_t> bytes) = 0;
  virtual void eof() = 0;
  // For timers (events are sent at most 20 times a second): called often, and no later than
  // next_deadline().
  virtual void tick(std::uint64_t now_ms) = 0;
  // hal::Clock time of the next wanted tick, or UINT64_MAX.
  [[nodiscard]] virtual std::uint64_t next_deadline() const = 0;
};

// The way a console behaves: the native one, and in the simulator the original firmware's.
class Dialect {
 public:
  virtual ~Dialect() = default;
  // A new session on `channel`, which outlives it.
  [[nodiscard]] virtual std::unique_ptr<Session> open(Channel& channel) = 0;
  // False for the original: neither a reply to exec requests nor an exit-status is ever sent.
  [[nodiscard]] virtual bool reports_exec() const = 0;
  // The software version in the SSH identification string, for example "gokey_0.1.0".
  [[nodiscard]] virtual std::string_view ssh_version() const = 0;
};

}  // namespace gokey::console
