// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl status
#include "cli/render/status.h"

#include <ctime>
#include <optional>

#include "cli/commands/clock.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/signals.h"

namespace gokeyctl::cli {
namespace {

Reply reply_of(const Context& context, const Target& target, const TokenStatus& status,
               const char* from) {
  // Only what is printed: a status is asked for often.
  Reply reply;
  switch (context.globals.format) {
    case Format::kHuman:
      reply.human = status_page(status, target.label,
                                fill(_("{}, from the {}"), {local_time(std::time(nullptr)), from}),
                                context.out);
      break;
    case Format::kJson:
      reply.data = status_json(status);
      break;
    case Format::kPlain:
      reply.rows = {status_row(status)};
      reply.header = status_header();
      break;
  }
  return reply;
}

// A token whose console nobody has trusted yet is asked through its card only, so that a first
// `status` works without a question; so is one whose console does not answer.
Result<Reply> from_card(Context& context, const Target& target) {
  const Result<CardInfo> card = read_card(target.card().name);
  if (!card) return std::unexpected(card.error());
  return reply_of(context, target, status_from_card(*card), _("card"));
}

Result<TokenStatus> from_console(Context& context, TrustStore& trust, const Target& target) {
  if (target.status) return *target.status;
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  return console->status();
}

Result<Reply> show(Context& context, TrustStore& trust, const Target& target) {
  const bool console_known =
      target.endpoint && trust.find(trust_key(trust, *target.endpoint)) != nullptr;
  const bool by_console =
      target.broker || context.globals.trust_new || console_known || !target.reader;
  if (!by_console) return from_card(context, target);
  const Result<TokenStatus> status = from_console(context, trust, target);
  if (!status && status.error().code == Code::kUnreachable && target.reader) {
    context.warn(status.error().message);
    return from_card(context, target);
  }
  if (!status) return std::unexpected(status.error());
  return reply_of(context, target, *status, _("console"));
}

// One line of JSON for a program: the token's own line, put into our form so that nothing raw
// passes.
void print_event_json(const ConsoleEvent& event) {
  Json line = Json::parse(event.json, nullptr, false);
  if (!line.is_object()) return;
  Json out = {{"event", event.name}, {"time", event.time.value_or(utc_time(std::time(nullptr)))}};
  for (const auto& [key, value] : line.items()) {
    if (key != "event" && key != "time") out[key] = value;
  }
  write_out(dump(out));
}

// What an event is to a person; a status only where it tells something new.
void print_event_line(const Context& context, const ConsoleEvent& event,
                      std::optional<TokenStatus>& last) {
  const std::string now = local_time(std::time(nullptr));
  std::string words;
  if (!event.status) {
    if (event.name == "unlocked" || event.name == "locked")
      return;  // the status that follows says which
    words = sanitise(event.name);
  } else if (!last) {
    const std::string tries = tries_words(*event.status);
    words =
        state_words(*event.status) + (tries.empty() ? "" : fill(_(", tries left: {}"), {tries}));
  } else {
    words = change_line(*last, *event.status);
  }
  if (event.status) last = event.status;
  if (!words.empty()) write_out(fill("{}  {}\n", {context.out.dim(now), words}));
}

Result<Reply> watch(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  const StopSignals signals;
  std::optional<TokenStatus> last;
  const bool json = context.globals.format == Format::kJson;
  const auto on_event = [&](const ConsoleEvent& event) {
    if (json) {
      print_event_json(event);
    } else {
      print_event_line(context, event, last);
    }
    return !signals.stopped();
  };
  const Result<void> ended = console->events(on_event, signals.fd());
  if (!ended && !signals.stopped()) return std::unexpected(ended.error());
  Reply reply;
  reply.printed = true;
  return reply;
}

}  // namespace

Result<Reply> run_status(Context& context) {
  if (!context.inv.flag("watch")) return for_targets(context, Need::kEither, show, AskFor::kStatus);
  if (context.globals.all) {
    return fail(Code::kUsage, _("--watch follows one token"),
                _("leave out --all, or name the token with --device"));
  }
  return for_targets(context, Need::kConsole, watch);
}

}  // namespace gokeyctl::cli
