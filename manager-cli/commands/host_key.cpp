// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl host-key show, forget, import
#include "cli/commands/host_key.h"

#include <algorithm>
#include <cctype>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/prompts/questions.h"
#include "gokeyctl/host_key.h"

namespace gokeyctl::cli {
namespace {

constexpr std::size_t kMostImported = 1024 * 1024;

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::toupper(x) == std::toupper(y); });
}

// By address, or by a serial's prefix of at least four digits.
bool means(std::string_view text, const TrustEntry& entry) {
  if (text == entry.endpoint) return true;
  return text.size() >= 4 && entry.serial.size() >= text.size() &&
         same_letters(text, entry.serial.substr(0, text.size()));
}

Result<TrustStore> open_store(const Context& context) {
  return TrustStore::open(context.paths.known_tokens());
}

// Four to a line, as the desktop app shows them.
std::string word_lines(const TrustEntry& entry) {
  constexpr std::size_t kPerLine = 4;
  const auto words = host_key_words(entry.fingerprint);
  if (!words) return {};
  std::string out;
  for (std::size_t i = 0; i < words->size(); ++i)
    out += (i % kPerLine == 0 ? "    " : " ") + (*words)[i] + ((i + 1) % kPerLine == 0 ? "\n" : "");
  return out;
}

Json words_json(const TrustEntry& entry) {
  const auto words = host_key_words(entry.fingerprint);
  return words ? Json(*words) : Json(nullptr);
}

// How the key came to be trusted. One that is new at every start never was.
std::string origin(const TrustEntry& entry) {
  if (entry.trust == TrustClass::kPerBoot) return {};
  if (!entry.compared.empty())
    return fill(_("compared by a person, {}"), {sanitise(entry.compared)});
  return entry.trust == TrustClass::kStrict ? _("from a provisioning receipt or an imported file")
                                            : _("as first seen, compared by nobody");
}

std::string human_line(const TrustEntry& entry, const Style& style) {
  const std::string serial =
      entry.serial.empty() ? _("serial not known yet") : sanitise(entry.serial);
  std::string out =
      wrap(fill("{}  {}, {}", {style.bold(entry.endpoint), serial, name(entry.trust)}), style.width,
           2) +
      "\n";
  out += wrap(fill("  {} {}", {entry.key_type, entry.fingerprint}), style.width, 4) + "\n";
  if (const std::string how = origin(entry); !how.empty())
    out += wrap("  " + how, style.width, 4) + "\n";
  if (entry.allow_unauthenticated_unlock) {
    out += wrap(std::string("  ") +
                    _("passphrases are sent although this console is not authenticated"),
                style.width, 4) +
           "\n";
  }
  return out;
}

Result<TrustEntry> entry_from_json(const Json& json) {
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!json.is_object() || text("endpoint").empty() ||
      !text("fingerprint").starts_with("SHA256:")) {
    return fail(Code::kFailed,
                _("the file holds an entry without an address or a SHA256 fingerprint"));
  }
  TrustEntry entry;
  entry.endpoint = text("endpoint");
  entry.serial = text("serial");
  entry.fingerprint = text("fingerprint");
  entry.key_type = text("key_type");
  entry.first_seen = text("first_seen");
  entry.trust = TrustClass::kStrict;
  return entry;
}

// The "host_keys" of the document that `host-key show --json` prints, or that list alone.
Result<std::vector<TrustEntry>> parse_import(const std::string& text) {
  const Json document = Json::parse(text, nullptr, false);
  const Json* list = &document;
  if (document.is_object() && document.contains("data")) list = &document["data"];
  if (list->is_object() && list->contains("host_keys")) list = &(*list)["host_keys"];
  if (!list->is_array()) {
    return fail(Code::kFailed, _("the file holds no host keys"),
                _("make it with: gokeyctl host-key show --json"));
  }
  std::vector<TrustEntry> entries;
  for (const Json& item : *list) {
    Result<TrustEntry> entry = entry_from_json(item);
    if (!entry) return std::unexpected(entry.error());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace

Json trust_json(const TrustEntry& entry) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  return {{"endpoint", entry.endpoint},
          {"serial", or_null(entry.serial)},
          {"fingerprint", entry.fingerprint},
          {"words", words_json(entry)},
          {"key_type", or_null(entry.key_type)},
          {"trust", name(entry.trust)},
          {"allow_unauthenticated_unlock", entry.allow_unauthenticated_unlock},
          {"first_seen", or_null(entry.first_seen)},
          {"compared", or_null(entry.compared)}};
}

Row trust_row(const TrustEntry& entry) {
  return {entry.endpoint, entry.serial,      std::string(name(entry.trust)),
          entry.key_type, entry.fingerprint, entry.first_seen,
          entry.compared};
}

std::vector<const char*> trust_header() {
  return {"endpoint", "serial", "trust", "key_type", "fingerprint", "first_seen", "compared"};
}

Result<Reply> run_host_key_show(Context& context) {
  const Result<TrustStore> store = open_store(context);
  if (!store) return std::unexpected(store.error());
  const std::optional<std::string> wanted = context.inv.argument(0);
  Reply reply;
  reply.data = {{"host_keys", Json::array()}};
  reply.header = trust_header();
  for (const TrustEntry& entry : store->entries()) {
    if (wanted && !means(*wanted, entry)) continue;
    reply.data["host_keys"].push_back(trust_json(entry));
    reply.rows.push_back(trust_row(entry));
    reply.human += human_line(entry, context.out);
    if (context.inv.flag("words")) reply.human += word_lines(entry);
  }
  if (!reply.rows.empty()) return reply;
  if (wanted)
    return fail(Code::kNothingToDo, fill(_("no host key of '{}' is remembered"), {*wanted}));
  context.note(_("No console is trusted yet. The first connection to one asks."));
  return reply;
}

Result<Reply> run_host_key_forget(Context& context) {
  Result<TrustStore> store = open_store(context);
  if (!store) return std::unexpected(store.error());
  const std::string wanted = context.inv.argument(0).value_or("");
  std::vector<std::string> endpoints;
  for (const TrustEntry& entry : store->entries()) {
    if (means(wanted, entry)) endpoints.push_back(entry.endpoint);
  }
  if (endpoints.empty())
    return fail(Code::kNothingToDo, fill(_("no host key of '{}' is remembered"), {wanted}));
  std::string names;
  for (const std::string& endpoint : endpoints)
    names += (names.empty() ? "" : ", ") + sanitise(endpoint);
  Reply reply;
  reply.action = true;
  reply.data = {{"forgotten", endpoints}, {"dry_run", context.inv.dry_run}};
  for (const std::string& endpoint : endpoints) reply.rows.push_back({endpoint});
  reply.header = {"endpoint"};
  if (context.inv.dry_run) {
    reply.human = fill(_("would forget the host key of {}\n"), {names});
    return reply;
  }
  const Result<void> yes = confirm(context.globals, fill(_("Forget the host key of {}?"), {names}));
  if (!yes) return std::unexpected(yes.error());
  const Result<std::size_t> removed = store->forget(wanted);
  if (!removed) return std::unexpected(removed.error());
  reply.human = fill(_("forgot the host key of {}\n"), {names});
  return reply;
}

Result<Reply> run_host_key_import(Context& context) {
  Result<TrustStore> store = open_store(context);
  if (!store) return std::unexpected(store.error());
  const Result<std::string> text = read_file(context.inv.argument(0).value_or(""), kMostImported);
  if (!text) return std::unexpected(text.error());
  const Result<std::vector<TrustEntry>> entries = parse_import(*text);
  if (!entries) return std::unexpected(entries.error());
  for (const TrustEntry& entry : *entries) {
    const TrustEntry* old = store->find(entry.endpoint);
    if (old == nullptr || old->fingerprint == entry.fingerprint) continue;
    return fail(
        Code::kHostKey,
        fill(_("{} is remembered with another host key; nothing was imported"), {entry.endpoint}),
        fill(_("if the file is right: gokeyctl host-key forget {}"), {entry.endpoint}));
  }
  Reply reply;
  reply.action = true;
  reply.data = {{"host_keys", Json::array()}};
  reply.header = trust_header();
  for (const TrustEntry& entry : *entries) {
    if (Result<void> pinned = store->pin(entry); !pinned) return std::unexpected(pinned.error());
    reply.data["host_keys"].push_back(trust_json(entry));
    reply.rows.push_back(trust_row(entry));
  }
  reply.human = fill(ngettext("{} host key is trusted now, and only that one\n",
                              "{} host keys are trusted now, and only those\n", entries->size()),
                     {entries->size()});
  return reply;
}

}  // namespace gokeyctl::cli
