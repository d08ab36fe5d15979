// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "console/shell.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "console/dialect.h"
#include "console/events.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::console {
namespace {

constexpr std::size_t kMaxAnswer = 64 * 1024;
constexpr std::chrono::milliseconds kFarewell{300};
constexpr std::size_t kMaxNoted = 64;

}  // namespace

ClassicShell::~ClassicShell() {
  if (ended_) return;
  const auto deadline = base::Deadline::in(std::min(timeout_, kFarewell));
  if (!link_->write_all("exit\r", deadline)) return;
  // So that the console, which has one terminal for all, is free for the next.
  std::array<char, 512> ignored;
  for (;;) {
    const auto count = link_->read_some(ignored, {deadline});
    if (!count || *count == 0 || deadline.passed()) return;
  }
}

template <typename Complete>
Result<void> ClassicShell::read_until(Transcript& transcript, const Complete& complete,
                                      base::Deadline deadline) {
  constexpr const char* kDoing = marked("read the console's answer");
  std::array<char, 4096> chunk;
  while (!complete(transcript.text())) {
    const auto count = link_->read_some(chunk, {deadline});
    if (!count) return std::unexpected(count.error());
    if (*count == 0) {
      ended_ = true;
      return std::unexpected(
          protocol_error(say("{}: {}", say(kDoing), say("it ended the session")), "session-ended"));
    }
    const bool fits = !deadline.passed() && transcript.append({chunk.data(), *count});
    explicit_bzero(chunk.data(), *count);
    if (!fits)
      return std::unexpected(
          protocol_error(say("{}: {}", say(kDoing), say("it has no end")), "too-long"));
  }
  return {};
}

Result<void> ClassicShell::send_line(std::string_view command, base::Deadline deadline) {
  return link_->write_all(std::string(command) + "\r", deadline);
}

Result<void> ClassicShell::greet() {
  Transcript transcript(kMaxAnswer);
  return read_until(transcript, at_prompt, base::Deadline::in(timeout_));
}

Result<std::string> ClassicShell::run(std::string_view command) {
  const auto deadline = base::Deadline::in(timeout_);
  if (auto sent = send_line(command, deadline); !sent)
    return std::unexpected(std::move(sent).error());
  Transcript transcript(kMaxAnswer);
  const auto complete = [&](std::string_view text) { return answer_in(text, command).has_value(); };
  if (auto read = read_until(transcript, complete, deadline); !read)
    return std::unexpected(std::move(read).error());
  note(transcript.text());
  return std::string(answer_in(transcript.text(), command).value_or(""));
}

Result<std::vector<std::string>> ClassicShell::run_with_passphrase(std::string_view command,
                                                                   const Secret& passphrase,
                                                                   bool& sent) {
  const auto deadline = base::Deadline::in(timeout_);
  sent = false;
  if (auto out = send_line(command, deadline); !out) return std::unexpected(std::move(out).error());
  Transcript transcript(kMaxAnswer);
  const auto asked = [&](std::string_view text) {
    return asks_passphrase(text, command) || answer_in(text, command).has_value();
  };
  if (auto read = read_until(transcript, asked, deadline); !read)
    return std::unexpected(std::move(read).error());
  if (!asks_passphrase(transcript.text(), command))
    return plain_lines(answer_in(transcript.text(), command).value_or(""));

  note(transcript.text());
  transcript.wipe();
  sent = true;
  auto out = passphrase.expose([&](std::span<const std::uint8_t> bytes) {
    return link_->write_all({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, deadline);
  });
  if (out) out = link_->write_all("\r", deadline);
  if (!out) return std::unexpected(std::move(out).error());
  if (auto read = read_until(transcript, at_prompt, deadline); !read)
    return std::unexpected(std::move(read).error());
  note(transcript.text());
  return plain_lines(transcript.text());
}

void ClassicShell::note(std::string_view received) {
  if (!noting_) return;
  for (std::string& line : plain_lines(received)) {
    // Only lines of known words are kept, so that no echoed passphrase ever is.
    if (!classic_event(line, nullptr)) continue;
    if (noted_.size() == kMaxNoted) noted_.pop_front();
    noted_.push_back(std::move(line));
  }
}

std::optional<std::string> ClassicShell::next_noted() {
  if (noted_.empty()) return std::nullopt;
  std::string line = std::move(noted_.front());
  noted_.pop_front();
  return line;
}

Result<void> ClassicShell::send_last(std::string_view command) {
  ended_ = true;
  return send_line(command, base::Deadline::in(timeout_));
}

Result<std::size_t> ClassicShell::listen(std::span<char> into, int stop_fd) {
  auto count = link_->read_some(into, {base::Deadline::never(), stop_fd});
  if (count && *count == 0) ended_ = true;
  return count;
}

}  // namespace gokeyctl::console
