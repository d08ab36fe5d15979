// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl init
#include "cli/commands/runners.h"
#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

Result<Reply> init(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  const Result<bool> changed = console->init();
  if (!changed) return std::unexpected(changed.error());
  Reply reply;
  reply.action = true;
  reply.data = {{"device", target.device}, {"changed", *changed}};
  reply.rows = {{target.device, *changed ? "initialised" : "already-initialised"}};
  reply.header = {"device", "outcome"};
  reply.human = *changed ? fill(_("{}: card initialised\n"), {target.label})
                         : fill(_("{}: the card is initialised already\n"), {target.label});
  return reply;
}

}  // namespace

Result<Reply> run_init(Context& context) { return for_targets(context, Need::kConsole, init); }

}  // namespace gokeyctl::cli
