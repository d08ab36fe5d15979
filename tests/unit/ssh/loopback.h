// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A server with a toy console, and clients that reach it over socket pairs.
#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <libssh/libssh.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/ssh/server.h"

namespace gokey::ssh {

// "echo": sends back its input until EOF, then exits 7. "big N": N bytes. "fail": a line of error
// and status 22.
class ToySession final : public console::Session {
 public:
  ToySession(console::Channel& channel, int& alive) : channel_(channel), alive_(alive) { ++alive_; }
  ~ToySession() override { --alive_; }
  ToySession(const ToySession&) = delete;
  ToySession& operator=(const ToySession&) = delete;
  void pty(unsigned columns, unsigned rows) override { size_ = {columns, rows}; }
  void resize(unsigned, unsigned) override {}
  bool shell() override {
    channel_.write(std::to_string(size_.first) + "x" + std::to_string(size_.second));
    channel_.finish(0);
    return true;
  }
  bool exec(std::string_view command) override {
    if (command == "refuse") return false;
    if (command.starts_with("big ")) {
      channel_.write(std::string(std::stoul(std::string(command.substr(4))), 'b'));
      channel_.finish(3);
    } else if (command == "fail") {
      channel_.write_error("error: no\n");
      channel_.finish(22);
    }
    return true;
  }
  void data(std::span<const std::uint8_t> bytes) override {
    channel_.write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
  void eof() override { channel_.finish(7); }
  void tick(std::uint64_t) override {}
  [[nodiscard]] std::uint64_t next_deadline() const override {
    return std::numeric_limits<std::uint64_t>::max();
  }

 private:
  console::Channel& channel_;
  int& alive_;
  std::pair<unsigned, unsigned> size_{80, 24};
};

class ToyDialect final : public console::Dialect {
 public:
  explicit ToyDialect(bool reports) : reports_(reports) {}
  std::unique_ptr<console::Session> open(console::Channel& channel) override {
    return std::make_unique<ToySession>(channel, alive_);
  }
  [[nodiscard]] bool reports_exec() const override { return reports_; }
  [[nodiscard]] std::string_view ssh_version() const override { return "toy_1"; }
  [[nodiscard]] int alive() const { return alive_; }

 private:
  int alive_ = 0;
  bool reports_;
};

inline Key new_key() {
  ssh_key key = nullptr;
  EXPECT_EQ(ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key), SSH_OK);
  return Key(key);
}

class Loopback {
 public:
  explicit Loopback(AuthorizedKeys users = AuthorizedKeys::anybody(), bool reports_exec = true)
      : dialect_(reports_exec),
        server_(Server::create(new_key(), std::move(users), dialect_, {})) {}

  // A connected socket whose other end the server has.
  [[nodiscard]] int connect() {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    server_->adopt(ends[0], "test", now());
    return ends[1];
  }
  [[nodiscard]] std::uint64_t now() const { return skipped_ms_ + real_ms(); }
  void skip(std::uint64_t ms) { skipped_ms_ += ms; }

  // One round of the board's loop.
  void turn(int most_wait_ms = 10) {
    server_->step(now());
    std::vector<Wish> wishes;
    server_->wishes(wishes);
    std::vector<pollfd> polled;
    polled.reserve(wishes.size());
    for (const Wish& wish : wishes) {
      polled.push_back({wish.fd, static_cast<short>(POLLIN | (wish.write ? POLLOUT : 0)), 0});
    }
    const bool at_once = server_->next_deadline() <= now();
    ::poll(polled.data(), polled.size(), at_once ? 0 : most_wait_ms);
    for (const pollfd& one : polled) {
      if (one.revents != 0) server_->ready(one.fd);
    }
    server_->step(now());
  }
  // Serves until `client`, which runs beside, is done.
  template <typename Client>
  auto serve(Client client) {
    auto done = std::async(std::launch::async, std::move(client));
    while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready) turn();
    return done.get();
  }
  [[nodiscard]] std::size_t connections() const {
    std::vector<Wish> wishes;
    server_->wishes(wishes);
    return wishes.size();
  }
  [[nodiscard]] int sessions() const { return dialect_.alive(); }
  [[nodiscard]] Server& server() { return *server_; }

 private:
  static std::uint64_t real_ms() {
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                          std::chrono::steady_clock::now().time_since_epoch())
                                          .count());
  }

  ToyDialect dialect_;
  std::unique_ptr<Server> server_;
  std::uint64_t skipped_ms_ = 0;
};

// libssh's client on a socket of Loopback; blocks, so it runs beside.
class Client {
 public:
  explicit Client(int fd, long patience_s = 20) : session_(ssh_new()) {
    const bool read_config = false;
    ssh_options_set(session_, SSH_OPTIONS_PROCESS_CONFIG, &read_config);
    ssh_options_set(session_, SSH_OPTIONS_HOST, "toy");
    ssh_options_set(session_, SSH_OPTIONS_USER, "anybody");
    ssh_options_set(session_, SSH_OPTIONS_FD, &fd);
    ssh_options_set(session_, SSH_OPTIONS_TIMEOUT, &patience_s);
  }
  ~Client() {
    ssh_disconnect(session_);
    ssh_free(session_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] bool login(const Key& key) {
    return ssh_connect(session_) == SSH_OK &&
           ssh_userauth_publickey(session_, nullptr, key.get()) == SSH_AUTH_SUCCESS;
  }
  [[nodiscard]] ssh_session get() const { return session_; }

 private:
  ssh_session session_;
};

struct Outcome {
  bool granted = false;
  std::string output, errors;
  int status = -1;
};

// Runs one command to its end.
inline Outcome run(ssh_session session, const std::string& command, const std::string& input = {}) {
  Outcome outcome;
  ssh_channel channel = ssh_channel_new(session);
  if (channel == nullptr || ssh_channel_open_session(channel) != SSH_OK) {
    ssh_channel_free(channel);
    return outcome;
  }
  outcome.granted = ssh_channel_request_exec(channel, command.c_str()) == SSH_OK;
  if (outcome.granted) {
    if (!input.empty()) {
      ssh_channel_write(channel, input.data(), static_cast<std::uint32_t>(input.size()));
    }
    ssh_channel_send_eof(channel);
    char buffer[8192];
    for (int is_error : {0, 1}) {
      int size = 0;
      while ((size = ssh_channel_read(channel, buffer, sizeof buffer, is_error)) > 0) {
        (is_error != 0 ? outcome.errors : outcome.output)
            .append(buffer, static_cast<std::size_t>(size));
      }
    }
    outcome.status = ssh_channel_get_exit_status(channel);
  }
  ssh_channel_free(channel);
  return outcome;
}

}  // namespace gokey::ssh
