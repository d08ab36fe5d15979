// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/console/event_stream.h"
#include "core/console/exit_code.h"
#include "core/console/line_io.h"
#include "core/console/native.h"
#include "core/console/session.h"
#include "core/console/terminal.h"
#include "core/console/upload.h"

namespace gokey::console {

// A native session: a shell for a person (with a terminal), a shell for a program (without), or one
// command. The commands themselves are in commands.cpp and keys_commands.cpp.
class NativeSession : public Session {
 public:
  NativeSession(Channel& channel, Device& device);
  ~NativeSession() override;
  NativeSession(const NativeSession&) = delete;
  NativeSession& operator=(const NativeSession&) = delete;

  void pty(unsigned columns, unsigned rows) override;
  void resize(unsigned columns, unsigned rows) override;
  bool shell() override;
  bool exec(std::string_view command) override;
  void data(std::span<const std::uint8_t> bytes) override;
  void eof() override;
  void tick(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override;

  // ---- For the commands. Each ends with exactly one of succeed() and fail(), now or later.

  [[nodiscard]] Device& device() { return device_; }
  [[nodiscard]] bool interactive() const { return shell_ && terminal_ != nullptr; }
  [[nodiscard]] bool binary() const { return !shell_ && terminal_ == nullptr; }
  // True with a terminal: colours may be used.
  [[nodiscard]] bool colours() const { return terminal_ != nullptr; }

  void print(std::string_view text) { io_->write(text); }
  void succeed() { complete(ExitCode::kOk); }
  // `text` goes out as one line "error: …".
  void fail(ExitCode code, std::string_view text);
  // Ends the session, in place of succeed().
  void leave();

  using Answer = std::function<void(vault::Response&)>;
  // Asks the vault; other input waits meanwhile.
  void ask_vault(vault::Request request, Answer answer);
  // The same for FIDO's start.
  void start_fido(bool presence_test, Answer answer);
  // Reads a passphrase and hands it on. Whatever is no passphrase fails here.
  void ask_passphrase(std::function<void(crypto::Secret)> use);
  // Reads a line and hands it on; its end without a line fails here.
  void ask_line(std::function<void(std::string_view)> use);
  // Reads what `provision` is sent and hands it on. Whatever is none fails here. For one session at
  // a time, and an exec request without a terminal.
  void read_upload(std::function<void(crypto::Secret)> use);
  // Asks somebody to say that they are there, with `p` in any session.
  void ask_presence(std::string application, std::function<void(token::Presence::Outcome)> then);
  // As ask_vault(), for what makes the token another: whatever becomes of this session, the token
  // restarts if that was done, or failed half-way.
  void change_token(vault::Request request, Answer answer);
  void stream_events();

 private:
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();
  enum class State : std::uint8_t {
    kOpening,
    kCommand,
    kPassphrase,
    kAnswer,
    kUpload,
    kWaiting,
    kEvents,
    kFinished
  };

  [[nodiscard]] bool begin(bool is_shell);
  void pump();
  void run(std::string_view line);
  void got_passphrase(LineIo::Got got);
  void got_answer(LineIo::Got got);
  void take_upload(std::span<const std::uint8_t> bytes);
  void stop_upload();
  void print_error(std::string_view text);
  void complete(ExitCode code);
  void finish(ExitCode code);
  void log(const token::Event& event);

  Channel& channel_;
  Device& device_;
  State state_ = State::kOpening;
  bool shell_ = false;
  std::optional<unsigned> columns_;  // with a terminal
  std::unique_ptr<LineIo> io_;
  Terminal* terminal_ = nullptr;  // io_, if it is one
  ExitCode last_ = ExitCode::kOk;
  std::function<void(crypto::Secret)> use_passphrase_;
  std::function<void(std::string_view)> use_answer_;
  std::function<void(crypto::Secret)> use_upload_;
  std::unique_ptr<Upload> upload_;
  std::uint64_t upload_until_ms_ = kNever;         // unless more comes
  std::unique_ptr<token::Token::Guard> presence_;  // while somebody is asked
  std::uint64_t restart_at_ms_ =
      kNever;  // at the latest: the token is to restart after this session
  std::unique_ptr<EventStream> events_;
  token::Token::Subscription log_;
  token::Token::Guard guard_;  // last: gone first, so that no answer finds half a session
};

}  // namespace gokey::console
