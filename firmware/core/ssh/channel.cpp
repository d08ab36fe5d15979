// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/channel.h"

#include <algorithm>
#include <array>
#include <limits>

#include <libssh/server.h>

namespace gokey::ssh {
namespace {

// While more than this waits to be sent, nothing is read: a client that asks without listening
// fills its own window, not our memory.
constexpr std::size_t kPauseInput = 64UZ * 1024;
// A session that writes this much ahead of its client is cut off.
constexpr std::size_t kMostQueued = 4UZ * 1024 * 1024;
// libssh grants at most about 1.3 MB of window; only a client that ignores it gets further.
constexpr int kMostBuffered = 2 * 1024 * 1024;
constexpr std::size_t kLargestWrite = 32UZ * 1024;

unsigned clamp(int size) { return size > 0 ? static_cast<unsigned>(size) : 0; }

}  // namespace

SessionChannel::SessionChannel(ssh_channel channel, console::Dialect& dialect, bool& changed)
    : channel_(channel), changed_(changed), reports_exec_(dialect.reports_exec()) {
  callbacks_.userdata = this;
  callbacks_.channel_data_function = on_data;
  callbacks_.channel_eof_function = on_eof;
  callbacks_.channel_close_function = on_close;
  callbacks_.channel_pty_request_function = on_pty;
  callbacks_.channel_pty_window_change_function = on_resize;
  callbacks_.channel_shell_request_function = on_shell;
  // Without this one the request comes to the connection's message callback, which can leave it
  // unanswered.
  if (reports_exec_) callbacks_.channel_exec_request_function = on_exec;
  ssh_callbacks_init(&callbacks_);
  ssh_set_channel_callbacks(channel_, &callbacks_);
  session_ = dialect.open(*this);
}

SessionChannel::~SessionChannel() {
  session_.reset();
  ssh_remove_channel_callbacks(channel_, &callbacks_);
  ssh_channel_free(channel_);
}

void SessionChannel::write(std::string_view bytes) { queue(false, bytes); }
void SessionChannel::write_error(std::string_view bytes) { queue(true, bytes); }

void SessionChannel::queue(bool error, std::string_view bytes) {
  if (finished_ || bytes.empty()) return;
  if (chunks_.empty() || chunks_.back().error != error ||
      chunks_.back().bytes.size() >= kLargestWrite) {
    chunks_.push_back({error, {}});
  }
  chunks_.back().bytes += bytes;
  queued_ += bytes.size();
  changed_ = true;
}

void SessionChannel::finish(int exit_status) {
  if (finished_) return;
  finished_ = true;
  exit_status_ = exit_status;
  changed_ = true;
}

bool SessionChannel::exec(std::string_view command) {
  // RFC 4254, 6.5: only one of shell and exec, once.
  if (started_) return false;
  started_ = session_->exec(command);
  changed_ = true;
  return started_;
}

bool SessionChannel::takes_input() const {
  return finished_ || (started_ && queued_ < kPauseInput);
}

bool SessionChannel::step() {
  bool moved = read_buffered();
  moved |= send_queued();
  moved |= send_end();
  return moved;
}

void SessionChannel::tick(std::uint64_t now_ms) {
  if (session_) session_->tick(now_ms);
}

std::uint64_t SessionChannel::next_deadline() const {
  return session_ ? session_->next_deadline() : std::numeric_limits<std::uint64_t>::max();
}

bool SessionChannel::misbehaves() const {
  return queued_ > kMostQueued || (held_back_ && ssh_channel_poll(channel_, 0) > kMostBuffered);
}

// What on_data() left in libssh's buffer while the session was not ready for it.
bool SessionChannel::read_buffered() {
  bool moved = false;
  std::array<std::uint8_t, 4096> buffer{};
  while (held_back_ && takes_input()) {
    const int size = ssh_channel_poll(channel_, 0) > 0
                         ? ssh_channel_read_nonblocking(channel_, buffer.data(), buffer.size(), 0)
                         : 0;
    if (size <= 0) {
      held_back_ = false;
      break;
    }
    if (session_ && !finished_)
      session_->data(std::span(buffer).first(static_cast<std::size_t>(size)));
    moved = true;
  }
  std::ranges::fill(buffer, std::uint8_t{0});
  if (remote_eof_ && !eof_told_ && started_ && ssh_channel_is_eof(channel_) != 0) {
    eof_told_ = true;
    if (session_ && !finished_) session_->eof();
    moved = true;
  }
  return moved;
}

bool SessionChannel::send_queued() {
  bool moved = false;
  // Nothing is handed to libssh while its own output waits for the network: its buffer has no
  // limit.
  while (!chunks_.empty() && !remote_closed_ &&
         (ssh_get_poll_flags(ssh_channel_get_session(channel_)) & SSH_WRITE_PENDING) == 0) {
    const std::uint32_t window = ssh_channel_window_size(channel_);
    if (window == 0) break;
    // A copy, since libssh may call back into queue() while it writes.
    const bool error = chunks_.front().error;
    const std::string bytes =
        chunks_.front().bytes.substr(0, std::min<std::size_t>(window, kLargestWrite));
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const int sent = error ? ssh_channel_write_stderr(channel_, bytes.data(), size)
                           : ssh_channel_write(channel_, bytes.data(), size);
    if (sent <= 0) break;
    chunks_.front().bytes.erase(0, static_cast<std::size_t>(sent));
    if (chunks_.front().bytes.empty()) chunks_.pop_front();
    queued_ -= static_cast<std::size_t>(sent);
    moved = true;
  }
  return moved;
}

// The session lives until its client has closed the channel too: a restart that is to follow would
// cut off who has not yet read the answer.
bool SessionChannel::send_end() {
  if (!finished_ || end_sent_ || !chunks_.empty()) return false;
  end_sent_ = true;
  if (remote_closed_) return true;
  if (reports_exec_) ssh_channel_request_send_exit_status(channel_, exit_status_);
  // EOF by itself first: ssh_channel_close() gives up if its own EOF does not leave at once.
  ssh_channel_send_eof(channel_);
  ssh_channel_close(channel_);
  return true;
}

int SessionChannel::on_data(ssh_session, ssh_channel, void* data, std::uint32_t size, int is_stderr,
                            void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  const int all = static_cast<int>(size);
  if (is_stderr != 0) return all;  // RFC 4254 knows no meaning for it in this direction
  if (!channel.takes_input()) {
    channel.held_back_ = true;
    return 0;
  }
  channel.held_back_ = false;  // libssh hands over everything it has
  if (channel.session_ && !channel.finished_) {
    channel.session_->data({static_cast<const std::uint8_t*>(data), size});
  }
  return all;
}

void SessionChannel::on_eof(ssh_session, ssh_channel, void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  channel.remote_eof_ = true;
  channel.changed_ = true;
}

void SessionChannel::on_close(ssh_session, ssh_channel, void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  channel.remote_closed_ = true;
  channel.changed_ = true;
}

int SessionChannel::on_pty(ssh_session, ssh_channel, const char*, int columns, int rows, int, int,
                           void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  if (!channel.session_) return 1;
  channel.session_->pty(clamp(columns), clamp(rows));
  return 0;
}

int SessionChannel::on_resize(ssh_session, ssh_channel, int columns, int rows, int, int,
                              void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  if (channel.session_) channel.session_->resize(clamp(columns), clamp(rows));
  return 0;
}

int SessionChannel::on_shell(ssh_session, ssh_channel, void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  if (channel.started_ || !channel.session_) return 1;
  channel.started_ = channel.session_->shell();
  channel.changed_ = true;
  return channel.started_ ? 0 : 1;
}

int SessionChannel::on_exec(ssh_session, ssh_channel, const char* command, void* self) {
  auto& channel = *static_cast<SessionChannel*>(self);
  if (!channel.session_) return 1;
  return channel.exec(command == nullptr ? "" : command) ? 0 : 1;
}

}  // namespace gokey::ssh
