// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl doctor
#include <algorithm>
#include <ctime>

#include <unistd.h>

#include "cli/commands/clock.h"
#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/doctor/checks.h"
#include "cli/doctor/fix.h"
#include "cli/doctor/usb.h"
#include "cli/front/version.h"
#include "cli/prompts/questions.h"

namespace gokeyctl::cli {
namespace {

std::optional<std::filesystem::path> identity_of(const Context& context) {
  if (context.globals.identity) return *context.globals.identity;
  const std::string path = context.config.get("identity");
  return path.empty() ? std::nullopt : std::optional<std::filesystem::path>(path);
}

Check host_key_check(const TrustStore& trust, const Target& target, const HostKey& key) {
  const std::string address = target.console().text();
  const TrustEntry* entry = trust.find(trust_key(trust, target.console()));
  if (entry != nullptr && entry->trust == TrustClass::kPerBoot) {
    return {"host-key", Verdict::kWarn,
            fill(_("The console at {} is not authenticated: its key is new at every start."),
                 {address}),
            ""};
  }
  if (entry == nullptr) {
    return {"host-key", Verdict::kWarn,
            fill(_("The host key of {} is not known yet: {}."), {address, key.fingerprint}),
            fill(_("compare it, then: gokeyctl -d {} host-key pin --fingerprint {}"),
                 {target.device, key.fingerprint})};
  }
  if (entry->fingerprint == key.fingerprint) {
    return {"host-key", Verdict::kOk,
            fill(_("The console at {} shows the trusted host key."), {address}), ""};
  }
  return {"host-key", Verdict::kFail,
          fill(_("The host key of {} has changed: {}."), {address, key.fingerprint}),
          fill(_("if you know why: gokeyctl -d {} host-key pin --replace"), {target.device})};
}

Check login_check(Context& context, TrustStore& trust, const Target& target) {
  const Result<Console> console = connect(context, trust, target);
  if (!console)
    return {"login", Verdict::kFail, fill(_("Logging in failed: {}."), {console.error().message}),
            console.error().hint};
  return {"login", Verdict::kOk,
          console->dialect() == Dialect::kClassic
              ? _("Logging in works; the token has the original firmware.")
              : _("Logging in works."),
          ""};
}

void skip(std::vector<Check>& checks, std::initializer_list<const char*> ids,
          const std::string& why) {
  for (const char* id : ids) checks.push_back({id, Verdict::kSkipped, why, ""});
}

// Console, host key and login: each needs the one before.
void check_console(Context& context, TrustStore& trust, std::size_t plugged_in,
                   std::vector<Check>& checks) {
  const bool chosen = context.globals.device || !context.config.get("device").empty();
  if (plugged_in > 1 && !chosen) {
    checks.push_back({"console", Verdict::kSkipped,
                      _("With several tokens, the console of the one that --device names is "
                        "checked."),
                      ""});
    return skip(checks, {"host-key", "login"}, _("No console was reached."));
  }
  const Result<std::vector<Target>> targets = find_targets(context, trust, Need::kEither);
  if (!targets) {
    checks.push_back({"console", Verdict::kWarn,
                      fill(_("No console was checked: {}."), {targets.error().message}),
                      targets.error().hint});
    return skip(checks, {"host-key", "login"}, _("No console was reached."));
  }
  const Target& target = targets->front();
  if (!target.endpoint) {
    checks.push_back(
        {"console", Verdict::kWarn, _("No console was checked: its address is not known."), ""});
    return skip(checks, {"host-key", "login"}, _("No console was reached."));
  }
  const std::string address = target.endpoint->text();
  const Result<HostKey> key = scan_host_key(*target.endpoint, context.timeout());
  if (!key) {
    checks.push_back(
        {"console", Verdict::kFail,
         fill(_("The console at {} does not answer: {}."), {address, key.error().message}),
         key.error().hint.empty() ? _("look at the network link to the token, and at its address")
                                  : key.error().hint});
    return skip(checks, {"host-key", "login"}, _("No console was reached."));
  }
  checks.push_back({"console", Verdict::kOk, fill(_("The console at {} answers."), {address}), ""});
  checks.push_back(host_key_check(trust, target, *key));
  const bool safe = trust.find(trust_key(trust, target.console())) != nullptr &&
                    checks.back().verdict != Verdict::kFail;
  if (!safe) return skip(checks, {"login"}, _("Not tried with a host key that is not trusted."));
  checks.push_back(login_check(context, trust, target));
}

// What stands on USB; what has no token to look at is left out.
void check_usb_tokens(const Places& places, const Result<std::vector<UsbToken>>& tokens,
                      std::vector<Check>& checks) {
  checks.push_back(check_usb(tokens));
  if (!tokens || tokens->empty()) return;
  checks.push_back(check_drivers(*tokens));
  checks.push_back(check_hidraw(*tokens));
  checks.push_back(check_usb_reader(*tokens));
  checks.push_back(check_address(*tokens));
  checks.push_back(check_routes(places, *tokens));
  checks.push_back(check_reverse_path(places, *tokens));
}

std::vector<Check> all_checks(Context& context, const Result<std::vector<UsbToken>>& tokens) {
  const Places places = machine_places();
  Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  const Result<std::vector<CardReader>> readers = list_card_readers();
  std::vector<Check> checks;
  checks.push_back(check_configuration(context.config.warnings()));
  checks.push_back(check_trust_store(trust));
  checks.push_back(check_card_service(readers));
  checks.push_back(check_ccid_list(places));
  check_usb_tokens(places, tokens, checks);
  checks.push_back(check_readers(readers));
  checks.push_back(check_card(places, readers));
  checks.push_back(check_scdaemon(places));
  checks.push_back(check_virtual_reader(places));
  checks.push_back(check_identity(places, identity_of(context)));
  if (trust) {
    check_console(context, *trust, tokens ? tokens->size() : 0, checks);
  } else {
    skip(checks, {"console", "host-key", "login"},
         _("Not tried while the trust store cannot be read."));
  }
  return checks;
}

Styled verdict_word(Verdict verdict, const Style& style) {
  switch (verdict) {
    case Verdict::kOk:
      return style.green(pad(_("ok"), 5));
    case Verdict::kWarn:
      return style.yellow(pad(_("warn"), 5));
    case Verdict::kFail:
      return style.red(pad(_("FAIL"), 5));
    case Verdict::kSkipped:
      return style.dim(pad("-", 5));
  }
  return {};
}

std::string page(const std::vector<Check>& checks, const Style& style) {
  std::string out;
  for (const Check& check : checks) {
    out +=
        wrap(fill("{} {}", {verdict_word(check.verdict, style), check.message}), style.width, 6) +
        "\n";
    if (!check.next.empty())
      out += "      " + wrap(fill(_("next: {}"), {check.next}), style.width, 12, 6) + "\n";
  }
  return out;
}

Json json_of(const Check& check) {
  return {{"id", check.id},
          {"result", name(check.verdict)},
          {"message", check.message},
          {"next", check.next.empty() ? Json(nullptr) : Json(check.next)}};
}

std::string this_program() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string("gokeyctl") : path.string();
}

// One fix and what became of it.
struct Attempt {
  Fix fix;
  std::string outcome;  // "would-run", "done", "failed", "needs-root"
  std::string message;  // of "failed"
};

bool may_do(const Fix& fix) { return !fix.needs_root || geteuid() == 0; }

std::string attempt_page(const std::vector<Attempt>& attempts, const std::string& program) {
  std::string out;
  for (const Attempt& attempt : attempts) {
    const char* head = attempt.outcome == "done"         ? _("done:")
                       : attempt.outcome == "failed"     ? _("FAILED:")
                       : attempt.outcome == "needs-root" ? _("needs root:")
                                                         : _("would do:");
    out += fill("{} {}\n", {head, attempt.fix.what});
    if (attempt.outcome == "done") continue;
    if (!attempt.message.empty()) out += fill("  {}\n", {attempt.message});
    for (const std::string& line : shell_lines(attempt.fix, program)) out += fill("  {}\n", {line});
  }
  return out;
}

Json attempt_json(const Attempt& attempt, const std::string& program) {
  return {{"id", attempt.fix.id},
          {"what", attempt.fix.what},
          {"needs_root", attempt.fix.needs_root},
          {"commands", shell_lines(attempt.fix, program)},
          {"outcome", attempt.outcome}};
}

// Shows what would be done, asks, and does what this person may do. Nothing is run with sudo.
Result<std::vector<Attempt>> fix_all(Context& context, const std::vector<Fix>& fixes) {
  std::vector<Attempt> attempts;
  for (const Fix& fix : fixes) {
    const bool now = may_do(fix);
    attempts.push_back(
        {fix, context.inv.dry_run || now ? "would-run" : "needs-root", std::string()});
  }
  const bool any = std::ranges::any_of(fixes, may_do);
  if (context.inv.dry_run || !any) return attempts;
  if (context.globals.format == Format::kHuman && !context.globals.quiet)
    write_err(attempt_page(attempts, this_program()));
  if (Result<void> yes = confirm(context.globals, _("Do this?")); !yes)
    return std::unexpected(yes.error());
  for (Attempt& attempt : attempts) {
    if (!may_do(attempt.fix)) continue;
    const Result<void> done = apply(attempt.fix);
    attempt.outcome = done ? "done" : "failed";
    if (!done) attempt.message = done.error().message;
  }
  return attempts;
}

}  // namespace

Result<Reply> run_doctor(Context& context) {
  if (context.globals.all)
    return fail(Code::kUsage, _("doctor checks one token"),
                _("name it with --device instead of --all"));
  Result<std::vector<UsbToken>> tokens = list_usb_tokens();
  std::vector<Check> checks = all_checks(context, tokens);
  std::vector<Attempt> attempts;
  if (context.inv.flag("fix")) {
    const auto plan = plan_fixes(checks, tokens.value_or(std::vector<UsbToken>{}));
    Result<std::vector<Attempt>> tried = fix_all(context, plan);
    if (!tried) return std::unexpected(tried.error());
    attempts = std::move(*tried);
    if (std::ranges::any_of(attempts, [](const Attempt& a) { return a.outcome == "done"; })) {
      tokens = list_usb_tokens();
      checks = all_checks(context, tokens);
    }
  }
  Reply reply;
  reply.data = {{"checks", Json::array()}, {"fixes", Json::array()}};
  for (const Attempt& attempt : attempts)
    reply.data["fixes"].push_back(attempt_json(attempt, this_program()));
  reply.header = {"id", "result", "message", "next"};
  std::size_t failures = 0;
  for (const Check& check : checks) {
    reply.data["checks"].push_back(json_of(check));
    reply.rows.push_back({check.id, std::string(name(check.verdict)), check.message, check.next});
    if (check.verdict == Verdict::kFail) ++failures;
  }
  reply.human = page(checks, context.out) + attempt_page(attempts, this_program());
  if (context.inv.flag("fix") && attempts.empty())
    context.note(_("There is nothing that --fix could mend."));
  if (const auto file = context.inv.value("report")) {
    const std::string report =
        version_text(true) + utc_time(std::time(nullptr)) + "\n\n" + page(checks, Style{});
    if (Result<void> written = write_file(*file, report); !written)
      return std::unexpected(written.error());
    context.note(fill(_("The result is in {}."), {*file}));
  }
  if (failures == 0) return reply;
  reply.failure = Error{Code::kFailed,
                        fill(ngettext("{} check failed", "{} checks failed", failures), {failures}),
                        "",
                        {},
                        nullptr};
  return reply;
}

}  // namespace gokeyctl::cli
