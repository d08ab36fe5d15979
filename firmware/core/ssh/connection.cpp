// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/connection.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <unistd.h>

namespace gokey::ssh {
namespace {

constexpr std::uint64_t kLoginGraceMs = 10'000;
constexpr unsigned kMostRefusals = 6;
constexpr std::ptrdiff_t kMostChannels = 10;
// libssh takes 4 KiB at a time. After so many the other connections have their turn.
constexpr unsigned kRoundsPerStep = 64;

}  // namespace

std::unique_ptr<Connection> Connection::begin(ssh_bind bind, int fd, std::string peer,
                                              Shared& shared, std::uint64_t now_ms) {
  ssh_session session = ssh_new();
  if (session == nullptr) {
    ::close(fd);
    return nullptr;
  }
  const bool read_config = false;
  ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &read_config);
  ssh_options_set(session, SSH_OPTIONS_COMPRESSION_C_S, "none");
  ssh_options_set(session, SSH_OPTIONS_COMPRESSION_S_C, "none");
  if (ssh_bind_accept_fd(bind, session, fd) != SSH_OK) {
    // libssh has the socket from some step on, and closes it then.
    const bool taken = ssh_get_fd(session) == fd;
    ssh_free(session);
    if (!taken) ::close(fd);
    return nullptr;
  }
  return std::unique_ptr<Connection>(new Connection(session, fd, std::move(peer), shared, now_ms));
}

Connection::Connection(ssh_session session, int fd, std::string peer, Shared& shared,
                       std::uint64_t now_ms)
    : session_(session),
      event_(ssh_event_new()),
      fd_(fd),
      peer_(std::move(peer)),
      shared_(shared),
      deadline_ms_(now_ms + kLoginGraceMs),
      now_ms_(now_ms),
      last_active_ms_(now_ms) {
  ssh_set_blocking(session_, 0);
  callbacks_.userdata = this;
  callbacks_.auth_pubkey_function = on_key;
  callbacks_.channel_open_request_session_function = on_open;
  ssh_callbacks_init(&callbacks_);
  ssh_set_server_callbacks(session_, &callbacks_);
  ssh_set_auth_methods(session_, SSH_AUTH_METHOD_PUBLICKEY);
  ssh_set_message_callback(session_, on_message, this);
  // Sends our identification; everything after it happens as packets come in. It also gives the
  // session the poll context that the event takes over.
  if (ssh_handle_key_exchange(session_) == SSH_ERROR) over_ = true;
  if (event_ == nullptr || ssh_event_add_session(event_, session_) != SSH_OK) over_ = true;
}

Connection::~Connection() {
  channels_.clear();
  if (event_ != nullptr) {
    ssh_event_remove_session(event_, session_);
    ssh_event_free(event_);
  }
  ssh_disconnect(session_);
  ssh_free(session_);
  if (authenticated_ && shared_.log) {
    shared_.log("ssh: " + peer_ + (end_.empty() ? " left" : " dropped: " + end_));
  }
}

bool Connection::wants_to_write() const {
  return (ssh_get_poll_flags(session_) & SSH_WRITE_PENDING) != 0;
}

void Connection::drop(const std::string& why) {
  if (over_) return;
  over_ = true;
  end_ = why;
}

std::uint64_t Connection::next_deadline() const {
  if (changed_ || over_) return 0;
  std::uint64_t next = authenticated_ ? std::numeric_limits<std::uint64_t>::max() : deadline_ms_;
  for (const auto& channel : channels_) next = std::min(next, channel->next_deadline());
  return next;
}

void Connection::step(std::uint64_t now_ms) {
  now_ms_ = now_ms;
  if (over_) return;
  if (!authenticated_ && now_ms >= deadline_ms_) return drop("no login in time");
  const bool woken = std::exchange(changed_, false);
  for (const auto& channel : channels_) channel->tick(now_ms);
  if (!woken && !changed_) return;
  last_active_ms_ = now_ms;
  changed_ = false;
  for (unsigned round = 0; round < kRoundsPerStep && !over_; ++round) {
    const bool received = pump();
    const bool moved = step_channels();
    if (!received && !moved) return;
  }
  changed_ = true;  // more to do in the next step
}

// One round of network input and output. True if there was any.
bool Connection::pump() {
  const int result = ssh_event_dopoll(event_, 0);
  const int closed = ssh_get_status(session_) & (SSH_CLOSED | SSH_CLOSED_ERROR);
  if (result == SSH_ERROR || closed != 0 || ssh_is_connected(session_) == 0) {
    over_ = true;
    return false;
  }
  return result != SSH_AGAIN;
}

bool Connection::step_channels() {
  bool moved = false;
  // By index: libssh may handle packets while it sends, and a new channel joins the list.
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    if (over_) return false;
    SessionChannel& channel = *channels_[i];
    moved |= channel.step();
    if (channel.misbehaves()) drop("a channel ran over its limits");
  }
  std::erase_if(channels_, [](const auto& channel) { return channel->gone(); });
  return moved;
}

int Connection::on_key(ssh_session, const char*, ssh_key_struct* key, char state, void* self) {
  if (key == nullptr) return SSH_AUTH_DENIED;
  return static_cast<Connection*>(self)->judge_key(*key, state);
}

int Connection::judge_key(const ssh_key_struct& key, int state) {
  if (authenticated_ || over_) return SSH_AUTH_DENIED;
  if (!shared_.keys.allows(key)) return refuse_login();
  if (state == SSH_PUBLICKEY_STATE_NONE) return SSH_AUTH_SUCCESS;  // a question: would this key do?
  if (state != SSH_PUBLICKEY_STATE_VALID) return refuse_login();
  if (!shared_.admit()) {
    drop("too many connections");
    return SSH_AUTH_DENIED;
  }
  authenticated_ = true;
  if (shared_.log) shared_.log("ssh: " + peer_ + " logged in with " + fingerprint(key));
  return SSH_AUTH_SUCCESS;
}

int Connection::refuse_login() {
  if (++refusals_ >= kMostRefusals) drop("too many keys refused");
  return SSH_AUTH_DENIED;
}

ssh_channel Connection::on_open(ssh_session session, void* self) {
  auto& connection = *static_cast<Connection*>(self);
  // Closed ones may still be listed, if the close came with the same packet as this request.
  const auto open = std::ranges::count_if(connection.channels_,
                                          [](const auto& channel) { return !channel->gone(); });
  if (!connection.authenticated_ || open >= kMostChannels) return nullptr;
  ssh_channel channel = ssh_channel_new(session);
  if (channel == nullptr) return nullptr;
  connection.channels_.push_back(
      std::make_unique<SessionChannel>(channel, connection.shared_.dialect, connection.changed_));
  return channel;
}

// Whatever the callbacks do not take. 0: done with; 1: libssh answers with a refusal (a service
// request with success).
int Connection::on_message(ssh_session, ssh_message message, void* self) {
  auto& connection = *static_cast<Connection*>(self);
  const int type = ssh_message_type(message);
  const int subtype = ssh_message_subtype(message);
  if (type == SSH_REQUEST_AUTH && subtype != SSH_AUTH_METHOD_NONE) connection.refuse_login();
  if (type != SSH_REQUEST_CHANNEL || connection.shared_.dialect.reports_exec()) return 1;

  // The original leaves these three without any reply, whatever becomes of them.
  if (subtype == SSH_CHANNEL_REQUEST_EXEC) {
    const ssh_channel channel = ssh_message_channel_request_channel(message);
    const char* command = ssh_message_channel_request_command(message);
    const auto found = std::ranges::find_if(connection.channels_,
                                            [&](const auto& one) { return one->owns(channel); });
    if (found != connection.channels_.end()) (*found)->exec(command == nullptr ? "" : command);
    return 0;
  }
  return subtype == SSH_CHANNEL_REQUEST_ENV || subtype == SSH_CHANNEL_REQUEST_SUBSYSTEM ? 0 : 1;
}

}  // namespace gokey::ssh
