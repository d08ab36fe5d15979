// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The values that answers carry, to and from JSON.
#include <array>
#include <chrono>
#include <utility>

#include "broker/answer.h"
#include "broker/read.h"
#include "gokeyctl/text.h"
#include "status/json.h"

namespace gokeyctl {

std::string_view name(LockReason reason) { return broker::word_of(reason, broker::kLockReasons); }

namespace broker {
namespace {

using base::JsonObject;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMaxCauses = 8;
constexpr std::size_t kMaxText = 2048;  // base::JsonObject takes 4096 bytes

constexpr std::array kCodes{Code::kFailed,
                            Code::kUsage,
                            Code::kNothingToDo,
                            Code::kCancelled,
                            Code::kInternal,
                            Code::kNoToken,
                            Code::kNoPermission,
                            Code::kAmbiguous,
                            Code::kBusy,
                            Code::kUnreachable,
                            Code::kWrongMode,
                            Code::kSshAuth,
                            Code::kHostKey,
                            Code::kWrongPassphrase,
                            Code::kLocked,
                            Code::kNotInitialised,
                            Code::kNoPresenceRequest,
                            Code::kPresenceTimeout,
                            Code::kRetryDelay,
                            Code::kVerifyFailed,
                            Code::kDowngradeRefused,
                            Code::kImageMismatch,
                            Code::kWriteFailed,
                            Code::kReadbackMismatch,
                            Code::kPartial,
                            Code::kUnsupported,
                            Code::kProtocol,
                            Code::kTimeout};

template <typename T>
ordered_json or_null(const std::optional<T>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

// Between programs of the library alone: gokeyctl's JSON has the English text.
constexpr const char* kMessageMaking = "message_making";
constexpr const char* kHintMaking = "hint_making";
constexpr int kMostNested = 4;
constexpr std::size_t kMostValues = 8;

// What a sentence was made of, so that another program can show it in its person's language.
ordered_json json_of(const Sentence& sentence, int nested) {
  const Sentence::Making& making = sentence.making();
  if (making.pattern.empty() || nested == 0) return sentence.substr(0, kMaxText);
  ordered_json values = ordered_json::array();
  for (const Sentence& value : making.values) values.push_back(json_of(value, nested - 1));
  return {{"pattern", making.pattern},
          {"plural", making.plural},
          {"count", making.count},
          {"values", std::move(values)}};
}

// Nothing if it is none: the English text is there as well.
std::optional<Sentence> sentence_in(const json& source, int nested) {
  if (source.is_string()) return Sentence(source.get_ref<const std::string&>());
  if (nested == 0 || !source.is_object()) return std::nullopt;
  const auto pattern = source.find("pattern");
  const auto plural = source.find("plural");
  const auto count = source.find("count");
  const auto values = source.find("values");
  if (pattern == source.end() || !pattern->is_string() || plural == source.end() ||
      !plural->is_string() || count == source.end() || !count->is_number_unsigned() ||
      values == source.end() || !values->is_array() || values->size() > kMostValues)
    return std::nullopt;
  Sentence::Making making{
      pattern->get<std::string>(), plural->get<std::string>(), count->get<unsigned long>(), {}};
  if (making.pattern.size() > kMaxText || making.plural.size() > kMaxText) return std::nullopt;
  for (const json& item : *values) {
    auto value = sentence_in(item, nested - 1);
    if (!value) return std::nullopt;
    making.values.push_back(std::move(*value));
  }
  return Sentence(std::move(making));
}

// `english` as what `source` says it was made of, if that makes the same text.
Sentence sentence_or(Sentence english, const json& source, const char* name) {
  const auto found = source.find(name);
  if (found == source.end()) return english;
  auto made = sentence_in(*found, kMostNested);
  return made && *made == english ? std::move(*made) : std::move(english);
}

ordered_json error_json(const Error& error, std::size_t causes) {
  ordered_json details = ordered_json::object();
  for (const auto& [key, value] : error.details) details[key] = value.substr(0, kMaxText);
  ordered_json out = {{"code", code_name(error.code)},
                      {"exit", static_cast<unsigned>(error.code)},
                      {"message", error.message.substr(0, kMaxText)},
                      {"hint", nullptr},
                      {"details", std::move(details)},
                      {"cause", nullptr}};
  if (!error.hint.empty()) out["hint"] = error.hint.substr(0, kMaxText);
  if (!error.message.making().pattern.empty())
    out[kMessageMaking] = json_of(error.message, kMostNested);
  if (!error.hint.making().pattern.empty()) out[kHintMaking] = json_of(error.hint, kMostNested);
  if (error.cause && causes > 0) out["cause"] = error_json(*error.cause, causes - 1);
  return out;
}

Error error_from(const json& source, const JsonObject& object, std::size_t causes) {
  Error error;
  const std::string word = object.text("code");
  for (const Code code : kCodes) {
    if (code_name(code) == word) error.code = code;
  }
  error.message = object.text("message");
  error.hint = object.text_or_null("hint").value_or("");
  static_cast<void>(object.object("details"));
  const auto cause = object.object_or_null("cause");
  if (object.error()) return error;
  error.message = sentence_or(std::move(error.message), source, kMessageMaking);
  error.hint = sentence_or(std::move(error.hint), source, kHintMaking);
  for (const auto& [key, value] : source["details"].items()) {
    if (value.is_string()) error.details[key] = value.get_ref<const std::string&>();
  }
  if (cause && causes > 0)
    error.cause = std::make_shared<const Error>(error_from(source["cause"], *cause, causes - 1));
  return error;
}

ordered_json json_of(const Endpoint& endpoint) {
  return {{"host", endpoint.host},
          {"port", endpoint.port},
          {"interface", endpoint.interface},
          {"serial", endpoint.serial}};
}

Endpoint endpoint_in(const JsonObject& object) {
  Endpoint endpoint;
  endpoint.host = object.text("host");
  const std::uint32_t port = object.number("port");
  if (port > 0xFFFF) object.fail("port", "is not a port");
  endpoint.port = static_cast<std::uint16_t>(port);
  endpoint.interface = object.text("interface");
  endpoint.serial = object.text("serial");
  return endpoint;
}

std::vector<BrokerToken::Held> held_in(const JsonObject& object) {
  std::vector<BrokerToken::Held> held;
  const json& list = object.array("held");
  for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), kUses.size()); ++i) {
    const JsonObject item(list[i], object.path_of("held[" + std::to_string(i) + "]"),
                          object.error());
    held.push_back({word_in(item, "use", kUses), word_in(item, "kind", kHoldKinds),
                    item.text_or_null("until")});
  }
  return held;
}

std::optional<TokenStatus> status_in(const json& source, const JsonObject& object) {
  if (!object.object_or_null("status")) return std::nullopt;
  auto status = read_status(source["status"]);
  if (status) return std::move(*status);
  object.fail("status", "is not one: " + status.error().message);
  return std::nullopt;
}

template <typename T, typename Read>
Result<T> read_whole(const json& source, Read read) {
  std::optional<Error> error;
  const JsonObject object(source, "", error);
  T value = error ? T{} : read(object);
  if (error) return std::unexpected(wrap(*error, say("understand the broker: {}", error->message)));
  return value;
}

}  // namespace

ordered_json json_of(const Error& error) { return error_json(error, kMaxCauses); }
Error error_in(const json& source, const JsonObject& object) {
  return error_from(source, object, kMaxCauses);
}

ordered_json json_of(const std::vector<KeyUse>& uses) {
  ordered_json list = ordered_json::array();
  for (const KeyUse use : uses) list.push_back(short_name(use));
  return list;
}

std::vector<KeyUse> uses_in(const JsonObject& object, const char* member) {
  std::vector<KeyUse> uses;
  for (const json& item : object.array(member)) {
    const auto use = item.is_string() ? value_of(item.get_ref<const std::string&>(), kUses)
                                      : std::optional<KeyUse>();
    if (use && uses.size() < kUses.size()) {
      uses.push_back(*use);
    } else {
      object.fail(member, "holds an unknown value");
    }
  }
  return uses;
}

ordered_json json_of(const PresenceRequest& presence) {
  return {{"number", presence.number},
          {"application", or_null(presence.application)},
          {"site", or_null(presence.site)},
          {"asker", or_null(presence.asker)},
          {"left_ms", presence.left.count()}};
}

PresenceRequest presence_in(const JsonObject& object) {
  PresenceRequest presence;
  presence.number = object.number("number");
  presence.application = object.text_or_null("application");
  presence.site = object.text_or_null("site");
  presence.asker = object.text_or_null("asker");
  presence.left = std::chrono::milliseconds(object.number("left_ms"));
  return presence;
}

Result<TokenStatus> read_status(const json& source) { return status::read_status(source); }

ordered_json json_of(const BrokerToken& token) {
  ordered_json out;
  out["id"] = token.id;
  out["serial"] = token.serial.empty() ? ordered_json(nullptr) : ordered_json(token.serial);
  out["nickname"] = or_null(token.nickname);
  out["usb_port"] = or_null(token.usb_port);
  out["attached"] = token.attached;
  out["connecting"] = token.connecting;
  out["known"] = token.known;
  out["trust"] = token.trust ? ordered_json(name(*token.trust)) : nullptr;
  out["endpoint"] = token.endpoint ? json_of(*token.endpoint) : ordered_json(nullptr);
  out["reader"] = or_null(token.reader);
  out["hid_node"] = or_null(token.hid_node);
  out["state"] = name(token.state);
  out["status"] = token.status ? status::json_of(*token.status) : ordered_json(nullptr);
  out["as_of"] = or_null(token.as_of);
  out["problem"] = token.problem ? json_of(*token.problem) : ordered_json(nullptr);
  out["presented"] = nullptr;
  if (token.presented)
    out["presented"] = {{"type", token.presented->type},
                        {"fingerprint", token.presented->fingerprint}};
  out["held"] = ordered_json::array();
  for (const BrokerToken::Held& held : token.held) {
    out["held"].push_back({{"use", short_name(held.use)},
                           {"kind", word_of(held.kind, kHoldKinds)},
                           {"until", or_null(held.until)}});
  }
  out["working"] = token.working ? ordered_json(short_name(*token.working)) : nullptr;
  out["presence"] = token.presence ? json_of(*token.presence) : ordered_json(nullptr);
  return out;
}

BrokerToken token_in(const json& source, const JsonObject& object) {
  BrokerToken token;
  token.id = object.text("id");
  token.serial = object.text_or_null("serial").value_or("");
  token.nickname = object.text_or_null("nickname");
  token.usb_port = object.text_or_null("usb_port");
  token.attached = object.boolean("attached");
  token.connecting = object.boolean("connecting");
  token.known = object.boolean("known");
  token.trust = word_or_null(object, "trust", kTrustClasses);
  if (const auto endpoint = object.object_or_null("endpoint"))
    token.endpoint = endpoint_in(*endpoint);
  token.reader = object.text_or_null("reader");
  token.hid_node = object.text_or_null("hid_node");
  token.state = word_in(object, "state", kStates);
  token.status = status_in(source, object);
  token.as_of = object.text_or_null("as_of");
  if (const auto problem = object.object_or_null("problem"))
    token.problem = error_in(source["problem"], *problem);
  if (const auto presented = object.object_or_null("presented"))
    token.presented = HostKey{presented->text("type"), presented->text("fingerprint")};
  token.held = held_in(object);
  token.working = word_or_null(object, "working", kUses);
  if (const auto presence = object.object_or_null("presence"))
    token.presence = presence_in(*presence);
  return token;
}

Result<BrokerToken> read_token(const json& source) {
  return read_whole<BrokerToken>(
      source, [&](const JsonObject& object) { return token_in(source, object); });
}

ordered_json json_of(const KeysOutcome& outcome) {
  return {{"changed", json_of(outcome.changed)},
          {"already", json_of(outcome.already)},
          {"failed", json_of(outcome.failed)},
          {"status", status::json_of(outcome.status)}};
}

Result<KeysOutcome> read_outcome(const json& source) {
  return read_whole<KeysOutcome>(source, [&](const JsonObject& object) {
    KeysOutcome outcome;
    outcome.changed = uses_in(object, "changed");
    outcome.already = uses_in(object, "already");
    outcome.failed = uses_in(object, "failed");
    if (auto status = status_in(source, object)) {
      outcome.status = std::move(*status);
    } else {
      object.fail("status", "is null");
    }
    return outcome;
  });
}

ordered_json json_of(const BrokerInfo& info) {
  return {{"pid", info.pid},
          {"version", info.version},
          {"since", info.since},
          {"clients", info.clients},
          {"tokens", info.tokens}};
}

Result<BrokerInfo> read_info(const json& source) {
  return read_whole<BrokerInfo>(source, [](const JsonObject& object) {
    return BrokerInfo{object.number("pid"), object.text("version"), object.text("since"),
                      object.number("clients"), object.number("tokens")};
  });
}

}  // namespace broker
std::string to_json(const BrokerToken& token) {
  nlohmann::ordered_json out = broker::json_of(token);
  for (auto* error = &out["problem"]; error->is_object(); error = &(*error)["cause"]) {
    error->erase(broker::kMessageMaking);
    error->erase(broker::kHintMaking);
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace gokeyctl
