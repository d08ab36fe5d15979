// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Keys typed at the line editor and into its passphrase prompt.
//
// Input: two bytes of options, then keys. Bytes from F8, which no key begins with, are what else
// may happen: F8 the packet ends, F9 the window becomes as wide as the next byte says, FA the log
// writes a line, FB no more input comes; what is typed next is hidden (FC) or not (FD).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include "core/console/keys.h"
#include "core/console/terminal.h"

namespace {

using gokey::console::LineIo;
using gokey::console::Terminal;
using Bytes = std::span<const std::uint8_t>;

void require(bool holds) {
  if (!holds) std::abort();
}

class Person {
 public:
  Person(std::uint8_t options, std::uint8_t columns)
      : terminal_([this](std::string_view text) { screen(text); },
                  (options & 1U) != 0 ? Terminal::LateLineFeed::kSwallow
                                      : Terminal::LateLineFeed::kIsEnter),
        hidden_((options & 2U) != 0) {
    terminal_.resize(columns);
    terminal_.set_prompt("\x1b[31m> \x1b[0m");
    read();
  }

  void type(Bytes keys) {
    while (!keys.empty()) {
      const auto end = std::ranges::find_if(keys, [](std::uint8_t key) { return key >= 0xF8; });
      const auto packet = keys.first(static_cast<std::size_t>(end - keys.begin()));
      keys = keys.subspan(packet.size());
      decode(packet);
      terminal_.input(packet);
      poll();
      if (!keys.empty()) keys = keys.subspan(happen(keys));
    }
    terminal_.end_input();
    poll();
    require(!terminal_.has_input());
  }

 private:
  // Passphrases hold only these, as far as a screen could show them; prompts and the editor's own
  // sequences do not.
  static bool secret_letter(char c) { return c >= 'n' && c <= 'z'; }

  void screen(std::string_view text) const {
    if (reading_hidden_) require(std::ranges::none_of(text, secret_letter));
  }

  // Every keystroke is inside its packet, and what is incomplete is not a keystroke.
  static void decode(Bytes bytes) {
    while (!bytes.empty()) {
      const auto stroke = gokey::console::decode_key(bytes);
      require(stroke.length <= bytes.size());
      if (stroke.length == 0) return;
      const auto alone = gokey::console::decode_key(bytes.first(stroke.length));
      require(alone.length == stroke.length ||
              (stroke.key != gokey::console::Key::kText && alone.length == 0));
      bytes = bytes.subspan(stroke.length);
    }
  }

  // Does what the first of `keys` says; how many bytes that took.
  std::size_t happen(Bytes keys) {
    switch (keys[0]) {
      case 0xF9:
        terminal_.resize(keys.size() > 1 ? keys[1] : 0);
        return std::min<std::size_t>(keys.size(), 2);
      case 0xFA:
        terminal_.write("LOG\n");
        return 1;
      case 0xFB:
        terminal_.end_input();
        return 1;
      case 0xFC:
      case 0xFD:
        hidden_ = keys[0] == 0xFC;
        return 1;
      default:
        return 1;
    }
  }

  void read() {
    reading_hidden_ = hidden_;
    hidden_ ? terminal_.read_hidden("PASS: ") : terminal_.read_line();
  }

  void poll() {
    // Every line takes at least its end from the input, and at the end there is one answer more.
    for (std::size_t lines = 0; lines <= Terminal::kInputLimit; ++lines) {
      switch (terminal_.poll()) {
        case LineIo::Got::kNothing:
          return;
        case LineIo::Got::kLine:
          take();
          break;
        case LineIo::Got::kTooLong:
          std::abort();  // the editor drops keys instead
        case LineIo::Got::kEnd:
          if (!terminal_.has_input()) {
            read();
            return;
          }
          break;
      }
      read();
    }
    std::abort();
  }

  void take() {
    if (reading_hidden_) {
      require(terminal_.take_hidden().size() <= 4 * Terminal::kLineLimit);
      require(terminal_.take_line().empty());
      return;
    }
    const std::string line = terminal_.take_line();
    require(line.find('\n') == std::string::npos && line.find('\r') == std::string::npos);
    require(terminal_.take_hidden().bytes().empty());
  }

  bool reading_hidden_ = false;
  Terminal terminal_;
  bool hidden_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  Person(data[0], data[1]).type({data + 2, size - 2});
  return 0;
}
