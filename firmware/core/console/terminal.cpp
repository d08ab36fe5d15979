// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/terminal.h"

#include <algorithm>
#include <utility>

#include "core/console/code_points.h"

namespace gokey::console {
namespace {

constexpr std::size_t kHistoryLimit = 100;  // lines

}  // namespace

Terminal::Terminal(Sink sink, LateLineFeed late_line_feed)
    : sink_(std::move(sink)), late_line_feed_(late_line_feed) {
  // Neither buffer ever grows: growing would leave copies of a passphrase behind.
  input_.reserve(kInputLimit);
  line_.reserve(kLineLimit);
}

Terminal::~Terminal() {
  wipe(line_);
  crypto::wipe(input_);
}

void Terminal::set_prompt(std::string_view prompt) {
  line_prompt_ = to_code_points(prompt);
  if (reading_ != Reading::kHidden) prompt_ = line_prompt_;
}

void Terminal::write(std::string_view text) {
  const bool at_start = x_ == 0 && y_ == 0;
  if (!at_start) {
    move(0, 0, x_, 0);
    out_ += "\x1b[K";
    for (; y_ > 0; --y_) {
      move(1, 0, 0, 0);
      out_ += "\x1b[K";
    }
    x_ = 0;
  }
  for (const char c : text) {
    if (c == '\n') out_.push_back('\r');
    out_.push_back(c);
  }
  if (!at_start) {
    put(prompt_);
    if (echo()) put(line_);
    move_to(position_);
  }
  flush();
}

void Terminal::read_line() {
  reading_ = Reading::kLine;
  prompt_ = line_prompt_;
  show_prompt();
}

void Terminal::read_hidden(std::string_view prompt) {
  reading_ = Reading::kHidden;
  prompt_ = to_code_points(prompt);
  show_prompt();
}

void Terminal::show_prompt() {
  if (x_ != 0 || y_ != 0) return;
  put(prompt_);
  flush();
}

void Terminal::input(std::span<const std::uint8_t> bytes) {
  if (swallow_line_feed_ && !bytes.empty()) {
    swallow_line_feed_ = false;
    if (bytes.front() == '\n') bytes = bytes.subspan(1);
  }
  const std::size_t room = kInputLimit - input_.size();
  const auto kept = bytes.first(std::min(room, bytes.size()));
  input_.insert(input_.end(), kept.begin(), kept.end());
}

LineIo::Got Terminal::poll() {
  Got got = Got::kNothing;
  std::size_t used = 0;
  while (got == Got::kNothing && reading_ != Reading::kNothing) {
    Keystroke stroke = decode_key(std::span(input_).subspan(used));
    if (stroke.length == 0) {
      const bool stuck = used < input_.size() && (ended_ || input_.size() - used > 64);
      if (!stuck) break;
      stroke.length = 1;  // the beginning of a key that will never be whole
    }
    used += stroke.length;
    if (stroke.key == Key::kEnter) {
      if (used < input_.size()) {
        if (input_[used] == '\n') ++used;
      } else {
        swallow_line_feed_ = late_line_feed_ == LateLineFeed::kSwallow;
      }
    }
    got = handle(stroke);
  }
  consume(used);
  flush();
  if (got == Got::kNothing && ended_ && input_.empty() && reading_ != Reading::kNothing) {
    got = Got::kEnd;
  }
  if (got == Got::kEnd) stop_reading();
  return got;
}

LineIo::Got Terminal::handle(const Keystroke& stroke) {
  switch (stroke.key) {
    case Key::kInterrupt:
      return Got::kEnd;
    case Key::kEnter:
    case Key::kLineFeed:
      finish_line();
      return Got::kLine;
    case Key::kDelete:
      if (line_.empty()) return Got::kEnd;
      break;
    default:
      break;
  }
  edit(stroke);
  return Got::kNothing;
}

void Terminal::edit(const Keystroke& stroke) {
  switch (stroke.key) {
    case Key::kText:
      type(stroke.text);
      break;
    case Key::kInvalid:
      if (!echo()) type(kRawByte + stroke.text);
      break;
    case Key::kBackspace:
      erase_before(1);
      break;
    case Key::kDelete:
      if (position_ < line_.size()) {
        ++position_;
        erase_before(1);
      }
      break;
    case Key::kLeft:
      if (position_ > 0) move_to(--position_);
      break;
    case Key::kRight:
      if (position_ < line_.size()) move_to(++position_);
      break;
    case Key::kWordLeft:
      move_to(position_ -= word_left());
      break;
    case Key::kWordRight:
      move_to(position_ += word_right());
      break;
    case Key::kHome:
      move_to(position_ = 0);
      break;
    case Key::kEnd:
      move_to(position_ = line_.size());
      break;
    case Key::kUp:
      older();
      break;
    case Key::kDown:
      newer();
      break;
    case Key::kKillToEnd:
      kill_to_end();
      break;
    case Key::kKillToStart:
      erase_before(position_);
      break;
    case Key::kKillWord:
      erase_before(word_left());
      break;
    case Key::kClearScreen:
      clear_screen();
      break;
    case Key::kEnter:
    case Key::kLineFeed:
    case Key::kInterrupt:
    case Key::kUnknown:
      break;
  }
}

void Terminal::type(char32_t character) {
  if (line_.size() == kLineLimit) return;
  line_.insert(position_, 1, character);
  if (echo()) put(std::u32string_view(line_).substr(position_));
  move_to(++position_);
}

void Terminal::finish_line() {
  move_to(line_.size());
  out_ += "\r\n";
  if (echo()) {
    finished_line_.clear();
    for (const char32_t c : line_) append_utf8(finished_line_, c);
    steps_back_ = 0;
    if (history_.size() == kHistoryLimit) history_.erase(history_.begin());
    history_.push_back(line_);
  } else {
    finished_hidden_ = to_secret(line_);
  }
  forget_line();
  x_ = y_ = lowest_ = 0;
  reading_ = Reading::kNothing;
  prompt_ = line_prompt_;
}

// The prompt stays on the screen; what was hidden is forgotten rather than shown when the prompt is
// drawn again.
void Terminal::stop_reading() {
  if (!echo()) forget_line();
  reading_ = Reading::kNothing;
  prompt_ = line_prompt_;
}

std::string Terminal::take_line() { return std::exchange(finished_line_, {}); }

crypto::Secret Terminal::take_hidden() { return std::move(finished_hidden_); }

void Terminal::older() {
  if (steps_back_ == history_.size()) return;
  if (steps_back_ == 0) pending_ = line_;
  ++steps_back_;
  replace_line(history_[history_.size() - steps_back_]);
}

void Terminal::newer() {
  if (steps_back_ == 0) return;
  --steps_back_;
  replace_line(steps_back_ == 0 ? pending_ : history_[history_.size() - steps_back_]);
}

void Terminal::forget_line() {
  wipe(line_);
  position_ = 0;
}

void Terminal::consume(std::size_t count) {
  std::copy(input_.begin() + static_cast<std::ptrdiff_t>(count), input_.end(), input_.begin());
  crypto::wipe(std::span(input_).last(count));
  input_.resize(input_.size() - count);
}

void Terminal::flush() {
  if (!out_.empty()) sink_(out_);
  out_.clear();
}

// ---- The screen --------------------------------------------------------------------------------

void Terminal::resize(unsigned columns) {
  const std::size_t before = columns_;
  columns_ = std::max(columns, 1U);
  const bool screen_empty = line_.empty() && x_ == 0 && y_ == 0;
  if (columns_ == before || screen_empty) return;
  if (columns_ < before) {
    // A terminal that wraps long lines when it shrinks turns each of ours into two.
    x_ = std::min(x_, columns_ - 1);
    y_ *= 2;
    repaint(lowest_ * 2);
  } else {
    repaint(lowest_);
  }
  flush();
}

void Terminal::repaint(std::size_t lines_below) {
  move(y_, 0, x_, 0);
  out_ += "\x1b[K";
  for (std::size_t i = 0; i < lines_below; ++i) {
    move(0, 1, 0, 0);
    out_ += "\x1b[K";
  }
  move(lines_below, 0, 0, 0);
  x_ = y_ = 0;
  put(prompt_);
  if (echo()) put(line_);
  move_to(position_);
}

void Terminal::clear_screen() {
  out_ += "\x1b[2J\x1b[H";
  x_ = y_ = 0;
  put(prompt_);
  if (echo()) put(line_);
  move_to(position_);
}

void Terminal::kill_to_end() {
  const std::size_t killed = line_.size() - position_;
  if (echo()) put_spaces(killed);
  shorten_line(killed);
  move_to(position_);
}

void Terminal::replace_line(std::u32string_view line) {
  if (echo()) {
    move_to(0);
    put(line);
    if (line.size() < line_.size()) put_spaces(line_.size() - line.size());
    move_to(line.size());
  }
  line_ = line;
  position_ = line_.size();
}

void Terminal::erase_before(std::size_t count) {
  count = std::min(count, position_);
  if (count == 0) return;
  position_ -= count;
  move_to(position_);
  std::copy(line_.begin() + static_cast<std::ptrdiff_t>(position_ + count), line_.end(),
            line_.begin() + static_cast<std::ptrdiff_t>(position_));
  shorten_line(count);
  if (!echo()) return;
  put(std::u32string_view(line_).substr(position_));
  out_.append(count, ' ');
  advance(count);
  move_to(position_);
}

void Terminal::shorten_line(std::size_t by) {
  const std::size_t left = line_.size() - by;
  crypto::wipe({reinterpret_cast<std::uint8_t*>(line_.data() + left), by * sizeof(char32_t)});
  line_.resize(left);
}

std::size_t Terminal::word_left() const {
  if (position_ == 0) return 0;
  std::size_t at = position_ - 1;
  while (at > 0 && line_[at] == ' ') --at;
  while (at > 0 && line_[at] != ' ') --at;
  if (at > 0) ++at;
  return position_ - at;
}

std::size_t Terminal::word_right() const {
  std::size_t at = position_;
  while (at < line_.size() && line_[at] != ' ') ++at;
  while (at < line_.size() && line_[at] == ' ') ++at;
  return at - position_;
}

void Terminal::put(std::u32string_view text) {
  while (!text.empty()) {
    const std::u32string_view part = text.substr(0, columns_ - x_);
    for (const char32_t c : part) append_utf8(out_, c);
    advance(width(part));
    text.remove_prefix(part.size());
  }
}

void Terminal::put_spaces(std::size_t count) {
  for (; count > 0; --count) put(U" ");
}

void Terminal::advance(std::size_t places) {
  x_ += places;
  y_ += x_ / columns_;
  x_ %= columns_;
  lowest_ = std::max(lowest_, y_);
  // A terminal stays in its last column until one more character comes: go to the next line
  // ourselves.
  if (places > 0 && x_ == 0) out_ += "\r\n";
}

void Terminal::move_to(std::size_t position) {
  if (!echo()) return;
  const std::size_t target = width(prompt_) + position;
  const std::size_t y = target / columns_;
  const std::size_t x = target % columns_;
  move(y < y_ ? y_ - y : 0, y > y_ ? y - y_ : 0, x < x_ ? x_ - x : 0, x > x_ ? x - x_ : 0);
  x_ = x;
  y_ = y;
}

void Terminal::move(std::size_t up, std::size_t down, std::size_t left, std::size_t right) {
  const auto put_move = [this](std::size_t count, char direction) {
    if (count == 0) return;
    out_ += "\x1b[";
    if (count > 1) out_ += std::to_string(count);
    out_.push_back(direction);
  };
  put_move(up, 'A');
  put_move(down, 'B');
  put_move(right, 'C');
  put_move(left, 'D');
}

}  // namespace gokey::console
