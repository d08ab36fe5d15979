// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "trust/format.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/hex.h"
#include "base/json.h"

namespace gokeyctl::trust {
namespace {

using base::JsonObject;

constexpr std::size_t kMaxSize = 1024 * 1024;
constexpr std::size_t kMaxDepth = 4;
constexpr std::uint32_t kSchema = 1;
constexpr std::array kMembers{"endpoint",   "serial",   "fingerprint",
                              "key_type",   "trust",    "allow_unauthenticated_unlock",
                              "first_seen", "nickname", "compared"};
constexpr std::array kClasses{TrustClass::kStrict, TrustClass::kTofu, TrustClass::kPerBoot};

void refuse_unknown(const JsonObject& object, const nlohmann::json& value) {
  if (!value.is_object()) return;
  for (const auto& [member, ignored] : value.items()) {
    if (std::ranges::find(kMembers, std::string_view(member)) == kMembers.end()) {
      object.fail("member", say("of a newer version is there"));
    }
  }
}

TrustEntry read_entry(const JsonObject& object) {
  TrustEntry entry;
  entry.endpoint = object.text("endpoint");
  if (entry.endpoint.empty()) object.fail("endpoint", say("is empty"));
  entry.serial = object.text("serial");
  if (!entry.serial.empty() && (entry.serial.size() != 8 || !base::is_hex(entry.serial))) {
    object.fail("serial", say("is not 8 hex digits"));
  }
  entry.fingerprint = object.text("fingerprint");
  if (!entry.fingerprint.starts_with("SHA256:"))
    object.fail("fingerprint", say("does not start with SHA256:"));
  entry.key_type = object.text("key_type");
  const std::string word = object.text("trust");
  const auto found = std::ranges::find(kClasses, std::string_view(word),
                                       [](TrustClass c) { return gokeyctl::name(c); });
  if (found == kClasses.end()) {
    object.fail("trust", say("has an unknown value"));
  } else {
    entry.trust = *found;
  }
  entry.allow_unauthenticated_unlock = object.boolean("allow_unauthenticated_unlock");
  entry.first_seen = object.text("first_seen");
  // Not in files of older versions.
  if (object.has("nickname")) entry.nickname = object.text("nickname");
  if (!entry.nickname.empty() && !check_nickname(entry.nickname))
    object.fail("nickname", "is none");
  if (object.has("compared")) entry.compared = object.text("compared");
  return entry;
}

}  // namespace

Result<std::vector<TrustEntry>> parse_entries(std::string_view text) {
  const auto document = base::parse_json(text, kMaxSize, kMaxDepth);
  if (!document) return std::unexpected(document.error());
  std::optional<Error> error;
  const JsonObject object(*document, "", error);
  if (!error && object.number("schema") != kSchema) object.fail("schema", say("is not 1"));
  std::vector<TrustEntry> entries;
  const nlohmann::json& list = object.array("tokens");
  for (std::size_t i = 0; i < list.size() && !error; ++i) {
    const JsonObject item(list[i], "tokens[" + std::to_string(i) + "]", error);
    refuse_unknown(item, list[i]);
    entries.push_back(read_entry(item));
    const auto same = std::ranges::count(entries, entries.back().endpoint, &TrustEntry::endpoint);
    if (same > 1) item.fail("endpoint", say("is there twice"));
  }
  if (error) return std::unexpected(std::move(*error));
  return entries;
}

std::string format_entries(const std::vector<TrustEntry>& entries) {
  nlohmann::ordered_json document;
  document["schema"] = kSchema;
  document["tokens"] = nlohmann::ordered_json::array();
  for (const TrustEntry& entry : entries) {
    document["tokens"].push_back(
        {{"endpoint", entry.endpoint},
         {"serial", entry.serial},
         {"fingerprint", entry.fingerprint},
         {"key_type", entry.key_type},
         {"trust", gokeyctl::name(entry.trust)},
         {"allow_unauthenticated_unlock", entry.allow_unauthenticated_unlock},
         {"first_seen", entry.first_seen},
         {"nickname", entry.nickname},
         {"compared", entry.compared}});
  }
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace gokeyctl::trust
