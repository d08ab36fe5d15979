// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/channel.h"

#include <array>
#include <string>

namespace gokeyctl::transport {
namespace {

constexpr int kColumns = 80;
constexpr int kRows = 24;
constexpr std::size_t kMaxErrors = 4096;

}  // namespace

SshChannel::~SshChannel() { ssh_channel_free(raw_); }

Result<std::unique_ptr<SshChannel>> SshChannel::open(const Session& session,
                                                     base::Deadline deadline) {
  constexpr const char* kDoing = marked("open a session on the console");
  ssh_channel raw = ssh_channel_new(session.get());
  if (raw == nullptr) return std::unexpected(session.broken(kDoing));
  std::unique_ptr<SshChannel> channel(new SshChannel(session, raw));
  const auto outcome =
      session.drive([&] { return ssh_channel_open_session(raw); }, SSH_AGAIN, {deadline}, kDoing);
  if (auto opened = channel->granted(outcome, kDoing); !opened)
    return std::unexpected(std::move(opened).error());
  return channel;
}

Result<void> SshChannel::granted(const Result<int>& outcome, const char* doing) const {
  if (!outcome) return std::unexpected(outcome.error());
  if (*outcome == SSH_OK) return {};
  Error error = session_.broken(doing);
  if (ssh_is_connected(session_.get()) != 0) {
    error.code = Code::kProtocol;
    error.details["reason"] = "refused";
  }
  return std::unexpected(std::move(error));
}

Result<void> SshChannel::request_exec(std::string_view command, base::Deadline deadline) {
  constexpr const char* kDoing = marked("send a command to the console");
  constexpr int kUnanswered = 1;  // neither SSH_OK, SSH_ERROR nor SSH_AGAIN
  const std::string text(command);
  const auto step = [&]() -> int {
    // The original firmware answers no exec request, but it runs the command. An answer comes
    // before any output: both can be read from the socket by one look, so the request is looked at
    // last.
    const bool output = ssh_channel_poll(raw_, 0) != 0 || ssh_channel_is_eof(raw_) != 0 ||
                        ssh_channel_is_closed(raw_) != 0;
    const int outcome = ssh_channel_request_exec(raw_, text.c_str());
    return outcome == SSH_AGAIN && output ? kUnanswered : outcome;
  };
  const Result<int> outcome = session_.drive(step, SSH_AGAIN, {deadline}, kDoing);
  acknowledged_ = !outcome || *outcome != kUnanswered;
  return acknowledged_ ? granted(outcome, kDoing) : Result<void>();
}

Result<void> SshChannel::request_shell(base::Deadline deadline) {
  constexpr const char* kDoing = marked("open a terminal on the console");
  const auto terminal =
      session_.drive([&] { return ssh_channel_request_pty_size(raw_, "xterm", kColumns, kRows); },
                     SSH_AGAIN, {deadline}, kDoing);
  if (auto done = granted(terminal, kDoing); !done) return done;
  const auto shell = session_.drive([&] { return ssh_channel_request_shell(raw_); }, SSH_AGAIN,
                                    {deadline}, kDoing);
  return granted(shell, kDoing);
}

void SshChannel::collect_errors() {
  std::array<char, 1024> chunk;
  for (std::size_t rounds = 0; rounds <= kMaxErrors / chunk.size(); ++rounds) {
    const int count = ssh_channel_read_nonblocking(raw_, chunk.data(), chunk.size(), 1);
    if (count <= 0) return;
    // More than an error needs is dropped, lest it fill the window.
    if (errors_.size() < kMaxErrors) errors_.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

Result<std::size_t> SshChannel::read_some(std::span<char> into, const Until& until) {
  constexpr const char* kDoing = marked("read the console's answer");
  const auto size = static_cast<std::uint32_t>(into.size());
  for (;;) {
    // Each look at an empty buffer also reads from the socket, for both streams. Output comes last,
    // so that none is in libssh's buffer when we go to sleep on the socket.
    collect_errors();
    const int count = ssh_channel_read_nonblocking(raw_, into.data(), size, 0);
    if (count > 0) return static_cast<std::size_t>(count);
    if (count == SSH_ERROR) return std::unexpected(session_.broken(kDoing));
    if (ssh_channel_is_eof(raw_) != 0 || ssh_channel_is_closed(raw_) != 0) {
      collect_errors();
      return 0;
    }
    if (ssh_is_connected(session_.get()) == 0) return std::unexpected(session_.broken(kDoing));
    if (auto ready = session_.wait(until, kDoing); !ready)
      return std::unexpected(std::move(ready).error());
  }
}

Result<void> SshChannel::write_all(std::string_view bytes, base::Deadline deadline) {
  constexpr const char* kDoing = marked("send to the console");
  while (!bytes.empty()) {
    const int count =
        ssh_channel_write(raw_, bytes.data(), static_cast<std::uint32_t>(bytes.size()));
    if (count < 0 && count != SSH_AGAIN) return std::unexpected(session_.broken(kDoing));
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    if (bytes.empty()) break;
    if (auto ready = session_.wait({deadline}, kDoing, Session::kLookAgainMs); !ready) return ready;
  }
  return {};
}

Result<std::optional<int>> SshChannel::exit_status(base::Deadline deadline) {
  constexpr const char* kDoing = marked("wait for the console's exit status");
  for (;;) {
    const int status = ssh_channel_get_exit_status(raw_);
    if (status >= 0) return status;
    if (ssh_channel_is_closed(raw_) != 0) return std::nullopt;
    if (ssh_is_connected(session_.get()) == 0) return std::unexpected(session_.broken(kDoing));
    if (auto ready = session_.wait({deadline}, kDoing, Session::kLookAgainMs); !ready)
      return std::unexpected(std::move(ready).error());
  }
}

}  // namespace gokeyctl::transport
