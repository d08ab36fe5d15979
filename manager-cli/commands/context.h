// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What every command gets, and what it gives back.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/front/invocation.h"
#include "cli/front/report.h"
#include "cli/front/style.h"
#include "cli/front/text.h"
#include "gokeyctl/config.h"
#include "gokeyctl/error.h"
#include "gokeyctl/log.h"

namespace gokeyctl::cli {

struct Context {
  const Invocation& inv;
  const Globals& globals;
  Paths paths;
  Config config;
  Log log;
  Style out;  // of standard output
  Style err;  // of standard error
  std::vector<std::string> warnings;

  // The command line, the configuration's files and the log put together.
  [[nodiscard]] static Result<Context> make(const Invocation& inv);

  // Tells people now, programs in the document's "warnings".
  void warn(const Sentence& message);
  // A line for people on standard error that is no warning: what is being waited for, what was
  // decided.
  void note(std::string_view message) const;

  // Whether somebody can be asked.
  [[nodiscard]] bool may_ask() const;
  [[nodiscard]] std::chrono::milliseconds timeout() const;
};

using Row = std::vector<std::string>;

// A command's answer, in each of the three formats.
struct Reply {
  Json data = nullptr;
  std::string human;                     // with line ends; nothing is printed for an empty one
  std::vector<Row> rows = {};            // of --plain
  std::vector<const char*> header = {};  // names of their columns
  bool action = false;                   // says what changed, so that --quiet leaves it out
  bool printed = false;                  // the command has written its answer itself
  std::optional<Error> failure = {};     // the answer is complete, but the run did not end well
};

using Runner = std::function<Result<Reply>(Context&)>;

// Prints the reply in the wanted format; the exit code.
[[nodiscard]] int print(Context& context, const Reply& reply);

// Runs a command of the table.
[[nodiscard]] int run(const Invocation& inv);

// Null if the table's command has none.
[[nodiscard]] Runner find_runner(std::string_view command);

[[nodiscard]] inline std::unexpected<Error> fail(Code code, Sentence message, Sentence hint = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(hint), {}, nullptr});
}

}  // namespace gokeyctl::cli
