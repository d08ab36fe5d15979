// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One libssh session in non-blocking mode, with every wait bounded by a deadline of ours.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <libssh/libssh.h>

#include "base/deadline.h"
#include "gokeyctl/error.h"
#include "transport/link/link.h"

namespace gokeyctl::transport {

class Session {
 public:
  Session() = default;
  // `cancel_fd` (if ≥ 0) ends whatever waits, with kCancelled, once it is readable.
  explicit Session(ssh_session raw, int cancel_fd = -1) : raw_(raw), cancel_fd_(cancel_fd) {}
  ~Session();
  Session(Session&& other) noexcept
      : raw_(std::exchange(other.raw_, nullptr)), cancel_fd_(other.cancel_fd_) {}
  Session& operator=(Session&&) = delete;

  [[nodiscard]] ssh_session get() const { return raw_; }

  // A step of several libssh calls can have had its answer read by a later one; then it is looked
  // at again after this time at the latest.
  static constexpr int kLookAgainMs = 50;

  // Repeats `step` until it returns something other than `again`, sleeping in poll(2) between.
  // kTimeout says that `doing` took too long; kCancelled that stop_fd became readable.
  // Instead of sleeping it calls `meanwhile`, for work that can be done while the other side
  // computes: a piece at each call, and false once nothing is left.
  template <typename Step>
  [[nodiscard]] Result<int> drive(Step step, int again, const Until& until, const char* doing,
                                  const std::function<bool()>& meanwhile = {}) const {
    for (bool more = meanwhile != nullptr;;) {
      const int outcome = step();
      if (outcome != again) return outcome;
      while (more && is_quiet()) more = meanwhile();
      if (auto ready = wait(until, doing, kLookAgainMs); !ready)
        return std::unexpected(std::move(ready).error());
    }
  }
  // Nothing to read, and nothing that waits to be written.
  [[nodiscard]] bool is_quiet() const;
  // Until the socket has something to do, or for `at_most_ms` if that is not negative. libssh reads
  // ahead: what a call before this one has read into its buffers wakes nobody.
  [[nodiscard]] Result<void> wait(const Until& until, const char* doing, int at_most_ms = -1) const;
  // kUnreachable with what libssh says went wrong.
  [[nodiscard]] Error broken(const char* doing) const;

 private:
  [[nodiscard]] short wanted_events() const;

  ssh_session raw_ = nullptr;
  int cancel_fd_ = -1;
};

}  // namespace gokeyctl::transport
