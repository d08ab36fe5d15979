// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/child_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gokey::sim {
namespace {

constexpr int kChildSocket = STDERR_FILENO + 1;

// Lets go of everything that belongs to the parent.
void detach(int socket, pid_t parent) {
  // The kernel kills us when the parent dies; it may have died just before.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
  // Ctrl-C goes to the whole process group. The parent decides when it is over, by closing the
  // socket.
  for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) ::signal(each, SIG_IGN);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (socket != kChildSocket) ::dup2(socket, kChildSocket);
  ::close_range(kChildSocket + 1, ~0U, 0);
  const UniqueFd nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  if (!nothing) return;
  ::dup2(nothing.get(), STDIN_FILENO);
  ::dup2(nothing.get(), STDOUT_FILENO);
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::function<int(int socket)>& body) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return failure(Exit::kFailed, "start the vault process", error_text(errno));
  }
  UniqueFd ours(ends[0]);
  UniqueFd theirs(ends[1]);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return failure(Exit::kFailed, "start the vault process", error_text(errno));
  if (pid == 0) {
    detach(theirs.get(), parent);
    ::_exit(body(kChildSocket));
  }
  return ChildProcess(pid, std::move(ours));
}

ChildProcess::~ChildProcess() {
  socket_.reset();
  reap();
}

int ChildProcess::reap() {
  if (pid_.get() < 0) return 0;
  constexpr std::chrono::milliseconds kPause{1};
  int status = 0;
  // A running RSA operation ends in well under a second.
  for (int waited = 0; ::waitpid(pid_.get(), &status, WNOHANG) == 0; ++waited) {
    if (waited == 1000) ::kill(pid_.get(), SIGKILL);
    std::this_thread::sleep_for(kPause);
  }
  pid_.clear();
  return status;
}

std::string ChildProcess::obituary() {
  const int status = reap();
  if (WIFSIGNALED(status)) return "killed by signal " + std::to_string(WTERMSIG(status));
  return "exit status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace gokey::sim
