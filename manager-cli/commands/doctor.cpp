// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl doctor
#include "gokeyctl/doctor.h"

#include <algorithm>
#include <ctime>

#include <unistd.h>

#include "cli/commands/clock.h"
#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/front/version.h"
#include "cli/prompts/questions.h"

namespace gokeyctl::cli {
namespace {

std::optional<std::filesystem::path> configured_identity(const Context& context) {
  const std::string path = context.config.get("identity");
  return path.empty() ? std::nullopt : std::optional<std::filesystem::path>(path);
}

// The console that --device or the default chooses.
Result<std::optional<DoctorConsole>> chosen_console(Context& context, std::size_t tokens_on_usb) {
  const bool chosen = context.globals.device || !context.config.get("device").empty();
  if (tokens_on_usb > 1 && !chosen) return std::nullopt;
  const Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  if (!trust) return std::unexpected(trust.error());
  const Result<std::vector<Target>> targets = find_targets(context, *trust, Need::kEither);
  if (!targets) return std::unexpected(targets.error());
  const Target& target = targets->front();
  if (!target.endpoint) return std::nullopt;
  return DoctorConsole{*target.endpoint, target.device};
}

std::vector<DoctorCheck> all_checks(Context& context) {
  DoctorOptions options;
  options.paths = context.paths;
  options.config_warnings = context.config.warnings();
  if (context.globals.identity) options.identity = *context.globals.identity;
  options.fallback_identity = configured_identity(context);
  options.timeout = context.timeout();
  options.log = context.log;
  options.console = [&context](std::size_t tokens_on_usb) {
    return chosen_console(context, tokens_on_usb);
  };
  return run_doctor(options);
}

Styled verdict_word(DoctorVerdict verdict, const Style& style) {
  switch (verdict) {
    case DoctorVerdict::kOk:
      return style.green(pad(_("ok"), 5));
    case DoctorVerdict::kWarn:
      return style.yellow(pad(_("warn"), 5));
    case DoctorVerdict::kFail:
      return style.red(pad(_("FAIL"), 5));
    case DoctorVerdict::kSkipped:
      return style.dim(pad("-", 5));
  }
  return {};
}

std::string page(const std::vector<DoctorCheck>& checks, const Style& style) {
  std::string out;
  for (const DoctorCheck& check : checks) {
    out +=
        wrap(fill("{} {}", {verdict_word(check.verdict, style), check.message}), style.width, 6) +
        "\n";
    if (!check.next.empty())
      out += "      " + wrap(fill(_("next: {}"), {check.next}), style.width, 12, 6) + "\n";
  }
  return out;
}

Json json_of(const DoctorCheck& check) {
  return {{"id", check.id},
          {"title", check.title},
          {"result", name(check.verdict)},
          {"code", check.code ? Json(code_name(*check.code)) : Json(nullptr)},
          {"message", check.message},
          {"next", check.next.empty() ? Json(nullptr) : Json(check.next)}};
}

// One fix and what became of it.
struct Attempt {
  DoctorFix fix;
  std::string outcome;  // "would-run", "done", "failed", "needs-root"
  Sentence message;     // of "failed"
};

bool may_do(const DoctorFix& fix) { return !fix.needs_root || geteuid() == 0; }

std::string attempt_page(const std::vector<Attempt>& attempts) {
  std::string out;
  for (const Attempt& attempt : attempts) {
    const char* head = attempt.outcome == "done"         ? _("done:")
                       : attempt.outcome == "failed"     ? _("FAILED:")
                       : attempt.outcome == "needs-root" ? _("needs root:")
                                                         : _("would do:");
    out += fill("{} {}\n", {head, attempt.fix.what});
    if (attempt.outcome == "done") continue;
    if (!attempt.message.empty()) out += fill("  {}\n", {attempt.message});
    for (const std::string& line : shell_lines(attempt.fix)) out += fill("  {}\n", {line});
  }
  return out;
}

Json attempt_json(const Attempt& attempt) {
  return {{"id", attempt.fix.id},
          {"what", attempt.fix.what},
          {"needs_root", attempt.fix.needs_root},
          {"commands", shell_lines(attempt.fix)},
          {"outcome", attempt.outcome}};
}

// Shows what would be done, asks, and does what this person may do. Nothing is run with sudo.
Result<std::vector<Attempt>> fix_all(Context& context, const std::vector<DoctorFix>& fixes) {
  std::vector<Attempt> attempts;
  for (const DoctorFix& fix : fixes) {
    const bool now = may_do(fix);
    attempts.push_back(
        {fix, context.inv.dry_run || now ? "would-run" : "needs-root", std::string()});
  }
  const bool any = std::ranges::any_of(fixes, may_do);
  if (context.inv.dry_run || !any) return attempts;
  if (context.globals.format == Format::kHuman && !context.globals.quiet)
    write_err(attempt_page(attempts));
  if (Result<void> yes = confirm(context.globals, _("Do this?")); !yes)
    return std::unexpected(yes.error());
  for (Attempt& attempt : attempts) {
    if (!may_do(attempt.fix)) continue;
    const Result<void> done = apply_fix(attempt.fix);
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
  std::vector<DoctorCheck> checks = all_checks(context);
  std::vector<Attempt> attempts;
  if (context.inv.flag("fix")) {
    Result<std::vector<Attempt>> tried = fix_all(context, planned_fixes(checks));
    if (!tried) return std::unexpected(tried.error());
    attempts = std::move(*tried);
    if (std::ranges::any_of(attempts, [](const Attempt& a) { return a.outcome == "done"; })) {
      checks = all_checks(context);
    }
  }
  Reply reply;
  reply.data = {{"checks", Json::array()}, {"fixes", Json::array()}};
  for (const Attempt& attempt : attempts) reply.data["fixes"].push_back(attempt_json(attempt));
  reply.header = {"id", "result", "message", "next"};
  std::size_t failures = 0;
  for (const DoctorCheck& check : checks) {
    reply.data["checks"].push_back(json_of(check));
    reply.rows.push_back({check.id, std::string(name(check.verdict)), check.message, check.next});
    if (check.verdict == DoctorVerdict::kFail) ++failures;
  }
  reply.human = page(checks, context.out) + attempt_page(attempts);
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
