// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines from a program: no echo, no prompt, no editing. CR, LF and CR LF end a line; output is
// passed on as it is.
#pragma once

#include <vector>

#include "core/console/line_io.h"

namespace gokey::console {

class PlainLines : public LineIo {
 public:
  explicit PlainLines(Sink sink);
  ~PlainLines() override;
  PlainLines(const PlainLines&) = delete;
  PlainLines& operator=(const PlainLines&) = delete;

  void write(std::string_view text) override { sink_(text); }
  void read_line() override { reading_ = Reading::kLine; }
  // The prompt is for people: it is not printed.
  void read_hidden(std::string_view prompt) override;
  void input(std::span<const std::uint8_t> bytes) override;
  void end_input() override { ended_ = true; }
  // The end of the input ends a last line too, but not a passphrase: half of one must not cost a
  // try.
  [[nodiscard]] Got poll() override;
  [[nodiscard]] std::string take_line() override;
  [[nodiscard]] crypto::Secret take_hidden() override;
  [[nodiscard]] bool has_input() const override { return !input_.empty(); }

  // The longest line, and all that is kept of input that nobody has read yet.
  static constexpr std::size_t kInputLimit = 4096;

 private:
  enum class Reading : std::uint8_t { kNothing, kLine, kHidden };

  Got deliver(std::size_t length, std::size_t used);
  Got at_end();
  void consume(std::size_t count);

  Sink sink_;
  Reading reading_ = Reading::kNothing;
  std::vector<std::uint8_t> input_;
  bool ended_ = false;
  bool overflowed_ = false;  // input was dropped after what is in input_
  bool swallow_line_feed_ = false;
  std::string line_;
  crypto::Secret hidden_;
};

}  // namespace gokey::console
