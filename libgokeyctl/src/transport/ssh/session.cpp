// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/session.h"

#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>

#include "base/descriptor.h"
#include "gokeyctl/text.h"

namespace gokeyctl::transport {

Session::~Session() {
  if (raw_ == nullptr) return;
  // libssh forgets a socket that it was given, without closing it; -1 once it closed it itself.
  const base::Descriptor socket(ssh_get_fd(raw_));
  ssh_disconnect(raw_);
  ssh_free(raw_);
}

short Session::wanted_events() const {
  return (ssh_get_poll_flags(raw_) & SSH_WRITE_PENDING) != 0 ? POLLIN | POLLOUT : POLLIN;
}

bool Session::is_quiet() const {
  pollfd socket{ssh_get_fd(raw_), wanted_events(), 0};
  return ::poll(&socket, 1, 0) == 0;
}

Result<void> Session::wait(const Until& until, const char* doing, int at_most_ms) const {
  const short wanted = wanted_events();
  // poll(2) passes over negative descriptors.
  std::array<pollfd, 3> waiting{
      {{ssh_get_fd(raw_), wanted, 0}, {until.stop_fd, POLLIN, 0}, {cancel_fd_, POLLIN, 0}}};
  for (;;) {
    const int left = until.deadline.poll_timeout();
    const bool cut = at_most_ms >= 0 && (left < 0 || left > at_most_ms);
    const int ready =
        left == 0 ? 0 : ::poll(waiting.data(), waiting.size(), cut ? at_most_ms : left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready > 0 && (waiting[1].revents != 0 || waiting[2].revents != 0)) {
      return std::unexpected(Error{.code = Code::kCancelled,
                                   .message = say("{}: {}", say(doing), say("stopped")),
                                   .hint = {},
                                   .details = {},
                                   .cause = nullptr});
    }
    if (ready > 0 || (cut && ready == 0)) return {};
    return std::unexpected(Error{.code = Code::kTimeout,
                                 .message = say("{}: {}", say(doing), say("no answer in time")),
                                 .hint = {},
                                 .details = {{"reason", "no-answer"}},
                                 .cause = nullptr});
  }
}

Error Session::broken(const char* doing) const {
  const std::string why = printable(ssh_get_error(raw_), 160);
  return Error{.code = Code::kUnreachable,
               .message = say("{}: {}", say(doing),
                              why.empty() ? say("the connection broke") : Sentence(why)),
               .hint = {},
               .details = {{"reason", "connection"}},
               .cause = nullptr};
}

}  // namespace gokeyctl::transport
