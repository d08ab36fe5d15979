// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl agent
#include <thread>
#include <utility>

#include "cli/commands/broker.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/signals.h"
#include "cli/render/broker.h"
#include "gokeyctl/broker.h"
#include "gokeyctl/token.h"

namespace gokeyctl::cli {
namespace {

Result<std::vector<Endpoint>> consoles_of(const Context& context) {
  std::vector<Endpoint> consoles;
  for (const std::string& text : context.inv.values("console")) {
    const Result<Selector> selector = parse_selector("console:" + text);
    if (!selector) return std::unexpected(selector.error());
    consoles.push_back(selector->endpoint);
  }
  return consoles;
}

Result<BrokerOptions> options_of(const Context& context) {
  Result<std::filesystem::path> socket = default_broker_socket();
  if (!socket) return std::unexpected(socket.error());
  Result<std::vector<Endpoint>> consoles = consoles_of(context);
  if (!consoles) return std::unexpected(consoles.error());
  BrokerOptions options;
  options.socket = std::move(*socket);
  options.trust = context.paths.known_tokens();
  options.config = context.paths.config_file;
  options.consoles = std::move(*consoles);
  if (context.globals.identity) options.identity = *context.globals.identity;
  options.watch_usb = !context.inv.flag("no-usb");
  options.log = context.log;
  return options;
}

}  // namespace

Result<Reply> run_agent_run(Context& context) {
  Result<BrokerOptions> options = options_of(context);
  if (!options) return std::unexpected(options.error());
  const std::string socket = options->socket.string();
  Result<Broker> broker = Broker::open(std::move(*options));
  if (!broker) return std::unexpected(broker.error());
  context.note(fill(_("The broker listens at {}"), {socket}));
  const StopSignals signals;
  // Ends with the broker too: its end rings as a signal would.
  std::thread waiter([&] {
    (void)signals.wait_for(-1, -1);
    broker->stop();
  });
  const Result<void> ran = broker->run();
  StopSignals::ring();
  waiter.join();
  if (!ran) return std::unexpected(ran.error());
  Reply reply;
  reply.data = {{"socket", socket}};
  reply.rows = {{socket}};
  reply.header = {"socket"};
  reply.human = _("The broker has ended\n");
  reply.action = true;
  return reply;
}

Result<Reply> run_agent_status(Context& context) {
  Result<BrokerLine> line = BrokerLine::open(context);
  if (!line) return std::unexpected(line.error());
  const Result<BrokerInfo> info = line->info();
  if (!info) return std::unexpected(info.error());
  const Result<std::vector<BrokerToken>> tokens = line->tokens();
  if (!tokens) return std::unexpected(tokens.error());
  Reply reply;
  reply.data = broker_json(*info, *tokens);
  reply.header = {"id", "nickname", "state", "console", "as_of"};
  for (const BrokerToken& token : *tokens) reply.rows.push_back(broker_row(token));
  reply.human = broker_page(*info, *tokens);
  return reply;
}

Result<Reply> run_agent_stop(Context& context) {
  Result<BrokerLine> line = BrokerLine::open(context);
  if (!line) return std::unexpected(line.error());
  const Result<BrokerInfo> info = line->info();
  if (!info) return std::unexpected(info.error());
  if (Result<void> stopped = line->stop(); !stopped) return std::unexpected(stopped.error());
  Reply reply;
  reply.data = {{"pid", info->pid}};
  reply.rows = {{std::to_string(info->pid)}};
  reply.header = {"pid"};
  reply.human = _("The broker has ended\n");
  reply.action = true;
  return reply;
}

}  // namespace gokeyctl::cli
