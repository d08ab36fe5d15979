// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gokeyctl/error.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::cli {

// The person's terminal, /dev/tty, whatever the standard streams are connected to.
class Terminal {
 public:
  // Nothing when the program has no terminal.
  [[nodiscard]] static std::optional<Terminal> open();
  ~Terminal();
  Terminal(Terminal&& other) noexcept;
  Terminal& operator=(Terminal&&) = delete;

  void print(std::string_view text) const;
  // One line without its end. kCancelled on Ctrl-C, Ctrl-D and the like.
  [[nodiscard]] Result<std::string> read_line(std::string_view prompt) const;
  // The same without echo; at most 127 bytes (kUsage beyond). Echo is back whatever ends it.
  [[nodiscard]] Result<Secret> read_secret(std::string_view prompt) const;

 private:
  explicit Terminal(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace gokeyctl::cli
