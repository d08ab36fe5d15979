// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl lock
#include "cli/commands/keys.h"
#include "cli/commands/runners.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

std::string what_changed(const Target& target, const KeysOutcome& outcome) {
  if (!outcome.changed.empty())
    return fill(_("{}: {} locked\n"), {target.label, use_list(outcome.changed)});
  if (!outcome.already.empty())
    return fill(_("{}: {} locked already\n"), {target.label, use_list(outcome.already)});
  return fill(_("{}: there is no such key to lock\n"), {target.label});
}

Result<Reply> lock(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  const Result<KeysOutcome> outcome = console->lock(scope_of(context.inv));
  if (!outcome) return std::unexpected(outcome.error());
  return keys_reply(target, *outcome, what_changed(target, *outcome));
}

}  // namespace

Result<Reply> run_lock(Context& context) { return for_targets(context, Need::kConsole, lock); }

}  // namespace gokeyctl::cli
