// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines and passphrases from a program do not depend on the packets in which they come. The first
// byte says how long a packet is, the second which of eight lines are passphrases.
#include "core/console/plain_lines.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "wire/bytes.h"

namespace {

using gokey::console::LineIo;
using gokey::console::PlainLines;
using Bytes = std::span<const std::uint8_t>;

class Program {
 public:
  explicit Program(std::uint8_t hidden) : hidden_(hidden) { read(); }

  // Everything that was read, each after a letter that says what it is.
  std::vector<std::string> send(Bytes input, std::size_t packet) {
    while (!input.empty()) {
      const Bytes part = input.first(std::min(packet, input.size()));
      input = input.subspan(part.size());
      lines_.input(part);
      while (take(lines_.poll())) read();
    }
    lines_.end_input();
    while (take(lines_.poll())) read();
    if (lines_.has_input()) std::abort();
    return std::move(got_);
  }

 private:
  [[nodiscard]] bool hidden() const { return (hidden_ >> (got_.size() % 8) & 1U) != 0; }
  void read() { hidden() ? lines_.read_hidden({}) : lines_.read_line(); }

  // False if there is no more for now.
  bool take(LineIo::Got got) {
    if (got == LineIo::Got::kTooLong) got_.emplace_back("long");
    if (got == LineIo::Got::kLine && hidden()) {
      got_.push_back("h" + std::string(gokey::wire::as_text(lines_.take_hidden().bytes())));
    } else if (got == LineIo::Got::kLine) {
      got_.push_back("l" + lines_.take_line());
    }
    return got == LineIo::Got::kLine || got == LineIo::Got::kTooLong;
  }

  PlainLines lines_{[](std::string_view) { std::abort(); }};  // nothing is ever echoed
  unsigned hidden_;
  std::vector<std::string> got_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > PlainLines::kInputLimit) return 0;
  const Bytes input{data + 2, size - 2};
  const auto whole = Program(data[1]).send(input, size);
  if (whole != Program(data[1]).send(input, std::size_t{data[0]} + 1)) std::abort();
  for (const std::string& line : whole) {
    if (line.find_first_of("\r\n") != std::string::npos) std::abort();
  }
  return 0;
}
