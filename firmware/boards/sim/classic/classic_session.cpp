// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/classic/classic_session.h"

#include <array>
#include <limits>
#include <utility>

#include "boards/sim/classic/key_pattern.h"
#include "core/console/status_text.h"
#include "wire/hex.h"

namespace gokey::sim {
namespace {

using vault::Outcome;

constexpr std::string_view kHelp =
    "\n"
    "  help                          # this help\n"
    "  exit, quit                    # close session\n"
    "  rand                          # gather 32 bytes from TRNG via crypto/rand\n"
    "  reboot                        # restart\n"
    "  status                        # display smartcard/token status\n"
    "  build                         # display build information\n"
    "\n"
    "\n"
    "  init                          # initialize OpenPGP smartcard\n"
    "  lock   (all|sig|dec)          # OpenPGP key(s) lock\n"
    "  unlock (all|sig|dec)          # OpenPGP key(s) unlock, prompts passphrase\n"
    "\n"
    "  rpc                           # PKCS#11 RPC socket\n"
    "                                # use with 'ssh -L p11kit.sock:127.0.0.1:22'\n"
    "\n"
    "  age-plugin (gen|identity-v1)  # handle age plugin state machine\n"
    "\n"
    "  u2f                           # initialize U2F token w/  user presence test\n"
    "  u2f !test                     # initialize U2F token w/o user presence test\n"
    "  p                             # confirm user presence\n";

std::string coloured(std::string_view text) {
  std::string out(console::kResultColour);
  out += text;
  out += console::kPlainColour;
  return out;
}

}  // namespace

ClassicSession::ClassicSession(console::Channel& channel, ClassicDialect& dialect)
    : channel_(channel),
      dialect_(dialect),
      terminal_([this](std::string_view bytes) { channel_.write(bytes); },
                console::Terminal::LateLineFeed::kIsEnter) {
  dialect_.terminal_owner_ = this;
}

ClassicSession::~ClassicSession() {
  if (dialect_.terminal_owner_ == this) dialect_.terminal_owner_ = nullptr;
  if (dialect_.log_owner_ == this) dialect_.log_owner_ = nullptr;
}

void ClassicSession::pty(unsigned columns, unsigned /*rows*/) { terminal_.resize(columns); }

void ClassicSession::resize(unsigned columns, unsigned /*rows*/) { terminal_.resize(columns); }

bool ClassicSession::shell() {
  if (state_ != State::kOpening) return false;
  shell_ = true;
  state_ = State::kCommand;
  dialect_.log_owner_ = this;
  terminal_.set_prompt(console::kPrompt);
  print(dialect_.words_.banner + "\n" + coloured(kHelp) + "\n");
  terminal_.read_line();
  return true;
}

bool ClassicSession::exec(std::string_view command) {
  if (state_ != State::kOpening) return false;
  run(command);
  pump();
  return true;
}

void ClassicSession::data(std::span<const std::uint8_t> bytes) {
  if (state_ == State::kOpening || state_ == State::kFinished) return;
  terminal_.input(bytes);
  pump();
}

void ClassicSession::eof() {
  terminal_.end_input();
  pump();
}

void ClassicSession::tick(std::uint64_t /*now_ms*/) {}

std::uint64_t ClassicSession::next_deadline() const {
  return std::numeric_limits<std::uint64_t>::max();
}

void ClassicSession::pump() {
  while (state_ == State::kCommand || state_ == State::kPassphrase) {
    const console::LineIo::Got got = terminal_.poll();
    if (got == console::LineIo::Got::kNothing) return;
    if (state_ == State::kPassphrase) {
      got_passphrase(got);
    } else if (got == console::LineIo::Got::kLine) {
      run(terminal_.take_line());
    } else {
      close();
    }
  }
}

void ClassicSession::run(std::string_view line) {
  state_ = State::kWaiting;
  if (run_word(line)) return;
  if (const std::optional<KeyCommand> found = find_key_command(line)) {
    return found->verb == KeyCommand::Verb::kLock ? run_lock(found->keys) : run_unlock(found->keys);
  }
  fail(std::nullopt, console::kUnknownCommand);
}

bool ClassicSession::run_word(std::string_view line) {
  if (line == "help") {
    complete(coloured(kHelp));
  } else if (line == "exit" || line == "quit") {
    result("logout\n");
    close();
  } else if (line == "rand") {
    std::array<std::uint8_t, 32> bytes{};
    dialect_.random_.fill(bytes);
    complete(coloured(wire::to_hex(bytes)));
  } else if (line == "reboot") {
    dialect_.reset_.request();  // nothing more is said: the connection drops
  } else if (line == "status") {
    complete(console::card_block(dialect_.token_.status()) +
             console::fido_block(dialect_.token_.status().fido));
  } else if (line == "build") {
    complete(dialect_.words_.build);
  } else if (line == "init") {
    run_init();
  } else if (line == "u2f" || line == "u2f !test") {
    run_fido(line == "u2f");
  } else if (line == "p") {
    run_presence();
  } else if (line == "rpc") {
    fail("", "PKCS#11 RPC is not available");
  } else if (line.starts_with("age-plugin ")) {
    complete(dialect_.token_.status().secure_storage ? "unsupported" : "SNVS not available");
  } else {
    return false;
  }
  return true;
}

void ClassicSession::run_init() {
  ask_vault(vault::Initialise{}, [this](const vault::Response& response) {
    if (response.outcome == Outcome::kAlreadyInitialised) {
      return fail("", "card already initialized");
    }
    complete("");
  });
}

void ClassicSession::run_lock(vault::KeySet keys) {
  if (!dialect_.token_.status().initialised) return complete("card not initialized");
  ask_vault(vault::Lock{keys}, [this](const vault::Response&) { complete(""); });
}

void ClassicSession::run_unlock(vault::KeySet keys) {
  if (dialect_.token_.status().initialised) return read_passphrase(keys);
  ask_vault(vault::Initialise{}, [this, keys](const vault::Response&) { read_passphrase(keys); });
}

void ClassicSession::run_fido(bool presence_test) {
  if (!dialect_.token_.fido().certificate_sha1) return fail("", "U2F token has no keys");
  dialect_.token_.start_fido(guard_, presence_test, [this](vault::Response&) {
    complete("");
    pump();
  });
}

void ClassicSession::run_presence() {
  const token::FidoStatus fido = dialect_.token_.status().fido;
  if (!fido.initialised) return complete("token not initialized, issue 'u2f' first");
  if (!fido.presence_test) return complete("U2F presence not required");
  if (!fido.presence_pending) return complete("U2F presence not requested");
  // The log line comes after the prompt.
  complete("");
  static_cast<void>(dialect_.token_.confirm_presence());
}

void ClassicSession::read_passphrase(vault::KeySet keys) {
  // The newer terminal's owner reads it already.
  if (dialect_.terminal_owner_ != this) return complete(std::nullopt);
  keys_ = keys;
  state_ = State::kPassphrase;
  terminal_.read_hidden(console::kPassphrasePrompt);
}

void ClassicSession::got_passphrase(console::LineIo::Got got) {
  state_ = State::kWaiting;
  if (got == console::LineIo::Got::kEnd) return complete("EOF");
  crypto::Secret passphrase = terminal_.take_hidden();
  // A VERIFY without data asks for the state only: no try, no log line.
  if (passphrase.empty()) return complete("");
  ask_vault(vault::Unlock{keys_, std::move(passphrase)},
            [this](const vault::Response&) { complete(""); });
}

void ClassicSession::ask_vault(vault::Request request, Answer answer) {
  dialect_.token_.request(guard_, token::Origin::kConsole, std::move(request),
                          [this, answer = std::move(answer)](vault::Response& response) {
                            answer(response);
                            pump();
                          });
}

void ClassicSession::complete(const std::optional<std::string>& text) {
  if (text) result(*text + "\n");
  if (!shell_) return finish();
  if (dialect_.terminal_owner_ != this) {
    // It would wait for the newer terminal's lines from now on.
    state_ = State::kUnusable;
    if (dialect_.terminal_owner_ == nullptr) close();
    return;
  }
  state_ = State::kCommand;
  terminal_.read_line();
}

void ClassicSession::fail(const std::optional<std::string>& text, std::string_view error) {
  if (text) result(*text + "\n");
  if (shell_ && dialect_.log_owner_ != nullptr) {
    dialect_.log_owner_->print("error: " + std::string(error) + "\n");
  }
  complete(std::nullopt);
}

void ClassicSession::result(std::string_view text) {
  if (dialect_.terminal_owner_ != nullptr) dialect_.terminal_owner_->print(text);
}

void ClassicSession::close() {
  if (shell_ && dialect_.log_owner_ != nullptr) {
    dialect_.log_owner_->print("closing ssh connection\n");
  }
  finish();
}

void ClassicSession::finish() {
  state_ = State::kFinished;
  if (dialect_.terminal_owner_ == this) dialect_.terminal_owner_ = nullptr;
  if (dialect_.log_owner_ == this) dialect_.log_owner_ = nullptr;
  channel_.finish(0);  // the dialect sends no exit-status
}

}  // namespace gokey::sim
