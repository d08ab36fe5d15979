// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/passphrase.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

Error usage(std::string message, std::string hint = {}) {
  return Error{Code::kUsage, std::move(message), std::move(hint), {}, nullptr};
}

// One byte; nothing at the end of the input.
Result<std::optional<std::uint8_t>> next_byte(int fd) {
  std::uint8_t byte = 0;
  ssize_t got = 0;
  do {
    got = read(fd, &byte, 1);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    return std::unexpected(
        usage(fill(_("the passphrase cannot be read from file descriptor {}: {}"),
                   {fd, std::strerror(errno)}),
              _("open the descriptor for reading, or use 0 for the standard input")));
  }
  return got == 0 ? std::nullopt : std::optional(byte);
}

// Whether something is there to read, or comes within a moment: a writer may keep its end of the
// pipe open.
bool more_to_read(int fd) {
  constexpr int kMomentMs = 200;
  pollfd input{fd, POLLIN, 0};
  return poll(&input, 1, kMomentMs) > 0;
}

// What follows the end of the line: an LF after a CR belongs to it, then there must be nothing.
Result<void> expect_end(int fd, std::uint8_t line_end) {
  if (!more_to_read(fd)) return {};
  Result<std::optional<std::uint8_t>> byte = next_byte(fd);
  if (byte && *byte == '\n' && line_end == '\r') {
    if (!more_to_read(fd)) return {};
    byte = next_byte(fd);
  }
  if (!byte) return std::unexpected(byte.error());
  if (!*byte) return {};
  return std::unexpected(
      usage(_("something follows the passphrase's line"), _("give one line and nothing else")));
}

}  // namespace

Result<PassphraseSource> choose_source(const SourceWishes& wishes) {
  if (wishes.fd) return PassphraseSource::kFd;
  const std::string hint = _("use --passphrase-fd N, or --pinentry, or a terminal");
  if (wishes.no_input)
    return std::unexpected(
        usage(_("a passphrase is needed, and --no-input forbids to ask for it"), hint));
  if (wishes.pinentry) return PassphraseSource::kPinentry;
  if (wishes.has_terminal) return PassphraseSource::kTerminal;
  if (wishes.has_display && !wishes.pinentry_never) return PassphraseSource::kPinentry;
  return std::unexpected(
      usage(_("a passphrase is needed, and there is no terminal to ask for it"), hint));
}

Error passphrase_too_long() {
  return usage(fill(_("the passphrase is longer than {} bytes, which no token takes"),
                    {kLongestPassphrase}));
}

Result<Secret> read_passphrase_fd(int fd) {
  if (isatty(fd) == 1) {
    return std::unexpected(
        usage(fill(_("file descriptor {} is a terminal, which would show the passphrase"), {fd}),
              _("leave out --passphrase-fd to be asked")));
  }
  Secret secret(kLongestPassphrase);
  for (;;) {
    const Result<std::optional<std::uint8_t>> byte = next_byte(fd);
    if (!byte) return std::unexpected(byte.error());
    const std::optional<std::uint8_t> got = *byte;
    if (!got) break;
    if (*got == '\n' || *got == '\r') {
      if (Result<void> end = expect_end(fd, *got); !end) return std::unexpected(end.error());
      break;
    }
    if (!secret.append(*got)) return std::unexpected(passphrase_too_long());
  }
  if (secret.empty())
    return std::unexpected(
        Error{Code::kCancelled, _("cancelled: the passphrase is empty"), "", {}, nullptr});
  return secret;
}

}  // namespace gokeyctl::cli
