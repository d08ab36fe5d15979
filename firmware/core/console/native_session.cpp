// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/native_session.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/console/commands.h"
#include "core/console/plain_lines.h"
#include "core/console/status_text.h"

namespace gokey::console {
namespace {

// OpenPGP card 3.4.1, DO C4: the card announces 127 bytes, and the console takes no more.
constexpr std::size_t kPassphraseLimit = 127;
constexpr unsigned kDefaultColumns = 80;
constexpr std::size_t kLogLimit = 65536;  // bytes waiting in the channel

}  // namespace

NativeSession::NativeSession(Channel& channel, Device& device)
    : channel_(channel), device_(device) {}

void NativeSession::pty(unsigned columns, unsigned rows) {
  columns_ = columns == 0 ? kDefaultColumns : columns;
  resize(columns, rows);
}

void NativeSession::resize(unsigned columns, unsigned /*rows*/) {
  if (terminal_ != nullptr && columns > 0) terminal_->resize(columns);
}

bool NativeSession::begin(bool is_shell) {
  if (state_ != State::kOpening) return false;
  shell_ = is_shell;
  const auto sink = [this](std::string_view bytes) { channel_.write(bytes); };
  if (columns_) {
    auto terminal = std::make_unique<Terminal>(sink, Terminal::LateLineFeed::kSwallow);
    terminal->resize(*columns_);
    terminal_ = terminal.get();
    io_ = std::move(terminal);
  } else {
    io_ = std::make_unique<PlainLines>(sink);
  }
  return true;
}

bool NativeSession::shell() {
  if (!begin(true)) return false;
  state_ = State::kCommand;
  if (interactive()) {
    terminal_->set_prompt(kPrompt);
    print(banner(device_.build));
    print(coloured_help(*this));
    log_ = device_.token.subscribe([this](const token::Event& event) { log(event); });
  }
  io_->read_line();
  return true;
}

bool NativeSession::exec(std::string_view command) {
  if (!begin(false)) return false;
  run(command);
  pump();
  return true;
}

void NativeSession::data(std::span<const std::uint8_t> bytes) {
  if (io_ == nullptr || state_ == State::kFinished) return;
  if (state_ == State::kEvents && terminal_ != nullptr) {
    const bool stop = std::any_of(bytes.begin(), bytes.end(),
                                  [](std::uint8_t c) { return c == 0x03 || c == 0x04; });
    if (stop) succeed();
    return;
  }
  io_->input(bytes);
  pump();
}

void NativeSession::eof() {
  if (io_ == nullptr || state_ == State::kFinished) return;
  io_->end_input();
  // A program's standard input is often empty: that does not end its stream, the close of the
  // channel does.
  if (state_ == State::kEvents && terminal_ != nullptr) succeed();
  pump();
}

void NativeSession::tick(std::uint64_t now_ms) {
  if (events_ && now_ms >= events_->next_deadline()) events_->tick(now_ms);
}

std::uint64_t NativeSession::next_deadline() const {
  return events_ ? events_->next_deadline() : std::numeric_limits<std::uint64_t>::max();
}

void NativeSession::pump() {
  while (state_ == State::kCommand || state_ == State::kPassphrase) {
    const LineIo::Got got = io_->poll();
    if (got == LineIo::Got::kNothing) return;
    if (state_ == State::kPassphrase) {
      got_passphrase(got);
    } else if (got == LineIo::Got::kLine) {
      run(io_->take_line());
    } else if (got == LineIo::Got::kTooLong) {
      print_error("a line is too long");
      finish(ExitCode::kUsage);
    } else {
      if (interactive()) print("closing ssh connection\n");
      finish(interactive() ? ExitCode::kOk : last_);
    }
  }
}

void NativeSession::run(std::string_view line) {
  state_ = State::kWaiting;
  const Command* command = find_command(line);
  if (command == nullptr) return fail(ExitCode::kUsage, kUnknownCommand);
  if (device_.token.record() == nullptr && !command->in_factory) {
    return fail(ExitCode::kNotInitialised,
                "this token is in the factory state: provision it first");
  }
  command->run(*this, command->keys);
}

void NativeSession::ask_vault(vault::Request request, Answer answer) {
  state_ = State::kWaiting;
  device_.token.request(guard_, token::Origin::kConsole, std::move(request),
                        [this, answer = std::move(answer)](vault::Response& response) {
                          answer(response);
                          pump();
                        });
}

void NativeSession::start_fido(bool presence_test, Answer answer) {
  state_ = State::kWaiting;
  device_.token.start_fido(guard_, presence_test,
                           [this, answer = std::move(answer)](vault::Response& response) {
                             answer(response);
                             pump();
                           });
}

void NativeSession::ask_passphrase(std::function<void(crypto::Secret)> use) {
  state_ = State::kPassphrase;
  use_passphrase_ = std::move(use);
  io_->read_hidden(kPassphrasePrompt);
}

void NativeSession::got_passphrase(LineIo::Got got) {
  const auto use = std::exchange(use_passphrase_, {});
  if (got == LineIo::Got::kEnd) {
    return fail(ExitCode::kCancelled, "cancelled: no passphrase, ended by CR or LF, was given");
  }
  crypto::Secret passphrase = io_->take_hidden();
  if (got == LineIo::Got::kTooLong || passphrase.size() > kPassphraseLimit) {
    return fail(ExitCode::kUsage, "a passphrase has at most 127 bytes; nothing was tried");
  }
  if (passphrase.empty()) return fail(ExitCode::kCancelled, "cancelled: the passphrase is empty");
  if (!shell_ && io_->has_input()) {
    return fail(ExitCode::kUsage, "there is more than one line of input; nothing was tried");
  }
  use(std::move(passphrase));
}

void NativeSession::stream_events() {
  state_ = State::kEvents;
  events_ = std::make_unique<EventStream>(channel_, device_.token, device_.clock,
                                          terminal_ != nullptr ? "\r\n" : "\n");
}

void NativeSession::fail(ExitCode code, std::string_view text) {
  print_error(text);
  complete(code);
}

void NativeSession::print_error(std::string_view text) {
  std::string line = "error: ";
  line += text;
  if (interactive()) {
    print(line + "\n");
  } else {
    channel_.write_error(line + (terminal_ != nullptr ? "\r\n" : "\n"));
  }
}

void NativeSession::complete(ExitCode code) {
  events_.reset();
  if (!shell_) return finish(code);
  last_ = code;
  state_ = State::kCommand;
  io_->read_line();
}

void NativeSession::leave() {
  if (interactive()) print("logout\nclosing ssh connection\n");
  finish(interactive() ? ExitCode::kOk : last_);
}

void NativeSession::finish(ExitCode code) {
  state_ = State::kFinished;
  log_.reset();
  channel_.finish(static_cast<int>(code));
}

void NativeSession::log(const token::Event& event) {
  // Nothing piles up for a client that does not read.
  if (state_ == State::kEvents || channel_.pending() > kLogLimit) return;
  if (std::holds_alternative<token::Initialised>(event)) {
    print(initialised_log(device_.token.status()));
  } else if (std::holds_alternative<token::FidoInitialised>(event)) {
    print(fido_initialised_log(device_.token.status()));
  } else if (const std::optional<std::string> line = log_line(event)) {
    print(*line);
  }
}

}  // namespace gokey::console
