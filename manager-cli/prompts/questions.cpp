// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/questions.h"

#include <optional>

#include "cli/front/text.h"
#include "cli/prompts/terminal.h"

namespace gokeyctl::cli {
namespace {

Error cancelled() {
  return Error{Code::kCancelled, _("cancelled, nothing was changed"), "", {}, nullptr};
}

Error nobody_to_ask(const char* flags) {
  return Error{Code::kUsage,
               _("this needs your consent, and there is nobody to ask"),
               fill(_("add {}"), {flags}),
               {},
               nullptr};
}

}  // namespace

Result<bool> ask_word(std::string_view text, std::string_view prompt, std::string_view word) {
  const std::optional<Terminal> terminal = Terminal::open();
  if (!terminal) return std::unexpected(nobody_to_ask("--yes"));
  terminal->print(text);
  const Result<std::string> answer = terminal->read_line(prompt);
  if (!answer) return std::unexpected(answer.error());
  return *answer == word;
}

Result<void> confirm(const Globals& globals, const std::string& question) {
  if (globals.yes) return {};
  const std::optional<Terminal> terminal = Terminal::open();
  if (globals.no_input || !terminal) return std::unexpected(nobody_to_ask("--yes"));
  const Result<std::string> answer = terminal->read_line(question + _(" [y/N] "));
  if (!answer) return std::unexpected(answer.error());
  if (*answer == "y" || *answer == "Y" || *answer == "yes") return {};
  return std::unexpected(cancelled());
}

Result<void> confirm_typed(const Globals& globals, const std::string& text, const std::string& id) {
  if (globals.yes && globals.device) return {};
  if (globals.no_input || !Terminal::open())
    return std::unexpected(nobody_to_ask("--yes --device ID"));
  const Result<bool> typed = ask_word(text, fill(_("Type {} to go on: "), {id}), id);
  if (!typed) return std::unexpected(typed.error());
  if (*typed) return {};
  return std::unexpected(cancelled());
}

}  // namespace gokeyctl::cli
