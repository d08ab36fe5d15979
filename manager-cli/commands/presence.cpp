// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl presence, confirm, u2f: who asks for presence, and whether the token asks at all
#include "cli/render/presence.h"

#include <ctime>

#include "cli/commands/clock.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/questions.h"
#include "cli/prompts/signals.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

Json optional_json(const std::optional<bool>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Result<TokenStatus> status_of(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  return console->status();
}

std::string test_words(const TokenStatus::Fido& fido) {
  if (!fido.initialised) return _("the FIDO side is not initialised");
  if (!fido.presence_test) return _("whether it asks for presence is not told");
  return *fido.presence_test ? _("it asks for presence") : _("it does not ask for presence");
}

Result<Reply> show(Context& context, TrustStore& trust, const Target& target) {
  const Result<TokenStatus> status = status_of(context, trust, target);
  if (!status) return std::unexpected(status.error());
  const TokenStatus::Fido& fido = status->fido;
  const auto& pending = fido.presence_pending;
  Reply reply;
  reply.data = {{"serial", status->token.serial},
                {"initialised", fido.initialised},
                {"presence_test", optional_json(fido.presence_test)},
                {"pending", presence_json(pending)}};
  reply.header = {"serial", "initialised", "presence_test", "application", "seconds_left"};
  reply.rows = {{status->token.serial, fido.initialised ? "yes" : "no",
                 !fido.presence_test   ? ""
                 : *fido.presence_test ? "on"
                                       : "off",
                 pending ? pending->application : "",
                 pending ? std::to_string(pending->seconds_left) : ""}};
  const std::string now =
      pending ? fill(_("{} asks for presence, {} s left; to confirm: gokeyctl confirm"),
                     {who_asks(pending), pending->seconds_left})
              : fill(_("{}; nothing waits"), {test_words(fido)});
  reply.human = fill("{}: {}\n", {target.label, now});
  return reply;
}

Result<Reply> confirm_it(Context& context, TrustStore& trust, const Target& target) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  if (Result<void> done = console->confirm_presence(); !done) return std::unexpected(done.error());
  Reply reply;
  reply.action = true;
  reply.data = {{"device", target.device}, {"confirmed", true}};
  reply.rows = {{target.device, "confirmed"}};
  reply.header = {"device", "outcome"};
  reply.human = fill(_("{}: presence confirmed\n"), {target.label});
  return reply;
}

// What `presence on` and `off` and `u2f init` answer.
Reply test_reply(const Target& target, const std::string& serial, bool presence_test,
                 bool dry_run) {
  Reply reply;
  reply.action = true;
  reply.data = {{"serial", serial.empty() ? Json(nullptr) : Json(serial)},
                {"presence_test", presence_test},
                {"dry_run", dry_run}};
  reply.rows = {{serial, presence_test ? "on" : "off", dry_run ? "dry-run" : "done"}};
  reply.header = {"serial", "presence_test", "outcome"};
  const char* words = dry_run
                          ? (presence_test ? _("{}: its FIDO side would ask for presence\n")
                                           : _("{}: its FIDO side would not ask for presence\n"))
                          : (presence_test ? _("{}: its FIDO side asks for presence\n")
                                           : _("{}: its FIDO side does not ask for presence\n"));
  reply.human = fill(words, {target.label});
  return reply;
}

Result<Reply> set_test(Context& context, TrustStore& trust, const Target& target, bool on) {
  Result<Way> console = connect(context, trust, target);
  if (!console) return std::unexpected(console.error());
  if (context.inv.dry_run) return test_reply(target, target.serial, on, /*dry_run=*/true);
  if (!on) {
    const std::string question =
        fill(_("Let {} answer FIDO requests without asking you? Any program could then use it."),
             {target.label});
    if (Result<void> yes = confirm(context.globals, question); !yes)
      return std::unexpected(yes.error());
  }
  const Result<TokenStatus> status = console->init_fido(on);
  if (!status) return std::unexpected(status.error());
  return test_reply(target, status->token.serial, on, /*dry_run=*/false);
}

Result<Reply> u2f_status(Context& context, TrustStore& trust, const Target& target) {
  const Result<TokenStatus> status = status_of(context, trust, target);
  if (!status) return std::unexpected(status.error());
  const TokenStatus::Fido& fido = status->fido;
  Reply reply;
  reply.data = {{"serial", status->token.serial}, {"fido", status_json(*status)["fido"]}};
  const std::string counter = fido.counter ? std::to_string(*fido.counter) : "";
  const std::string certificate = fido.certificate_sha1.value_or("");
  reply.rows = {{status->token.serial, fido.initialised ? "yes" : "no", counter, certificate}};
  reply.header = {"serial", "initialised", "counter", "certificate_sha1"};
  reply.human = fill("{}: {}\n", {target.label, test_words(fido)});
  if (!counter.empty()) reply.human += fill(_("  counter      {}\n"), {counter});
  if (!certificate.empty()) reply.human += fill(_("  certificate  SHA-1 {}\n"), {certificate});
  return reply;
}

class Watcher {
 public:
  explicit Watcher(Context& context) : context_(context) {}

  Result<Reply> operator()(TrustStore& trust, const Target& target) {
    Result<Way> console = connect(context_, trust, target);
    if (!console) return std::unexpected(console.error());
    const StopSignals signals;
    const Result<void> ended = console->events(
        [&](const ConsoleEvent& event) {
          take(event);
          return !signals.stopped();
        },
        signals.fd());
    if (!ended && !signals.stopped()) return std::unexpected(ended.error());
    Reply reply;
    reply.printed = true;
    return reply;
  }

 private:
  void take(const ConsoleEvent& event) {
    if (event.name.starts_with("presence-")) return print(event);
    // A request that was there before we were.
    if (!event.status || std::exchange(seen_status_, true)) return;
    if (!event.status->fido.presence_pending) return;
    ConsoleEvent request;
    request.name = "presence-requested";
    request.time = event.time;
    request.presence = event.status->fido.presence_pending;
    print(request);
  }

  void print(const ConsoleEvent& event) {
    if (context_.globals.format == Format::kJson) {
      write_out(dump({{"event", event.name},
                      {"time", event.time.value_or(utc_time(std::time(nullptr)))},
                      {"data", presence_json(event.presence)}}));
      return;
    }
    if (context_.globals.format == Format::kPlain) {
      write_out(event.name + "\t" +
                (event.presence ? sanitise(event.presence->application) : std::string("-")) + "\n");
      return;
    }
    const std::string words = presence_line(event);
    const std::string now = local_time(std::time(nullptr));
    if (!words.empty()) write_out(fill("{}  {}\n", {context_.out.dim(now), words}));
  }

  Context& context_;
  bool seen_status_ = false;
};

}  // namespace

Result<Reply> run_presence_show(Context& context) {
  return for_targets(context, Need::kConsole, show);
}

Result<Reply> run_presence_confirm(Context& context) {
  return for_targets(context, Need::kConsole, confirm_it);
}

Result<Reply> run_presence_watch(Context& context) {
  if (context.globals.all) {
    return fail(Code::kUsage, _("watch follows one token"),
                _("leave out --all, or name the token with --device"));
  }
  return for_targets(context, Need::kConsole,
                     [](Context& c, TrustStore& trust, const Target& target) {
                       return Watcher(c)(trust, target);
                     });
}

Result<Reply> run_presence_on(Context& context) {
  return for_targets(context, Need::kConsole,
                     [](Context& c, TrustStore& trust, const Target& target) {
                       return set_test(c, trust, target, /*on=*/true);
                     });
}

Result<Reply> run_presence_off(Context& context) {
  return for_targets(context, Need::kConsole,
                     [](Context& c, TrustStore& trust, const Target& target) {
                       return set_test(c, trust, target, /*on=*/false);
                     });
}

Result<Reply> run_u2f_init(Context& context) {
  return context.inv.flag("no-presence-test") ? run_presence_off(context)
                                              : run_presence_on(context);
}

Result<Reply> run_u2f_status(Context& context) {
  return for_targets(context, Need::kConsole, u2f_status);
}

}  // namespace gokeyctl::cli
