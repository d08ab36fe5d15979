// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl reboot
#include <chrono>

#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/questions.h"

namespace gokeyctl::cli {
namespace {

Reply reply_of(const Target& target, const char* outcome, std::string human) {
  Reply reply;
  reply.action = true;
  reply.data = {{"device", target.device}, {"outcome", outcome}};
  reply.rows = {{target.device, outcome}};
  reply.header = {"device", "outcome"};
  reply.human = std::move(human);
  return reply;
}

Result<Reply> reboot(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  if (context.inv.dry_run) {
    return reply_of(target, "would-restart",
                    fill(_("{}: would restart; its keys would be locked\n"), {target.label}));
  }
  const std::string question = fill(_("Restart {}? Its keys will be locked."), {target.label});
  if (Result<void> yes = confirm(context.globals, question); !yes)
    return std::unexpected(yes.error());
  if (Result<void> done = console->reboot(); !done) return std::unexpected(done.error());
  if (!context.globals.wait) {
    return reply_of(target, "restarting",
                    fill(_("{}: restarting; its keys are locked\n"), {target.label}));
  }
  Result<Way> again = connect(context, trust, target);
  if (!again)
    return std::unexpected(
        wrap(again.error(), _("the token was restarted but does not answer yet")));
  return reply_of(target, "restarted",
                  fill(_("{}: restarted; its keys are locked\n"), {target.label}));
}

}  // namespace

Result<Reply> run_reboot(Context& context) { return for_targets(context, Need::kConsole, reboot); }

}  // namespace gokeyctl::cli
