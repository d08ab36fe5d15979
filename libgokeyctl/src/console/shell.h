// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The original console's interactive session as a stream of bytes: where an answer begins and ends
// between echo, prompts and log lines that come unasked (gokey-behaviour 7.5 and 12).
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "console/transcript.h"
#include "gokeyctl/secret.h"
#include "transport/link/link.h"

namespace gokeyctl::console {

// What stands between the echo of `command` and the next prompt. Absent while it is not complete.
[[nodiscard]] std::optional<std::string_view> answer_in(std::string_view received,
                                                        std::string_view command);
// The same up to "Passphrase: " in place of a prompt.
[[nodiscard]] bool asks_passphrase(std::string_view received, std::string_view command);
// A prompt stands at the end.
[[nodiscard]] bool at_prompt(std::string_view received);
// Lines without escape sequences, prompts and line ends.
[[nodiscard]] std::vector<std::string> plain_lines(std::string_view received);

class ClassicShell {
 public:
  ClassicShell(std::unique_ptr<transport::Link> link, std::chrono::milliseconds timeout)
      : link_(std::move(link)), timeout_(timeout) {}
  // Leaves with `exit`, as far as the console still listens.
  ~ClassicShell();
  ClassicShell(const ClassicShell&) = delete;
  ClassicShell& operator=(const ClassicShell&) = delete;

  // Waits for the first prompt.
  [[nodiscard]] Result<void> greet();
  // Sends the line and returns its answer as it came.
  [[nodiscard]] Result<std::string> run(std::string_view command);
  // Sends the command, waits for the passphrase prompt, and only then sends the passphrase. Returns
  // the answer's lines. `sent` tells whether the passphrase left.
  [[nodiscard]] Result<std::vector<std::string>> run_with_passphrase(std::string_view command,
                                                                     const Secret& passphrase,
                                                                     bool& sent);
  // Sends a line that the console answers by going away.
  [[nodiscard]] Result<void> send_last(std::string_view command);
  // From now on whether lines that name an event are kept, from whatever the console sends while a
  // command runs: log lines come unasked, amid answers too.
  void note_lines(bool on) { noting_ = on; }
  // The next of them.
  [[nodiscard]] std::optional<std::string> next_noted();
  // More bytes of log lines; 0 once the session ended.
  [[nodiscard]] Result<std::size_t> listen(std::span<char> into, int stop_fd);

 private:
  template <typename Complete>
  [[nodiscard]] Result<void> read_until(Transcript& transcript, const Complete& complete,
                                        base::Deadline deadline);
  [[nodiscard]] Result<void> send_line(std::string_view command, base::Deadline deadline);

  // Lines of the transcript that are events; an answer itself never is one of the kind.
  void note(std::string_view received);

  std::unique_ptr<transport::Link> link_;
  std::chrono::milliseconds timeout_;
  bool ended_ = false;
  bool noting_ = false;
  std::deque<std::string> noted_;
};

}  // namespace gokeyctl::console
