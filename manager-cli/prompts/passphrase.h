// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Where a passphrase comes from. Never from an argument, a variable or a setting.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gokeyctl/error.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::cli {

enum class PassphraseSource : std::uint8_t { kFd, kPinentry, kTerminal };

struct SourceWishes {
  std::optional<int> fd;        // --passphrase-fd
  bool pinentry = false;        // --pinentry, or the setting says always
  bool pinentry_never = false;  // the setting says never
  bool no_input = false;        // --no-input
  bool has_terminal = false;
  bool has_display = false;
};
// The first source that is there; kUsage names the options if there is none.
[[nodiscard]] Result<PassphraseSource> choose_source(const SourceWishes& wishes);

// One line from a file descriptor, read byte by byte so that nothing behind it is taken from a
// shared stream. A CR, LF or CR LF at its end is left out. kCancelled if it is empty, kUsage if it
// is longer than 127 bytes, if anything follows the line, or if the descriptor cannot be read.
[[nodiscard]] Result<Secret> read_passphrase_fd(int fd);

[[nodiscard]] Error passphrase_too_long();

}  // namespace gokeyctl::cli
