// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a session reads lines and writes text, with a terminal at the other end or without.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/crypto/secret.h"

namespace gokey::console {

class LineIo {
 public:
  using Sink = std::function<void(std::string_view)>;

  virtual ~LineIo() = default;
  // Text from the device, its lines ended by LF.
  virtual void write(std::string_view text) = 0;

  // Begins to read a line.
  virtual void read_line() = 0;
  // Begins to read a passphrase: never echoed, kept nowhere else.
  virtual void read_hidden(std::string_view prompt) = 0;

  // Keeps bytes from the client until they are read.
  virtual void input(std::span<const std::uint8_t> bytes) = 0;
  // No more bytes will come.
  virtual void end_input() = 0;

  enum class Got : std::uint8_t {
    kNothing,  // more bytes are needed
    kLine,     // a line is complete: take_line() or take_hidden()
    kTooLong,  // a line was longer than allowed and is gone
    kEnd,      // the end of the input, or the person ended it
  };
  // Uses up input until a line is complete. After anything but kNothing, nothing is read until the
  // next read_…().
  [[nodiscard]] virtual Got poll() = 0;
  [[nodiscard]] virtual std::string take_line() = 0;
  [[nodiscard]] virtual crypto::Secret take_hidden() = 0;
  // True if there are bytes that were not read yet.
  [[nodiscard]] virtual bool has_input() const = 0;
};

}  // namespace gokey::console
