// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/rendezvous.h"

#include <cstdlib>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gokeyctl::broker {
namespace {

class RendezvousTest : public testing::Test {
 protected:
  RendezvousTest() {
    std::string name = "/tmp/gk-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    socket_ = folder_ / "run" / "broker.sock";
  }
  ~RendezvousTest() override { std::filesystem::remove_all(folder_); }
  static mode_t mode_of(const std::filesystem::path& file) {
    struct stat found{};
    EXPECT_EQ(::lstat(file.c_str(), &found), 0);
    return found.st_mode & 0777;
  }

  std::filesystem::path folder_, socket_;
};

TEST_F(RendezvousTest, IsForOnePersonOnly) {
  const auto place = Rendezvous::take(socket_);
  ASSERT_TRUE(place) << place.error().message;
  EXPECT_EQ(mode_of(socket_), 0600U);
  EXPECT_EQ(mode_of(socket_.parent_path()), 0700U);
  EXPECT_TRUE(connect_to_broker(socket_));
}

TEST_F(RendezvousTest, AnOpenFolderIsClosed) {
  std::filesystem::create_directories(socket_.parent_path());
  ASSERT_EQ(::chmod(socket_.parent_path().c_str(), 0755), 0);
  ASSERT_TRUE(Rendezvous::take(socket_));
  EXPECT_EQ(mode_of(socket_.parent_path()), 0700U);
}

TEST_F(RendezvousTest, AFolderThatIsALinkIsRefused) {
  std::filesystem::create_directories(folder_ / "elsewhere");
  std::filesystem::create_symlink(folder_ / "elsewhere", socket_.parent_path());
  const auto place = Rendezvous::take(socket_);
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().code, Code::kNoPermission);
}

TEST_F(RendezvousTest, TheSecondIsTold) {
  const auto first = Rendezvous::take(socket_);
  ASSERT_TRUE(first);
  const auto second = Rendezvous::take(socket_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().details.at("reason"), "broker-running");
  EXPECT_TRUE(connect_to_broker(socket_));
}

TEST_F(RendezvousTest, GoesWithItsOwner) {
  ASSERT_TRUE(Rendezvous::take(socket_));
  const auto line = connect_to_broker(socket_);
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().details.at("reason"), "no-broker");
}

TEST_F(RendezvousTest, WhatIsNoSocketIsNotSpokenTo) {
  std::filesystem::create_directories(socket_.parent_path());
  std::filesystem::create_symlink("/dev/null", socket_);
  const auto line = connect_to_broker(socket_);
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().code, Code::kNoPermission);
}

}  // namespace
}  // namespace gokeyctl::broker
