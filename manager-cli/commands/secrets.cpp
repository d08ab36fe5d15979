// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/secrets.h"

#include <cstdlib>
#include <optional>

#include "cli/prompts/terminal.h"
#include "gokeyctl/pinentry.h"

namespace gokeyctl::cli {
namespace {

bool has_display() {
  return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

}  // namespace

SourceWishes wishes_of(const Context& context, std::string_view fd_option) {
  const std::string setting = context.config.get("pinentry");
  SourceWishes wishes;
  if (const auto fd = context.inv.number(fd_option)) wishes.fd = static_cast<int>(*fd);
  wishes.pinentry = context.inv.flag("pinentry") || setting == "always";
  wishes.pinentry_never = setting == "never";
  wishes.no_input = context.globals.no_input;
  wishes.has_terminal = Terminal::open().has_value();
  wishes.has_display = has_display();
  return wishes;
}

Result<Secret> ask_secret(const Context& context, PassphraseSource source,
                          const SecretQuestion& question) {
  if (source == PassphraseSource::kPinentry) {
    PinentryRequest request;
    request.program = context.config.get("pinentry-program");
    request.title = question.title;
    request.description = question.description;
    request.prompt = question.label;
    request.error = question.error;
    return ask_pinentry(request);
  }
  const std::optional<Terminal> terminal = Terminal::open();
  if (!terminal) return fail(Code::kUsage, _("the terminal is gone"));
  if (!question.error.empty()) terminal->print(question.error + "\n");
  return terminal->read_secret(question.prompt);
}

std::string tries_left_words(std::uint32_t tries) {
  return fill(ngettext("{} try left", "{} tries left", tries), {tries});
}

}  // namespace gokeyctl::cli
