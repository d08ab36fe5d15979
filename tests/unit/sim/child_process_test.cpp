// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/child_process.h"

#include <array>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gokey::sim {
namespace {

int echo(int socket) {
  std::array<std::uint8_t, 1> byte{};
  while (read_all(socket, byte)) {
    if (!write_all(socket, byte)) return 1;
  }
  return 0;
}

TEST(ChildProcess, TalksOverItsSocketAndEndsWithIt) {
  auto child = ChildProcess::start(echo);
  ASSERT_TRUE(child.has_value());
  std::array<std::uint8_t, 1> byte{42};
  ASSERT_TRUE(write_all(child->socket(), byte));
  byte = {};
  ASSERT_TRUE(read_all(child->socket(), byte));
  EXPECT_EQ(byte[0], 42);
  ::shutdown(child->socket(), SHUT_RDWR);
  EXPECT_EQ(child->obituary(), "exit status 0");
}

TEST(ChildProcess, InheritsNoOtherDescriptor) {
  const UniqueFd secret(::fcntl(STDERR_FILENO, F_DUPFD, 100));
  auto child = ChildProcess::start(
      [&](int socket) { return ::fcntl(secret.get(), F_GETFD) < 0 && socket >= 0 ? 0 : 9; });
  ASSERT_TRUE(child.has_value());
  EXPECT_EQ(child->obituary(), "exit status 0");
}

TEST(ChildProcess, SaysHowItWasKilled) {
  auto child = ChildProcess::start(echo);
  ASSERT_TRUE(child.has_value());
  ::kill(child->pid(), SIGKILL);
  EXPECT_EQ(child->obituary(), "killed by signal 9");
}

// The vault may not outlive a simulator that was killed: it holds the keys and the state folder.
TEST(ChildProcess, DiesWithItsParent) {
  int report[2];
  ASSERT_EQ(::pipe(report), 0);
  const pid_t parent = ::fork();
  if (parent == 0) {
    auto child = ChildProcess::start([](int) {
      while (true) ::pause();
      return 0;
    });
    const pid_t pid = child->pid();
    static_cast<void>(!::write(report[1], &pid, sizeof pid));
    while (true) ::pause();
  }
  ::close(report[1]);
  pid_t grandchild = 0;
  ASSERT_EQ(::read(report[0], &grandchild, sizeof grandchild),
            static_cast<ssize_t>(sizeof grandchild));
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  // The parent's end of the pipe is not inherited by the grandchild, so wait for the process
  // itself.
  bool gone = false;
  for (int i = 0; i < 200 && !gone; ++i) {
    const UniqueFd stat(
        ::open(("/proc/" + std::to_string(grandchild) + "/stat").c_str(), O_RDONLY));
    std::array<char, 256> text{};
    // A zombie waits for whoever adopted it; it does no harm.
    gone = !stat || ::read(stat.get(), text.data(), text.size() - 1) <= 0 ||
           std::string_view(text.data()).find(") Z ") != std::string_view::npos;
    if (!gone) ::poll(nullptr, 0, 10);
  }
  EXPECT_TRUE(gone);
  ::close(report[0]);
}

}  // namespace
}  // namespace gokey::sim
