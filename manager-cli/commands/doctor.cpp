// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl doctor
#include <ctime>

#include "cli/commands/clock.h"
#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/doctor/checks.h"
#include "cli/front/version.h"

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
void check_console(Context& context, TrustStore& trust, std::vector<Check>& checks) {
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

std::vector<Check> all_checks(Context& context) {
  const Places places = machine_places();
  Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  const Result<std::vector<CardReader>> readers = list_card_readers();
  std::vector<Check> checks;
  checks.push_back(check_configuration(context.config.warnings()));
  checks.push_back(check_trust_store(trust));
  checks.push_back(check_card_service(readers));
  checks.push_back(check_ccid_list(places));
  checks.push_back(check_readers(readers));
  checks.push_back(check_card(places, readers));
  checks.push_back(check_scdaemon(places));
  checks.push_back(check_virtual_reader(places));
  checks.push_back(check_identity(places, identity_of(context)));
  if (trust) {
    check_console(context, *trust, checks);
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

}  // namespace

Result<Reply> run_doctor(Context& context) {
  if (context.globals.all)
    return fail(Code::kUsage, _("doctor checks one token"),
                _("name it with --device instead of --all"));
  const std::vector<Check> checks = all_checks(context);
  Reply reply;
  reply.data = {{"checks", Json::array()}};
  reply.header = {"id", "result", "message", "next"};
  std::size_t failures = 0;
  for (const Check& check : checks) {
    reply.data["checks"].push_back(json_of(check));
    reply.rows.push_back({check.id, std::string(name(check.verdict)), check.message, check.next});
    if (check.verdict == Verdict::kFail) ++failures;
  }
  reply.human = page(checks, context.out);
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
