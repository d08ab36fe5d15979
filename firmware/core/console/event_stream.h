// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What happens on the token as JSON lines, for a program that watches.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/console/session.h"
#include "core/token/token.h"
#include "hal/clock.h"

namespace gokey::console {

// Begins with the status, then tells every change of it (at most 20 a second, always the newest),
// and `operation`, `unlocked` and `locked`. For a client that does not read, the newest status and
// the last kQueueLimit lines are kept; nothing else grows.
class EventStream {
 public:
  // `line_end` is LF, or CR LF on a terminal.
  EventStream(Channel& channel, token::Token& token, const hal::Clock& clock,
              std::string_view line_end);
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  void tick(std::uint64_t now_ms);
  // hal::Clock time of the next wanted tick, or UINT64_MAX.
  [[nodiscard]] std::uint64_t next_deadline() const { return deadline_; }

  static constexpr std::size_t kPendingLimit =
      16384;  // bytes in the channel beyond which nothing is added
  static constexpr std::size_t kQueueLimit = 64;        // lines
  static constexpr std::uint64_t kStatusInterval = 50;  // ms
  static constexpr std::uint64_t kDelayInterval =
      1000;  // ms: how late the end of a retry delay may be told

 private:
  void on_event(const token::Event& event);
  void queue(std::string_view name, const std::string& data);
  [[nodiscard]] std::string line(std::string_view name, std::string_view data) const;

  Channel& channel_;
  token::Token& token_;
  const hal::Clock& clock_;
  std::string line_end_;
  std::deque<std::string> queue_;
  std::optional<token::TokenStatus> told_;  // the status sent last
  std::uint64_t next_status_ = 0;           // ms
  std::uint64_t deadline_ = 0;
  token::Token::Subscription subscription_;
};

}  // namespace gokey::console
