// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <csignal>

namespace gokeyctl::cli {

// While one exists, Ctrl-C, SIGTERM, SIGHUP and SIGQUIT do not end the program but make fd()
// readable, so that what waits can restore the terminal and end in order. One at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // As a signal would, from any thread: wakes who waits.
  static void ring();
  [[nodiscard]] int fd() const;
  [[nodiscard]] bool stopped() const;
  // Waits for `fd` to become readable (-1: for nothing), at most `milliseconds` (-1: for ever).
  // False when a signal or the end of the time came first.
  [[nodiscard]] bool wait_for(int fd, int milliseconds) const;

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace gokeyctl::cli
