// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The one place that knows whether somebody is asked to confirm presence. One confirmation is for
// one request; one that comes before the request is for none.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>

namespace gokey::token {

class Presence {
 public:
  enum class Outcome : std::uint8_t { kConfirmed, kTimedOut, kCancelled };
  // kAlways: also while the test of user presence is off.
  enum class Need : std::uint8_t { kAsTested, kAlways };
  using Done = std::function<void(Outcome)>;

  struct Request {
    std::string application;  // 64 hex digits of U2F's application hash, or a relying party id
    std::uint64_t deadline_ms = 0;
    Done done;
  };

  [[nodiscard]] const Request* pending() const { return pending_ ? &*pending_ : nullptr; }
  void begin(Request request) { pending_ = std::move(request); }
  // Ends the wait and gives what was waited for, so that the caller tells of it once nothing is
  // pending any more.
  [[nodiscard]] std::optional<Request> end() {
    std::optional<Request> ended = std::move(pending_);
    pending_.reset();
    return ended;
  }
  [[nodiscard]] std::uint64_t deadline_ms() const {
    return pending_ ? pending_->deadline_ms : std::numeric_limits<std::uint64_t>::max();
  }

 private:
  std::optional<Request> pending_;
};

}  // namespace gokey::token
