// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <sys/types.h>

#include "boards/sim/failure.h"
#include "boards/sim/posix.h"

namespace gokey::sim {

// A process of our own with one socket to it. It shares no descriptor with us but that one and
// standard error, and dies with us, however we end.
class ChildProcess {
 public:
  // Runs `body` in a fork of this process, which must have a single thread; it exits with what
  // `body` returns.
  [[nodiscard]] static Result<ChildProcess> start(const std::function<int(int socket)>& body);
  // Closes the socket, which the child takes for the end, and waits for it.
  ~ChildProcess();
  ChildProcess(ChildProcess&&) = default;
  ChildProcess& operator=(ChildProcess&&) = delete;

  [[nodiscard]] int socket() const { return socket_.get(); }
  [[nodiscard]] pid_t pid() const { return pid_.get(); }
  // Waits for the end of a child that closed its side, and says how it ended.
  [[nodiscard]] std::string obituary();

 private:
  // A moved-from ChildProcess must not wait.
  class Pid {
   public:
    explicit Pid(pid_t pid) : pid_(pid) {}
    Pid(Pid&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}
    Pid& operator=(Pid&&) = delete;
    ~Pid() = default;
    [[nodiscard]] pid_t get() const { return pid_; }
    void clear() { pid_ = -1; }

   private:
    pid_t pid_;
  };

  ChildProcess(pid_t pid, UniqueFd socket) : pid_(pid), socket_(std::move(socket)) {}
  // The wait status of the child, which is killed if it does not end in a moment.
  int reap();

  Pid pid_;
  UniqueFd socket_;
};

}  // namespace gokey::sim
