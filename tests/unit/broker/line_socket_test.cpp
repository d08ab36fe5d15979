// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/line_socket.h"

#include <array>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gokeyctl::broker {
namespace {

class LineSocketTest : public testing::Test {
 protected:
  LineSocketTest() {
    std::array<int, 2> ends{};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()), 0);
    here_ = std::make_unique<LineSocket>(base::Descriptor(ends[0]), LineSocket::Limits{64, 4096});
    there_ = std::make_unique<LineSocket>(base::Descriptor(ends[1]), LineSocket::Limits{64, 4096});
    raw_ = ends[1];
  }
  // Lines as they come, "+" behind those that a descriptor came with.
  Result<bool> receive() {
    return here_->receive([&](std::string_view line, const base::Descriptor& attached) {
      lines_.push_back(std::string(line) + (attached ? "+" : ""));
      return true;
    });
  }
  void send_raw(std::string_view text) {
    ASSERT_EQ(::send(raw_, text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
  }
  static base::Descriptor some_descriptor() {
    return base::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  }

  std::unique_ptr<LineSocket> here_, there_;
  std::vector<std::string> lines_;
  int raw_ = -1;
};

TEST_F(LineSocketTest, ADescriptorStaysWithItsLine) {
  ASSERT_TRUE(there_->send("one"));
  ASSERT_TRUE(there_->send("two", some_descriptor()));
  ASSERT_TRUE(there_->send("three"));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(receive());
  EXPECT_EQ(lines_, (std::vector<std::string>{"one", "two+", "three"}));
}

TEST_F(LineSocketTest, OneThatNobodyTookIsNotForALaterLine) {
  ASSERT_TRUE(there_->send("one", some_descriptor()));
  ASSERT_TRUE(there_->send("two"));
  ASSERT_TRUE(here_->receive([](std::string_view, const base::Descriptor&) { return true; }));
  ASSERT_TRUE(receive());
  EXPECT_EQ(lines_, std::vector<std::string>{"two"});
}

TEST_F(LineSocketTest, HalfALineWaitsForTheRest) {
  send_raw("ab");
  ASSERT_TRUE(receive());
  EXPECT_TRUE(lines_.empty());
  send_raw("c\nd");
  ASSERT_TRUE(receive());
  EXPECT_EQ(lines_, std::vector<std::string>{"abc"});
}

TEST_F(LineSocketTest, ALineWithoutEndIsRefused) {
  send_raw(std::string(65, 'x'));
  const auto more = receive();
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().details.at("reason"), "too-long");
}

TEST_F(LineSocketTest, TheOtherSideGoes) {
  there_.reset();
  const auto more = receive();
  ASSERT_TRUE(more);
  EXPECT_FALSE(*more);
}

TEST_F(LineSocketTest, WhoeverDoesNotReadIsNotWaitedFor) {
  Result<void> sent;
  std::size_t count = 0;
  while (sent && count < 100'000) {
    sent = there_->send(std::string(63, 'x'));
    ++count;
  }
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().details.at("reason"), "queue-full");
  EXPECT_TRUE(there_->wants_write());
}

}  // namespace
}  // namespace gokeyctl::broker
