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
constexpr std::uint64_t kUploadPauseMs = 60'000;
constexpr std::uint64_t kPresenceMs = 30'000;  // as for FIDO: CTAP 2.1, 6
// A client that does not read its answer does not keep the token from restarting.
constexpr std::uint64_t kLongestFarewellMs = 10'000;

}  // namespace

NativeSession::NativeSession(Channel& channel, Device& device)
    : channel_(channel), device_(device) {}

NativeSession::~NativeSession() {
  stop_upload();
  // Nobody is left who wants what was to be confirmed.
  if (std::exchange(presence_, nullptr)) device_.token.cancel_presence();
  if (restart_at_ms_ != kNever) device_.reset.request();
}

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
  if (state_ == State::kUpload) return take_upload(bytes);
  io_->input(bytes);
  pump();
}

void NativeSession::eof() {
  if (io_ == nullptr || state_ == State::kFinished) return;
  if (state_ == State::kUpload) {
    return fail(ExitCode::kCancelled,
                "cancelled: the input ended before it was complete; nothing was changed");
  }
  io_->end_input();
  // A program's standard input is often empty: that does not end its stream, the close of the
  // channel does.
  if (state_ == State::kEvents && terminal_ != nullptr) succeed();
  pump();
}

void NativeSession::tick(std::uint64_t now_ms) {
  if (events_ && now_ms >= events_->next_deadline()) events_->tick(now_ms);
  if (now_ms >= restart_at_ms_) {
    restart_at_ms_ = kNever;
    device_.reset.request();
  }
  if (now_ms >= upload_until_ms_) {
    fail(ExitCode::kCancelled, "cancelled: nothing more came for a minute; nothing was changed");
  }
}

std::uint64_t NativeSession::next_deadline() const {
  const std::uint64_t own = std::min(upload_until_ms_, restart_at_ms_);
  return events_ ? std::min(own, events_->next_deadline()) : own;
}

void NativeSession::pump() {
  while (state_ == State::kCommand || state_ == State::kPassphrase || state_ == State::kAnswer) {
    const LineIo::Got got = io_->poll();
    if (got == LineIo::Got::kNothing) return;
    if (state_ == State::kPassphrase) {
      got_passphrase(got);
    } else if (state_ == State::kAnswer) {
      got_answer(got);
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
  const token::LifeCycle state = device_.token.status().state;
  if (!offered_in(command->offered, state)) {
    return fail(ExitCode::kNotInitialised,
                state == token::LifeCycle::kFactory
                    ? "this token is in the factory state: provision it first"
                    : "what is stored on this token cannot be opened, see its status");
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

void NativeSession::ask_line(std::function<void(std::string_view)> use) {
  state_ = State::kAnswer;
  use_answer_ = std::move(use);
  io_->read_line();
}

void NativeSession::got_answer(LineIo::Got got) {
  const auto use = std::exchange(use_answer_, {});
  state_ = State::kWaiting;
  if (got != LineIo::Got::kLine) {
    return fail(ExitCode::kCancelled, "cancelled: no answer; nothing was changed");
  }
  use(io_->take_line());
}

void NativeSession::read_upload(std::function<void(crypto::Secret)> use) {
  state_ = State::kUpload;
  device_.provisioning = true;
  use_upload_ = std::move(use);
  upload_ = std::make_unique<Upload>();
  upload_until_ms_ = device_.clock.now_ms() + kUploadPauseMs;
}

void NativeSession::take_upload(std::span<const std::uint8_t> bytes) {
  upload_until_ms_ = device_.clock.now_ms() + kUploadPauseMs;
  switch (upload_->add(bytes)) {
    case Upload::State::kIncomplete:
      return;
    case Upload::State::kMalformed:
      return fail(ExitCode::kUsage, "what was sent is malformed; nothing was changed");
    case Upload::State::kUnsupported:
      return fail(ExitCode::kUnsupported,
                  "what was sent is for another version of the firmware; nothing was changed");
    case Upload::State::kTooLong:
      return fail(ExitCode::kUsage, "what was sent is larger than 256 KiB; nothing was changed");
    case Upload::State::kComplete:
      break;
  }
  upload_until_ms_ = kNever;
  state_ = State::kWaiting;
  const auto use = std::exchange(use_upload_, {});
  use(upload_->take());
}

void NativeSession::stop_upload() {
  upload_until_ms_ = kNever;
  if (std::exchange(upload_, nullptr)) device_.provisioning = false;
}

void NativeSession::ask_presence(std::string application,
                                 std::function<void(token::Presence::Outcome)> then) {
  state_ = State::kWaiting;
  presence_ = std::make_unique<token::Token::Guard>();
  const auto done = [this, watch = presence_->watch(),
                     then = std::move(then)](token::Presence::Outcome outcome) {
    if (watch.expired()) return;
    presence_.reset();
    then(outcome);
  };
  device_.token.ask_presence(std::move(application), kPresenceMs, done,
                             token::Presence::Need::kAlways);
}

void NativeSession::change_token(vault::Request request, Answer answer) {
  state_ = State::kWaiting;
  device_.token.request(device_.guard, token::Origin::kConsole, std::move(request),
                        [this, &device = device_, watch = guard_.watch(),
                         answer = std::move(answer)](vault::Response& response) {
                          const bool changed = response.outcome == vault::Outcome::kDone ||
                                               response.outcome == vault::Outcome::kStorage;
                          // An exec session ends with its answer; a shell would go on.
                          if (watch.expired()) {
                            if (changed) device.reset.request();
                            return;
                          }
                          if (changed && shell_) device.reset.request();
                          if (changed && !shell_)
                            restart_at_ms_ = device.clock.now_ms() + kLongestFarewellMs;
                          answer(response);
                          pump();
                        });
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
  stop_upload();
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
