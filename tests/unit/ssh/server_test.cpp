// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/server.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>

#include <gtest/gtest.h>

#include "loopback.h"
#include "wire/base64.h"

namespace gokey::ssh {
namespace {

AuthorizedKeys only(const Key& owner) {
  char* text = nullptr;
  EXPECT_EQ(ssh_pki_export_pubkey_base64(owner.get(), &text), SSH_OK);
  const std::vector<std::vector<std::uint8_t>> blobs{wire::from_base64(text).value()};
  ssh_string_free_char(text);
  return AuthorizedKeys::owners(blobs);
}

// True once the server has closed its end.
bool closed(int fd) {
  char byte = 0;
  ssize_t got = 0;
  while ((got = ::recv(fd, &byte, 1, MSG_DONTWAIT)) > 0) {
  }
  return got == 0 || errno == ECONNRESET;
}

TEST(SshServer, ExecGivesOutputAndStatus) {
  Loopback loopback;
  const int fd = loopback.connect();
  const Outcome outcome = loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    return run(client.get(), "echo", "hello");
  });
  EXPECT_TRUE(outcome.granted);
  EXPECT_EQ(outcome.output, "hello");
  EXPECT_EQ(outcome.status, 7);
}

TEST(SshServer, ErrorsComeOnTheSecondStream) {
  Loopback loopback;
  const int fd = loopback.connect();
  const Outcome outcome = loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    return run(client.get(), "fail");
  });
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(outcome.errors, "error: no\n");
  EXPECT_EQ(outcome.status, 22);
}

// What follows a session, as a restart, must not cut off a client that has not read its end.
TEST(SshServer, ASessionLivesUntilItsClientHasClosedTheChannel) {
  Loopback loopback;
  const int fd = loopback.connect();
  std::unique_ptr<Client> client;
  ssh_channel channel = nullptr;
  loopback.serve([&] {
    client = std::make_unique<Client>(fd);
    EXPECT_TRUE(client->login(new_key()));
    channel = ssh_channel_new(client->get());
    EXPECT_EQ(ssh_channel_open_session(channel), SSH_OK);
    EXPECT_EQ(ssh_channel_request_exec(channel, "fail"), SSH_OK);
    std::array<char, 64> text{};
    while (ssh_channel_read(channel, text.data(), text.size(), 1) > 0) {
    }
    EXPECT_EQ(ssh_channel_get_exit_status(channel), 22);
    return 0;
  });
  for (int i = 0; i < 5; ++i) loopback.turn();
  EXPECT_EQ(loopback.sessions(), 1);
  loopback.serve([&] {
    ssh_channel_free(channel);
    return 0;
  });
  for (int i = 0; i < 3000 && loopback.sessions() > 0; ++i) loopback.turn();
  EXPECT_EQ(loopback.sessions(), 0);
  loopback.serve([&] {
    client.reset();
    return 0;
  });
}

// More than the client's window and the socket's buffer hold: nothing may be lost before the end.
TEST(SshServer, LongOutputArrivesWholeBeforeTheStatus) {
  Loopback loopback;
  const int fd = loopback.connect();
  const Outcome outcome = loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    return run(client.get(), "big 3000000");
  });
  EXPECT_EQ(outcome.output.size(), 3'000'000U);
  EXPECT_EQ(outcome.status, 3);
}

TEST(SshServer, LongInputIsHeldBackAndNotLost) {
  Loopback loopback;
  const int fd = loopback.connect();
  std::string input(600'000, '\0');
  std::ranges::generate(input, [n = 0]() mutable { return static_cast<char>(n++ * 7); });
  const Outcome outcome = loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    return run(client.get(), "echo", input);
  });
  EXPECT_TRUE(outcome.output == input);
  EXPECT_EQ(outcome.status, 7);
}

TEST(SshServer, ARefusedCommandIsRefused) {
  Loopback loopback;
  const int fd = loopback.connect();
  const Outcome outcome = loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    return run(client.get(), "refuse");
  });
  EXPECT_FALSE(outcome.granted);
}

TEST(SshServer, OneConnectionCarriesTenChannelsAndFreesThem) {
  Loopback loopback;
  const int fd = loopback.connect();
  loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    for (int round = 0; round < 30; ++round) {
      EXPECT_EQ(run(client.get(), "echo", "x").status, 7) << "round " << round;
    }
    std::vector<ssh_channel> open;
    for (int i = 0; i < 11; ++i) {
      open.push_back(ssh_channel_new(client.get()));
      EXPECT_EQ(ssh_channel_open_session(open.back()) == SSH_OK, i < 10) << "channel " << i + 1;
    }
    for (ssh_channel channel : open) ssh_channel_free(channel);
    return 0;
  });
}

TEST(SshServer, NothingButSessionsIsOffered) {
  Loopback loopback;
  const int fd = loopback.connect();
  loopback.serve([&] {
    Client client(fd);
    EXPECT_TRUE(client.login(new_key()));
    ssh_channel forward = ssh_channel_new(client.get());
    EXPECT_NE(ssh_channel_open_forward(forward, "127.0.0.1", 22, "127.0.0.1", 1), SSH_OK);
    ssh_channel_free(forward);
    ssh_channel sftp = ssh_channel_new(client.get());
    EXPECT_EQ(ssh_channel_open_session(sftp), SSH_OK);
    EXPECT_NE(ssh_channel_request_subsystem(sftp, "sftp"), SSH_OK);
    ssh_channel_free(sftp);
    return 0;
  });
}

TEST(SshServer, OnlyTheOwnerLogsIn) {
  const Key owner = new_key();
  Loopback loopback(only(owner));
  const int first = loopback.connect();
  EXPECT_FALSE(loopback.serve([&] { return Client(first).login(new_key()); }));
  const int second = loopback.connect();
  EXPECT_TRUE(loopback.serve([&] { return Client(second).login(owner); }));
}

TEST(SshServer, TheSixthRefusedKeyEndsTheConnection) {
  Loopback loopback(only(new_key()));
  const int fd = loopback.connect();
  loopback.serve([&] {
    Client client(fd, 1);
    EXPECT_EQ(ssh_connect(client.get()), SSH_OK);
    for (int i = 1; i <= 7; ++i) {
      const int answer = ssh_userauth_try_publickey(client.get(), nullptr, new_key().get());
      EXPECT_EQ(answer == SSH_AUTH_DENIED, i <= 6) << "key " << i;
    }
    return 0;
  });
  EXPECT_EQ(loopback.connections(), 0U);
}

// A classic token: the command runs, but there is neither a reply nor a status.
TEST(SshServer, AClassicDialectLeavesExecWithoutReply) {
  Loopback loopback(AuthorizedKeys::anybody(), false);
  const int fd = loopback.connect();
  loopback.serve([&] {
    Client client(fd, 1);
    EXPECT_TRUE(client.login(new_key()));
    ssh_channel channel = ssh_channel_new(client.get());
    EXPECT_EQ(ssh_channel_open_session(channel), SSH_OK);
    EXPECT_NE(ssh_channel_request_exec(channel, "big 5"), SSH_OK) << "a reply came";
    char output[16];
    EXPECT_EQ(ssh_channel_read(channel, output, sizeof output, 0), 5);
    EXPECT_EQ(ssh_channel_read(channel, output, sizeof output, 0), 0) << "no end of output";
    EXPECT_EQ(ssh_channel_get_exit_status(channel), -1) << "a status came";
    ssh_channel_free(channel);
    return 0;
  });
}

TEST(SshServer, WhoDoesNotLogInInTenSecondsIsDropped) {
  Loopback loopback;
  const int fd = loopback.connect();
  loopback.skip(9'900);
  loopback.turn();
  EXPECT_EQ(loopback.connections(), 1U);
  loopback.skip(200);
  loopback.turn();
  EXPECT_EQ(loopback.connections(), 0U);
  EXPECT_TRUE(closed(fd));
  ::close(fd);
}

TEST(SshServer, SilentClientsDoNotKeepTheOwnerOut) {
  Loopback loopback;
  std::array<int, 64> silent;
  for (int& client : silent) client = loopback.connect();
  EXPECT_EQ(loopback.connections(), 16U);
  EXPECT_TRUE(closed(silent.front()));
  const int fd = loopback.connect();
  EXPECT_TRUE(loopback.serve([&] { return Client(fd).login(new_key()); }));
  for (const int each : silent) ::close(each);
}

// A logged-in connection without a session gives way to a new login; one that works does not.
TEST(SshServer, SixteenAreLoggedInAndTheLongestIdleGivesWay) {
  Loopback loopback;
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 17; ++i) {
    clients.push_back(std::make_unique<Client>(loopback.connect()));
    Client& client = *clients.back();
    EXPECT_TRUE(loopback.serve([&] { return client.login(new_key()); })) << "login " << i + 1;
  }
  loopback.turn();
  EXPECT_EQ(loopback.connections(), 16U);
}

TEST(SshServer, GarbageAndHalfPacketsOnlyEndTheirConnection) {
  Loopback loopback;
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const int fd = loopback.connect();
    std::string bytes = i % 4 == 0 ? "" : "SSH-2.0-x\r\n";
    const auto size = static_cast<std::size_t>(random() % 5000);
    for (std::size_t n = 0; n < size; ++n) bytes += static_cast<char>(random());
    if (i % 3 == 0) bytes = std::string(i % 2 == 0 ? 200 : 100'000, 'A');
    ::send(fd, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (i % 5 != 0) loopback.turn(0);
    ::close(fd);
    loopback.turn(0);
  }
  const int fd = loopback.connect();
  EXPECT_TRUE(loopback.serve([&] { return Client(fd).login(new_key()); }));
}

// The client vanishes after each number of bytes of a real login.
TEST(SshServer, AClientMayVanishAtAnyMoment) {
  Loopback loopback;
  for (int round = 0; round < 40; ++round) {
    const int fd = loopback.connect();
    auto client = std::async(std::launch::async, [&] {
      Client one(::dup(fd), 1);
      if (one.login(new_key())) run(one.get(), "big 100000");
      return 0;
    });
    for (int turns = 0; turns < round; ++turns) loopback.turn(1);
    ::shutdown(fd, SHUT_RDWR);
    while (client.wait_for(std::chrono::seconds(0)) != std::future_status::ready) loopback.turn(1);
    ::close(fd);
  }
  for (int i = 0; i < 5; ++i) loopback.turn(1);
  EXPECT_EQ(loopback.connections(), 0U);
}

TEST(SshServer, TellsItsHostKeyAsClientsSeeIt) {
  Loopback loopback;
  const int fd = loopback.connect();
  const std::string seen = loopback.serve([&] {
    Client client(fd);
    EXPECT_EQ(ssh_connect(client.get()), SSH_OK);
    ssh_key key = nullptr;
    EXPECT_EQ(ssh_get_server_publickey(client.get(), &key), SSH_OK);
    return fingerprint(*Key(key));
  });
  EXPECT_EQ(loopback.server().host_key_fingerprint(), seen);
}

}  // namespace
}  // namespace gokey::ssh
