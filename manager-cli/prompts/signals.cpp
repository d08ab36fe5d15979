// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/signals.h"

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace gokeyctl::cli {
namespace {

// A handler can only reach what has static storage; the pipe lives as long as the program.
std::array<int, 2> stop_pipe = {-1, -1};

void on_signal(int) {
  const int saved = errno;
  const char byte = 0;
  (void)!write(stop_pipe[1], &byte, 1);
  errno = saved;
}

void drain() {
  std::array<char, 16> bytes{};
  while (read(stop_pipe[0], bytes.data(), bytes.size()) > 0) {
  }
}

}  // namespace

StopSignals::StopSignals() {
  if (stop_pipe[0] < 0 && pipe2(stop_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  drain();
  struct sigaction action{};
  action.sa_handler = on_signal;
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &action, &before_[i]);
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

void StopSignals::ring() { on_signal(0); }

int StopSignals::fd() const { return stop_pipe[0]; }

bool StopSignals::stopped() const {
  pollfd stop{stop_pipe[0], POLLIN, 0};
  return poll(&stop, 1, 0) > 0;
}

bool StopSignals::wait_for(int fd, int milliseconds) const {
  std::array<pollfd, 2> fds = {pollfd{stop_pipe[0], POLLIN, 0}, pollfd{fd, POLLIN, 0}};
  int ready = 0;
  do {
    ready = poll(fds.data(), fd < 0 ? 1 : 2, milliseconds);
  } while (ready < 0 && errno == EINTR && !stopped());
  return ready > 0 && fds[0].revents == 0 && fds[1].revents != 0;
}

}  // namespace gokeyctl::cli
