// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "console/events.h"

#include <array>
#include <chrono>
#include <utility>

#include "base/hex.h"
#include "base/json.h"
#include "base/time.h"
#include "console/dialect.h"
#include "gokeyctl/text.h"

namespace gokeyctl::console {
namespace {

constexpr std::size_t kMaxLine = 64 * 1024;
constexpr std::size_t kMaxDepth = 10;
constexpr std::size_t kMaxName = 64;

// gokey-behaviour 7.5.
constexpr std::array<std::pair<std::string_view, VerifyOutcome>, 7> kOutcomes{{
    {"unlocked", VerifyOutcome::kUnlocked},
    {"already unlocked", VerifyOutcome::kAlreadyUnlocked},
    {"locked", VerifyOutcome::kLocked},
    {"already locked", VerifyOutcome::kAlreadyLocked},
    {"unlock error", VerifyOutcome::kWrong},
    {"error counter blocked, cannot unlock", VerifyOutcome::kBlocked},
    {"remains unlocked (no passphrase)", VerifyOutcome::kNoPassphrase},
}};

struct LogLine {
  std::string_view text, event, operation;
};
constexpr std::array<LogLine, 6> kLogLines{{
    {"PSO:CDS successful", "operation", "sign"},
    {"PSO:DEC successful", "operation", "decrypt"},
    {"PSO:ENC successful", "operation", "encrypt"},
    {"U2F user presence request, type `p` within 10s to confirm", "presence-requested", ""},
    {"U2F user presence confirmed", "presence-confirmed", ""},
    {"U2F user presence request timed out", "presence-timeout", ""},
}};

bool is_event_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxName) return false;
  for (const char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

ConsoleEvent make_event(std::string_view name, nlohmann::ordered_json data) {
  ConsoleEvent event;
  event.name = name;
  event.time = base::rfc3339(std::chrono::system_clock::now());
  nlohmann::ordered_json line;
  line["event"] = name;
  line["time"] = *event.time;
  line["data"] = std::move(data);
  event.json = line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return event;
}

std::optional<KeyUse> use_of(const std::string& fingerprint, const TokenStatus* last) {
  if (last == nullptr) return std::nullopt;
  for (const KeyStatus& key : last->openpgp.keys) {
    if (key.fingerprint == fingerprint) return key.use;
  }
  return std::nullopt;
}

nlohmann::ordered_json or_null(std::optional<KeyUse> use) {
  return use ? nlohmann::ordered_json(short_name(*use)) : nlohmann::ordered_json(nullptr);
}

// Who asks for presence. Absent where the firmware does not tell, or tells nonsense: the request
// itself matters more.
std::optional<TokenStatus::Presence> presence_of(const nlohmann::json& document) {
  const auto data = document.find("data");
  if (data == document.end() || !data->is_object()) return std::nullopt;
  std::optional<Error> error;
  const base::JsonObject object(*data, "data", error);
  TokenStatus::Presence presence;
  if (object.has("application")) presence.application = object.text("application");
  if (object.has("seconds_left")) presence.seconds_left = object.number("seconds_left");
  return error || presence.application.empty() ? std::nullopt : std::optional(presence);
}

// Which key an event is about; absent where the token tells nothing that is known.
std::optional<KeyUse> key_use_of(const nlohmann::json& document) {
  const auto data = document.find("data");
  if (data == document.end() || !data->is_object()) return std::nullopt;
  const auto word = data->find("use");
  if (word == data->end() || !word->is_string()) return std::nullopt;
  for (const KeyUse use : {KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication}) {
    if (word->get_ref<const std::string&>() == short_name(use)) return use;
  }
  return std::nullopt;
}

}  // namespace

Result<ConsoleEvent> parse_event_line(std::string_view line) {
  const auto document = base::parse_json(line, kMaxLine, kMaxDepth);
  if (!document)
    return std::unexpected(wrap(document.error(), say("understand an event: no JSON")));
  std::optional<Error> error;
  const base::JsonObject object(*document, "", error);
  ConsoleEvent event;
  event.name = object.text("event");
  if (!is_event_name(event.name)) object.fail("event", say("is not a word"));
  if (object.has("time")) event.time = object.text_or_null("time");
  if (error)
    return std::unexpected(wrap(*error, say("{}: {}", say("understand an event"), error->message)));
  // Made anew, so that nothing but JSON without control characters goes on to a terminal.
  event.json = document->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  if (event.name.starts_with("presence-")) event.presence = presence_of(*document);
  event.use = key_use_of(*document);
  if (event.name != "status" || !object.has("data")) return event;
  auto status = parse_status_json((*document)["data"].dump());
  if (!status) return std::unexpected(std::move(status).error());
  event.status = std::move(*status);
  return event;
}

std::optional<VerifyLine> parse_verify_line(std::string_view line) {
  constexpr std::string_view kPrefix = "VERIFY: ";
  constexpr std::size_t kFingerprint = 20 * 3;  // "D8 0D … 3F " with a blank after each byte
  const auto begin = line.find(kPrefix);
  if (begin == std::string_view::npos) return std::nullopt;
  line.remove_prefix(begin + kPrefix.size());
  if (line.size() <= kFingerprint) return std::nullopt;
  VerifyLine parsed;
  for (std::size_t i = 0; i < kFingerprint; i += 3) {
    if (line[i + 2] != ' ') return std::nullopt;
    parsed.fingerprint += line.substr(i, 2);
  }
  if (!base::is_hex(parsed.fingerprint)) return std::nullopt;
  parsed.fingerprint = base::lower(parsed.fingerprint);
  line.remove_prefix(kFingerprint);
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  for (const auto& [text, outcome] : kOutcomes) {
    if (line == text) parsed.outcome = outcome;
  }
  return parsed;
}

std::optional<ConsoleEvent> classic_event(std::string_view line, const TokenStatus* last) {
  if (const auto verify = parse_verify_line(line)) {
    const bool unlocked = verify->outcome == VerifyOutcome::kUnlocked;
    if (!unlocked && verify->outcome != VerifyOutcome::kLocked) return std::nullopt;
    const auto use = use_of(verify->fingerprint, last);
    ConsoleEvent event = make_event(unlocked ? "unlocked" : "locked",
                                    {{"use", or_null(use)}, {"fingerprint", verify->fingerprint}});
    event.use = use;
    return event;
  }
  for (const LogLine& known : kLogLines) {
    if (!line.ends_with(known.text)) continue;
    if (known.operation.empty()) return make_event(known.event, nlohmann::ordered_json::object());
    ConsoleEvent event = make_event(known.event, {{"operation", known.operation}});
    if (known.operation == "sign") event.use = KeyUse::kSignature;
    if (known.operation == "decrypt") event.use = KeyUse::kDecryption;
    return event;
  }
  return std::nullopt;
}

ConsoleEvent status_event(const TokenStatus& status) {
  ConsoleEvent event;
  event.name = "status";
  event.time = base::rfc3339(std::chrono::system_clock::now());
  event.json =
      R"({"event":"status","time":")" + *event.time + R"(","data":)" + to_json(status) + "}";
  event.status = status;
  return event;
}

}  // namespace gokeyctl::console
