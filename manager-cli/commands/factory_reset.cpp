// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl factory-reset
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/questions.h"
#include "cli/prompts/terminal.h"

namespace gokeyctl::cli {
namespace {

Reply reply_of(const std::string& serial, const char* outcome, std::string human) {
  Reply reply;
  reply.action = true;
  reply.data = {{"serial", serial}, {"outcome", outcome}};
  reply.rows = {{serial, outcome}};
  reply.header = {"serial", "outcome"};
  reply.human = std::move(human);
  return reply;
}

// Somebody at this terminal, or elsewhere.
Result<bool> somebody_is_there(const Context& context) {
  const std::optional<Terminal> terminal =
      context.globals.no_input ? std::nullopt : Terminal::open();
  if (!terminal) {
    context.note(_("the token waits for somebody to confirm, up to 30 seconds: gokeyctl confirm"));
    return false;
  }
  const Result<std::string> pressed = terminal->read_line(
      _("Press Enter within 30 seconds to confirm that you are there, Ctrl-C to stop: "));
  if (!pressed) return std::unexpected(pressed.error());
  return true;
}

Result<Reply> reset(Context& context, TrustStore& trust, const Target& target) {
  Result<Console> console = connect_console(context, trust, target, HostKeys::kPinned);
  if (!console) return std::unexpected(console.error());
  const Result<TokenStatus> status = console->status();
  if (!status) return std::unexpected(status.error());
  const std::string& serial = status->token.serial;
  const bool has_keys =
      console->dialect() == Dialect::kNative && status->token.state != LifeCycle::kFactory;
  if (has_keys && context.inv.dry_run) {
    return reply_of(serial, "would-reset",
                    fill(_("{}: all its keys would be destroyed\n"), {target.label}));
  }
  if (has_keys) {
    const std::string text = fill(
        _("This destroys all keys on token {}: OpenPGP keys, FIDO credentials, PIN and counters.\n"
          "Nothing brings them back.\n"),
        {target.label});
    if (Result<void> typed = confirm_typed(context.globals, text, serial); !typed)
      return std::unexpected(typed.error());
  }
  // Where it has none, this says why.
  const Result<void> done =
      console->factory_reset(serial, [&context] { return somebody_is_there(context); });
  if (!done) return std::unexpected(done.error());
  return reply_of(
      serial, "reset",
      fill(_("{}: all keys are destroyed; it restarts in the factory state\n"), {target.label}));
}

}  // namespace

Result<Reply> run_factory_reset(Context& context) {
  if (context.globals.all) {
    return fail(Code::kUsage, _("one token is reset at a time: --all is not for this"),
                _("name it with --device"));
  }
  return for_targets(context, Need::kConsole, reset);
}

}  // namespace gokeyctl::cli
