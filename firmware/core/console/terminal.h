// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The line editor of a console with a person at the other end: echo, editing keys, history, hidden
// input, and output that moves the prompt out of its way. Its bytes are those of the original
// console's terminal layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/console/keys.h"
#include "core/console/line_io.h"

namespace gokey::console {

class Terminal : public LineIo {
 public:
  // Whether an LF is swallowed also when it comes in a later packet than its CR. The original does
  // so only within one packet.
  enum class LateLineFeed : std::uint8_t { kSwallow, kIsEnter };

  Terminal(Sink sink, LateLineFeed late_line_feed);
  ~Terminal() override;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // 0 columns count as one, as the original has it.
  void resize(unsigned columns);
  void set_prompt(std::string_view prompt);

  // LF becomes CR LF. A prompt on the screen, with what was typed, is erased and drawn again.
  void write(std::string_view text) override;
  // Shows the prompt unless it is there already.
  void read_line() override;
  // With a prompt of its own; without echo and history.
  void read_hidden(std::string_view prompt) override;
  // What exceeds kInputLimit is dropped.
  void input(std::span<const std::uint8_t> bytes) override;
  void end_input() override { ended_ = true; }
  // kEnd: Ctrl-C, Ctrl-D on an empty line, or the end of the input.
  [[nodiscard]] Got poll() override;
  [[nodiscard]] std::string take_line() override;
  [[nodiscard]] crypto::Secret take_hidden() override;
  [[nodiscard]] bool has_input() const override { return !input_.empty(); }

  static constexpr std::size_t kInputLimit = 4096;  // bytes
  static constexpr std::size_t kLineLimit = 4096;   // characters

 private:
  enum class Reading : std::uint8_t { kNothing, kLine, kHidden };

  bool echo() const { return reading_ != Reading::kHidden; }
  void show_prompt();
  Got handle(const Keystroke& stroke);
  void edit(const Keystroke& stroke);
  void type(char32_t character);
  void finish_line();
  void stop_reading();
  void older();
  void newer();
  void kill_to_end();
  void clear_screen();

  void replace_line(std::u32string_view line);
  void erase_before(std::size_t count);
  void shorten_line(std::size_t by);
  std::size_t word_left() const;
  std::size_t word_right() const;

  void put(std::u32string_view text);
  void put_spaces(std::size_t count);
  void advance(std::size_t places);
  void move_to(std::size_t position);
  void move(std::size_t up, std::size_t down, std::size_t left, std::size_t right);
  void repaint(std::size_t lines_below);
  void flush();
  void forget_line();
  void consume(std::size_t count);

  Sink sink_;
  LateLineFeed late_line_feed_;
  Reading reading_ = Reading::kNothing;
  std::u32string prompt_;       // on the screen, or to be shown next
  std::u32string line_prompt_;  // of read_line()
  std::u32string line_;
  std::size_t position_ = 0;  // of the cursor in line_
  std::string out_;
  std::vector<std::uint8_t> input_;
  bool ended_ = false;
  bool swallow_line_feed_ = false;

  std::size_t columns_ = 80;
  std::size_t x_ = 0;  // cursor, from where the prompt begins
  std::size_t y_ = 0;
  std::size_t lowest_ = 0;  // largest y_ of this line

  std::string finished_line_;
  crypto::Secret finished_hidden_;
  std::vector<std::u32string> history_;  // oldest first
  std::size_t steps_back_ = 0;           // 0: the line being typed
  std::u32string pending_;               // that line, while an older one is shown
};

}  // namespace gokey::console
