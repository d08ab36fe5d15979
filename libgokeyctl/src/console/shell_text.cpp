// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "console/shell.h"
#include "gokeyctl/text.h"

namespace gokeyctl::console {
namespace {

constexpr std::string_view kPrompt = "\x1B[31m> \x1B[0m";
constexpr std::string_view kPassphrase = "Passphrase: ";
constexpr std::size_t kMaxLine = 4096;

// Behind the echo of the command: a line that is the command, perhaps after a prompt that a log
// line made the terminal draw again.
std::optional<std::string_view> after_echo(std::string_view received, std::string_view command) {
  std::size_t begin = 0;
  for (;;) {
    const auto found = received.find(command, begin);
    if (found == std::string_view::npos) return std::nullopt;
    const std::string_view before = received.substr(0, found);
    const std::string_view behind = received.substr(found + command.size());
    const bool starts = before.empty() || before.ends_with('\n') || before.ends_with(kPrompt);
    if (starts && behind.starts_with("\r\n")) return behind.substr(2);
    begin = found + 1;
  }
}

}  // namespace

bool at_prompt(std::string_view received) { return received.ends_with(kPrompt); }

std::optional<std::string_view> answer_in(std::string_view received, std::string_view command) {
  if (!at_prompt(received)) return std::nullopt;
  const auto behind = after_echo(received, command);
  if (!behind) return std::nullopt;
  const auto prompt = behind->find(kPrompt);
  if (prompt == std::string_view::npos) return std::nullopt;
  return behind->substr(0, prompt);
}

bool asks_passphrase(std::string_view received, std::string_view command) {
  if (!received.ends_with(kPassphrase)) return false;
  const auto behind = after_echo(received, command);
  if (!behind) return false;
  const std::string_view before = behind->substr(0, behind->size() - kPassphrase.size());
  return before.empty() || before.ends_with('\n');
}

std::vector<std::string> plain_lines(std::string_view received) {
  std::vector<std::string> lines;
  while (!received.empty()) {
    const auto end = received.find('\n');
    std::string line = printable(received.substr(0, end), kMaxLine);
    received.remove_prefix(end == std::string_view::npos ? received.size() : end + 1);
    while (line.starts_with("> ")) line.erase(0, 2);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace gokeyctl::console
