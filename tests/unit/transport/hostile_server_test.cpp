// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a server that is none, or means harm, can do before anybody has logged in: nothing but cost
// the deadline.
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include <gtest/gtest.h>

#include "tcp_server.h"
#include "transport/ssh/ssh.h"

namespace gokeyctl::transport {
namespace {

using namespace std::chrono_literals;
using testing::TcpServer;

void until_closed(int fd) {
  char ignored[256];
  while (::recv(fd, ignored, sizeof ignored, 0) > 0) {
  }
}
bool send_all(int fd, std::string_view text) {
  return ::send(fd, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

void silent(base::Descriptor client) { until_closed(client.get()); }
void hangs_up(base::Descriptor client) { client.reset(); }
void garbage(base::Descriptor client) {
  send_all(client.get(), std::string("\x16\x03\x01\x00\xFF\r\n\x1B[2J", 11));
  until_closed(client.get());
}
void endless_banner(base::Descriptor client) {
  while (send_all(client.get(), std::string(4096, 'x'))) {
  }
}
void stops_after_banner(base::Descriptor client) {
  send_all(client.get(), "SSH-2.0-Go\r\n");
  until_closed(client.get());
}
void garbage_after_banner(base::Descriptor client) {
  send_all(client.get(), "SSH-2.0-Go\r\n" + std::string(512, '\xAA'));
  until_closed(client.get());
}
void trickles(base::Descriptor client) {
  while (send_all(client.get(), "x")) std::this_thread::sleep_for(20ms);
}

TEST(HostileServerTest, EndsInAnErrorBeforeTheDeadline) {
  const std::pair<const char*, void (*)(base::Descriptor)> table[] = {
      {"silent", silent},
      {"hangs up", hangs_up},
      {"garbage", garbage},
      {"endless banner", endless_banner},
      {"stops after the banner", stops_after_banner},
      {"garbage after the banner", garbage_after_banner},
      {"trickles", trickles}};
  for (const auto& [what, serve] : table) {
    const auto begin = std::chrono::steady_clock::now();
    {
      const TcpServer server(serve);
      const auto key = scan_ssh({"127.0.0.1", server.port(), 400ms});
      ASSERT_FALSE(key) << what;
      EXPECT_EQ(key.error().code, Code::kUnreachable) << what;
      EXPECT_EQ(key.error().message.find('\x1B'), std::string::npos) << what;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s) << what;
  }
}

TEST(HostileServerTest, NobodyListens) {
  std::uint16_t port = 0;
  {
    const TcpServer server(hangs_up);
    port = server.port();
  }
  const auto key = scan_ssh({"127.0.0.1", port, 400ms});
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().code, Code::kUnreachable);
  EXPECT_EQ(key.error().details.at("reason"), "connect");
}

}  // namespace
}  // namespace gokeyctl::transport
