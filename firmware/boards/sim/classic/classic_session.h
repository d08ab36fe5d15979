// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "boards/sim/classic/classic.h"
#include "core/console/terminal.h"

namespace gokey::sim {

class ClassicSession : public console::Session {
 public:
  ClassicSession(console::Channel& channel, ClassicDialect& dialect);
  ~ClassicSession() override;
  ClassicSession(const ClassicSession&) = delete;
  ClassicSession& operator=(const ClassicSession&) = delete;

  void pty(unsigned columns, unsigned rows) override;
  void resize(unsigned columns, unsigned rows) override;
  bool shell() override;
  bool exec(std::string_view command) override;
  void data(std::span<const std::uint8_t> bytes) override;
  void eof() override;
  void tick(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override;

  void print(std::string_view text) { terminal_.write(text); }

 private:
  enum class State : std::uint8_t {
    kOpening,
    kCommand,
    kPassphrase,
    kWaiting,
    kUnusable,  // a newer session took the terminal away
    kFinished,
  };

  void pump();
  void run(std::string_view line);
  bool run_word(std::string_view line);
  void run_init();
  void run_lock(vault::KeySet keys);
  void run_unlock(vault::KeySet keys);
  void run_fido(bool presence_test);
  void run_presence();
  void read_passphrase(vault::KeySet keys);
  void got_passphrase(console::LineIo::Got got);

  using Answer = std::function<void(vault::Response&)>;
  void ask_vault(vault::Request request, Answer answer);
  // Ends a command: prints its result with a line end, if it has one.
  void complete(const std::optional<std::string>& result);
  // The same with an error, which only a shell shows.
  void fail(const std::optional<std::string>& result, std::string_view error);
  void result(std::string_view text);
  void close();
  void finish();

  console::Channel& channel_;
  ClassicDialect& dialect_;
  console::Terminal terminal_;
  State state_ = State::kOpening;
  bool shell_ = false;
  vault::KeySet keys_;  // to be unlocked by the passphrase that is being read
  token::Token::Guard guard_;
};

}  // namespace gokey::sim
