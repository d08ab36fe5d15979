// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/terminal.h"

#include <cerrno>
#include <cstdint>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include "cli/front/text.h"
#include "cli/prompts/passphrase.h"
#include "cli/prompts/signals.h"

namespace gokeyctl::cli {
namespace {

Error cancelled() { return Error{Code::kCancelled, _("cancelled"), "", {}, nullptr}; }

// Turns echo off and back on. Ctrl-Z arrives as a byte (VSUSP is off), so that nobody is left with
// a silent shell.
class EchoOff {
 public:
  explicit EchoOff(int fd) : fd_(fd) {
    if (tcgetattr(fd_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK);
    silent.c_lflag |= ECHONL;
    silent.c_cc[VSUSP] = _POSIX_VDISABLE;
    done_ = tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
  }
  ~EchoOff() {
    if (done_) tcsetattr(fd_, TCSAFLUSH, &before_);
  }
  EchoOff(const EchoOff&) = delete;
  EchoOff& operator=(const EchoOff&) = delete;
  [[nodiscard]] bool done() const { return done_; }

 private:
  int fd_;
  bool done_ = false;
  termios before_{};
};

// The next byte, or nothing at the end, on a signal or on an error.
std::optional<std::uint8_t> next_byte(int fd, const StopSignals& signals) {
  std::uint8_t byte = 0;
  if (!signals.wait_for(fd, -1)) return std::nullopt;
  if (read(fd, &byte, 1) != 1) return std::nullopt;
  return byte;
}

}  // namespace

std::optional<Terminal> Terminal::open() {
  const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return std::nullopt;
  return Terminal(fd);
}

Terminal::~Terminal() {
  if (fd_ >= 0) close(fd_);
}

Terminal::Terminal(Terminal&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

void Terminal::print(std::string_view text) const {
  while (!text.empty()) {
    const ssize_t written = write(fd_, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

Result<std::string> Terminal::read_line(std::string_view prompt) const {
  constexpr std::size_t kLongest = 1024;
  const StopSignals signals;
  print(prompt);
  std::string line;
  for (;;) {
    const std::optional<std::uint8_t> byte = next_byte(fd_, signals);
    if (!byte) {
      print("\n");
      return std::unexpected(cancelled());
    }
    if (*byte == '\n' || *byte == '\r') return line;
    if (line.size() < kLongest) line += static_cast<char>(*byte);
  }
}

Result<Secret> Terminal::read_secret(std::string_view prompt) const {
  const StopSignals signals;
  const EchoOff silent(fd_);
  if (!silent.done()) {
    return std::unexpected(
        Error{Code::kFailed, _("the terminal's echo cannot be turned off"), "", {}, nullptr});
  }
  print(prompt);
  Secret secret(kLongestPassphrase);
  bool too_long = false;
  for (;;) {
    const std::optional<std::uint8_t> byte = next_byte(fd_, signals);
    if (!byte) {
      print("\n");
      return std::unexpected(cancelled());
    }
    if (*byte == '\n' || *byte == '\r') break;
    too_long = !secret.append(*byte) || too_long;
  }
  if (too_long) return std::unexpected(passphrase_too_long());
  if (secret.empty()) return std::unexpected(cancelled());
  return secret;
}

}  // namespace gokeyctl::cli
