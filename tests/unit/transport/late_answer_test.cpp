// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every libssh call that looks at a channel reads what the socket has, for all of them. These tests
// make the server's bytes arrive between two looks, where they wake nobody.
#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <netinet/tcp.h>

#include "folder.h"
#include "libssh_handles.h"
#include "tcp_server.h"
#include "transport/ssh/ssh.h"

namespace {

std::atomic<int> pause_after_exec_ms = 0;
std::atomic<int> pause_before_errors_ms = 0;

void pause(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

}  // namespace

// The linker's names (ld(1), --wrap).
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {
int __real_ssh_channel_request_exec(ssh_channel channel, const char* command);
int __wrap_ssh_channel_request_exec(ssh_channel channel, const char* command) {
  const int outcome = __real_ssh_channel_request_exec(channel, command);
  if (outcome == SSH_AGAIN) pause(pause_after_exec_ms);
  return outcome;
}
int __real_ssh_channel_read_nonblocking(ssh_channel channel, void* into, std::uint32_t size,
                                        int errors);
int __wrap_ssh_channel_read_nonblocking(ssh_channel channel, void* into, std::uint32_t size,
                                        int errors) {
  if (errors != 0) pause(pause_before_errors_ms);
  return __real_ssh_channel_read_nonblocking(channel, into, size, errors);
}
}
// NOLINTEND(bugprone-reserved-identifier)

namespace gokeyctl::transport {
namespace {

using namespace std::chrono_literals;

struct KeyFree {
  void operator()(ssh_key key) const { ssh_key_free(key); }
};

ssh_key new_key() {
  ssh_key key = nullptr;
  EXPECT_EQ(ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key), SSH_OK);
  return key;
}

// Lets everybody in and treats one exec request: an answer, if that is wanted, "hel", "lo".
struct Behaviour {
  int answer_after_ms = 0;
  bool answers = true;
  int pause_ms = 0;  // between the two halves of the output
};

void serve_ssh(base::Descriptor client, const Behaviour& behaviour) {
  const BindHandle bind(ssh_bind_new());
  const SessionHandle session(ssh_new());
  const int yes = 1;
  ::setsockopt(client.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const bool no = false;
  ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_PROCESS_CONFIG, &no);
  ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_IMPORT_KEY, new_key());
  ASSERT_EQ(ssh_bind_accept_fd(bind.get(), session.get(), client.release()), SSH_OK);
  ASSERT_EQ(ssh_handle_key_exchange(session.get()), SSH_OK);

  ssh_channel channel = nullptr;
  for (;;) {
    const ssh_message message = ssh_message_get(session.get());
    if (message == nullptr) return;
    const int type = ssh_message_type(message), subtype = ssh_message_subtype(message);
    bool answered = true;
    if (type == SSH_REQUEST_AUTH) {
      ssh_message_auth_reply_success(message, 0);
    } else if (type == SSH_REQUEST_CHANNEL_OPEN) {
      channel = ssh_message_channel_request_open_reply_accept(message);
    } else if (type == SSH_REQUEST_CHANNEL && subtype == SSH_CHANNEL_REQUEST_EXEC) {
      pause(behaviour.answer_after_ms);
      if (behaviour.answers) ssh_message_channel_request_reply_success(message);
      ssh_channel_write(channel, "hel", 3);
      pause(behaviour.pause_ms);
      ssh_channel_write(channel, "lo", 2);
    } else {
      answered = false;
    }
    if (!answered) ssh_message_reply_default(message);
    ssh_message_free(message);
  }
}

class LateAnswerTest : public ::testing::Test {
 protected:
  ~LateAnswerTest() override {
    pause_after_exec_ms = 0;
    pause_before_errors_ms = 0;
  }
  // The exec request's whole output arrives; `before_rest` is called after its first half.
  static void expect_hello(const Behaviour& behaviour, void (*before_rest)() = [] {}) {
    const testing::TcpServer server(
        [&](base::Descriptor client) { serve_ssh(std::move(client), behaviour); });
    const testing::Folder folder;
    const std::unique_ptr<ssh_key_struct, KeyFree> key(new_key());
    ASSERT_EQ(
        ssh_pki_export_privkey_file(key.get(), nullptr, nullptr, nullptr, (folder / "id").c_str()),
        SSH_OK);
    SshLogin login;
    login.user = "gokey";
    login.identity = folder / "id";
    login.check_peer_key = [](const PeerKey&) { return Result<void>(); };
    auto connection = open_ssh({"127.0.0.1", server.port(), 5s}, login);
    ASSERT_TRUE(connection) << connection.error().message;
    auto link = (*connection)->exec("status --json", base::Deadline::in(5s));
    ASSERT_TRUE(link) << link.error().message;
    EXPECT_EQ((*link)->acknowledged(), behaviour.answers);
    std::string text;
    while (text.size() < 5) {
      std::array<char, 64> chunk;
      const auto count = (*link)->read_some(chunk, {base::Deadline::in(5s)});
      ASSERT_TRUE(count) << count.error().message;
      text.append(chunk.data(), *count);
      before_rest();
    }
    EXPECT_EQ(text, "hello");
  }
};

TEST_F(LateAnswerTest, AnAnswerReadTogetherWithOutputIsAnAnswer) {
  pause_after_exec_ms = 300;
  expect_hello({.answer_after_ms = 150});
}

TEST_F(LateAnswerTest, OutputWithoutAnAnswerIsThatOfTheOriginal) {
  pause_after_exec_ms = 300;
  expect_hello({.answer_after_ms = 150, .answers = false});
}

TEST_F(LateAnswerTest, OutputReadByALookAtTheErrorsIsNotSleptOver) {
  expect_hello({.pause_ms = 400}, [] { pause_before_errors_ms = 800; });
}

}  // namespace
}  // namespace gokeyctl::transport
