// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl host-key pin
#include <ctime>

#include "cli/commands/clock.h"
#include "cli/commands/host_key.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/questions.h"

namespace gokeyctl::cli {
namespace {

Reply reply_of(const TrustEntry& entry, std::string human) {
  Reply reply;
  reply.action = true;
  reply.data = trust_json(entry);
  reply.rows = {trust_row(entry)};
  reply.header = trust_header();
  reply.human = std::move(human);
  return reply;
}

Error changed(const TrustEntry& old, const HostKey& key) {
  return Error{Code::kHostKey,
               fill(_("{} is remembered with another host key: {}, now it shows {}"),
                    {old.endpoint, old.fingerprint, key.fingerprint}),
               _("if you know why it changed, add --replace"),
               {{"reason", "changed-host-key"},
                {"expected", old.fingerprint},
                {"fingerprint", key.fingerprint}},
               nullptr};
}

// A key for a console that has none yet: by its fingerprint, by --trust-new, or by asking. Whether
// somebody compared it.
Result<bool> agree_to_new(const Context& context, const Target& target, const HostKey& key) {
  if (const auto wanted = context.inv.value("fingerprint")) {
    if (*wanted == key.fingerprint) return true;
    Error error{
        Code::kHostKey,
        fill(_("the console shows {}, not {}; it was not trusted"), {key.fingerprint, *wanted}),
        "",
        {{"reason", "other-fingerprint"}, {"fingerprint", key.fingerprint}},
        nullptr};
    return std::unexpected(std::move(error));
  }
  if (context.globals.trust_new || context.globals.yes) return false;
  const std::string hint = fill(_("compare it, then add --fingerprint {}"), {key.fingerprint});
  if (!context.may_ask()) {
    return fail(Code::kHostKey,
                fill(_("the console at {} shows {}"), {target.console().text(), key.fingerprint}),
                hint);
  }
  const Result<bool> yes = ask_word(fill(_("The console at {} shows the host key ({})\n  {}\n"),
                                         {target.console().text(), key.type, key.fingerprint}),
                                    _("Type 'yes' to trust it from now on: "), "yes");
  if (!yes) return std::unexpected(yes.error());
  if (*yes) return true;
  return fail(Code::kCancelled, _("cancelled, the key was not trusted"));
}

Result<bool> agree_to_replace(const Context& context, const TrustEntry& old, const HostKey& key) {
  const std::string id = old.serial.empty() ? old.endpoint : old.serial;
  const std::string text =
      fill(_("The host key of {} changes\n  from {}\n  to   {}\n"
             "If you did not set this token up afresh, somebody may be listening in.\n"),
           {old.endpoint, old.fingerprint, key.fingerprint});
  if (auto typed = confirm_typed(context.globals, text, sanitise(id)); !typed)
    return std::unexpected(typed.error());
  return false;
}

Result<Reply> pin(Context& context, TrustStore& trust, const Target& target) {
  if (!target.endpoint) {
    return fail(Code::kUnreachable, fill(_("the console of {} is not known"), {target.label}),
                _("name it: gokeyctl -d console:HOST[:PORT] host-key pin"));
  }
  const std::string address = trust_key(trust, *target.endpoint);
  const Result<HostKey> key = scan_host_key(*target.endpoint, context.timeout());
  if (!key) return std::unexpected(key.error());
  const TrustEntry* old = trust.find(address);
  TrustEntry entry{address,
                   "",
                   key->fingerprint,
                   key->type,
                   TrustClass::kTofu,
                   false,
                   utc_time(std::time(nullptr))};
  if (old != nullptr) entry.serial = old->serial;
  if (context.inv.flag("per-boot")) entry.trust = TrustClass::kPerBoot;
  entry.allow_unauthenticated_unlock = context.inv.flag("allow-unauthenticated-unlock");

  const bool same_key = old != nullptr && old->fingerprint == key->fingerprint;
  if (same_key && old->trust == TrustClass::kStrict) entry.trust = TrustClass::kStrict;
  const bool same = same_key && old->trust == entry.trust &&
                    old->allow_unauthenticated_unlock == entry.allow_unauthenticated_unlock;
  if (same)
    return reply_of(*old, fill(_("{} is trusted already: {}\n"), {address, key->fingerprint}));
  const bool other_key = old != nullptr && !same_key && old->trust != TrustClass::kPerBoot;
  if (other_key && !context.inv.flag("replace")) return std::unexpected(changed(*old, *key));
  if (context.inv.dry_run)
    return reply_of(entry, fill(_("would trust {}: {}\n"), {address, key->fingerprint}));

  const Result<bool> agreed =
      other_key ? agree_to_replace(context, *old, *key) : agree_to_new(context, target, *key);
  if (!agreed) return std::unexpected(agreed.error());
  if (same_key) entry.compared = old->compared;
  if (*agreed) entry.compared = utc_time(std::time(nullptr));
  if (old != nullptr) entry.nickname = old->nickname;
  if (Result<void> pinned = trust.pin(entry); !pinned) return std::unexpected(pinned.error());
  return reply_of(entry, fill(_("{} is trusted from now on: {} ({})\n"),
                              {address, key->fingerprint, name(entry.trust)}));
}

}  // namespace

Result<Reply> run_host_key_pin(Context& context) {
  if (context.inv.flag("allow-unauthenticated-unlock") && !context.inv.flag("per-boot")) {
    return fail(Code::kUsage, _("--allow-unauthenticated-unlock goes with --per-boot"),
                _("try 'gokeyctl host-key pin --help'"));
  }
  return for_targets(context, Need::kConsole, pin);
}

}  // namespace gokeyctl::cli
