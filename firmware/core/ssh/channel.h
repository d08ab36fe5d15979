// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One session channel (RFC 4254, 6): carries a console session.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

#include "core/console/session.h"

namespace gokey::ssh {

class SessionChannel final : public console::Channel {
 public:
  // `channel` belongs to a libssh session that outlives this object. `changed` is set whenever
  // there is something for step() to do.
  SessionChannel(ssh_channel channel, console::Dialect& dialect, bool& changed);
  ~SessionChannel() override;
  SessionChannel(const SessionChannel&) = delete;
  SessionChannel& operator=(const SessionChannel&) = delete;

  void write(std::string_view bytes) override;
  void write_error(std::string_view bytes) override;
  [[nodiscard]] std::size_t pending() const override { return queued_; }
  void finish(int exit_status) override;

  [[nodiscard]] bool owns(ssh_channel channel) const { return channel == channel_; }
  // An exec request; true if it is granted.
  bool exec(std::string_view command);

  // Moves what can move between the session and libssh. True if anything moved.
  bool step();
  void tick(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const;
  // The client let go of the channel: it can be destroyed.
  [[nodiscard]] bool gone() const { return remote_closed_; }
  // The client sends beyond the window it was given, or does not take what it asked for.
  [[nodiscard]] bool misbehaves() const;

 private:
  struct Chunk {
    bool error;
    std::string bytes;
  };

  static int on_data(ssh_session, ssh_channel, void* data, std::uint32_t size, int is_stderr,
                     void* self);
  static void on_eof(ssh_session, ssh_channel, void* self);
  static void on_close(ssh_session, ssh_channel, void* self);
  static int on_pty(ssh_session, ssh_channel, const char* term, int columns, int rows, int, int,
                    void* self);
  static int on_resize(ssh_session, ssh_channel, int columns, int rows, int, int, void* self);
  static int on_shell(ssh_session, ssh_channel, void* self);
  static int on_exec(ssh_session, ssh_channel, const char* command, void* self);

  void queue(bool error, std::string_view bytes);
  [[nodiscard]] bool takes_input() const;
  bool read_buffered();
  bool send_queued();
  bool send_end();

  ssh_channel channel_;
  bool& changed_;
  ssh_channel_callbacks_struct callbacks_{};
  bool reports_exec_;
  std::unique_ptr<console::Session> session_;
  std::deque<Chunk> chunks_;
  std::size_t queued_ = 0;
  int exit_status_ = 0;
  bool started_ = false;   // shell or exec was granted
  bool finished_ = false;  // the session said its last word
  bool end_sent_ = false;
  bool held_back_ = false;  // input waits in libssh's buffer
  bool remote_eof_ = false, eof_told_ = false, remote_closed_ = false;
};

}  // namespace gokey::ssh
