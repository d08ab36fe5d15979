// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/plain_lines.h"

#include <algorithm>
#include <utility>

namespace gokey::console {

PlainLines::PlainLines(Sink sink) : sink_(std::move(sink)) {
  // Never grows: growing would leave copies of a passphrase behind.
  input_.reserve(kInputLimit);
}

PlainLines::~PlainLines() { crypto::wipe(input_); }

void PlainLines::read_hidden(std::string_view /*prompt*/) { reading_ = Reading::kHidden; }

void PlainLines::input(std::span<const std::uint8_t> bytes) {
  if (swallow_line_feed_ && !bytes.empty()) {
    swallow_line_feed_ = false;
    if (bytes.front() == '\n') bytes = bytes.subspan(1);
  }
  if (overflowed_) return;
  const std::size_t room = kInputLimit - input_.size();
  overflowed_ = bytes.size() > room;
  const auto kept = bytes.first(std::min(room, bytes.size()));
  input_.insert(input_.end(), kept.begin(), kept.end());
}

LineIo::Got PlainLines::poll() {
  if (reading_ == Reading::kNothing) return Got::kNothing;
  const auto end = std::find_if(input_.begin(), input_.end(),
                                [](std::uint8_t c) { return c == '\r' || c == '\n'; });
  if (end == input_.end()) return at_end();

  const auto length = static_cast<std::size_t>(end - input_.begin());
  std::size_t used = length + 1;
  if (*end == '\r') {
    if (used == input_.size()) {
      swallow_line_feed_ = true;
    } else if (input_[used] == '\n') {
      ++used;
    }
  }
  return deliver(length, used);
}

LineIo::Got PlainLines::at_end() {
  if (overflowed_) {
    consume(input_.size());
    reading_ = Reading::kNothing;
    return Got::kTooLong;
  }
  if (!ended_) return Got::kNothing;
  if (reading_ == Reading::kLine && !input_.empty()) return deliver(input_.size(), input_.size());
  consume(input_.size());
  reading_ = Reading::kNothing;
  return Got::kEnd;
}

LineIo::Got PlainLines::deliver(std::size_t length, std::size_t used) {
  const auto bytes = std::span<const std::uint8_t>(input_).first(length);
  if (reading_ == Reading::kHidden) {
    hidden_ = crypto::Secret::copy_of(bytes);
  } else {
    line_.assign(bytes.begin(), bytes.end());
  }
  consume(used);
  reading_ = Reading::kNothing;
  return Got::kLine;
}

std::string PlainLines::take_line() { return std::exchange(line_, {}); }

crypto::Secret PlainLines::take_hidden() { return std::move(hidden_); }

void PlainLines::consume(std::size_t count) {
  std::copy(input_.begin() + static_cast<std::ptrdiff_t>(count), input_.end(), input_.begin());
  crypto::wipe(std::span(input_).last(count));
  input_.resize(input_.size() - count);
}

}  // namespace gokey::console
