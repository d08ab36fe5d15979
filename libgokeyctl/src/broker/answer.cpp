// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/answer.h"

#include <chrono>
#include <utility>

#include "base/json.h"
#include "broker/read.h"
#include "broker/words.h"

namespace gokeyctl::broker {
namespace {

using base::JsonObject;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMaxDepth = 16;

std::string line_of(const ordered_json& document) {
  return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

BrokerEvent read_event(const JsonObject& object, const json& document, BrokerEvent::Kind kind) {
  BrokerEvent event;
  event.kind = kind;
  event.time = object.text("time");
  event.id = object.text("token");
  const JsonObject data = object.object("data");
  if (!object.error()) {
    const json& members = document["data"];
    if (const auto token = data.object_or_null("token"))
      event.token = token_in(members["token"], *token);
    if (const auto presence = data.object_or_null("presence"))
      event.presence = presence_in(*presence);
    if (const auto problem = data.object_or_null("problem"))
      event.problem = error_in(members["problem"], *problem);
  }
  event.outcome = word_or_null(data, "outcome", kOutcomes);
  event.reason = word_or_null(data, "reason", kLockReasons);
  event.keys = uses_in(data, "keys");
  return event;
}

Line read_line(const JsonObject& object, const json& document) {
  if (!object.has("event")) {
    Answer answer;
    answer.id = object.number("id");
    if (object.boolean("ok")) {
      if (!object.has("data")) object.fail("data", "is missing");
      if (!object.error()) answer.data = document["data"];
    } else {
      const JsonObject error = object.object("error");
      if (!object.error()) answer.data = std::unexpected(error_in(document["error"], error));
    }
    return answer;
  }
  const std::string name = object.text("event");
  if (name == "farewell") {
    const JsonObject error = object.object("error");
    return Farewell{object.error() ? Error{} : error_in(document["error"], error)};
  }
  if (name == "console") {
    static_cast<void>(object.object("data"));
    return object.error() ? Watched{}
                          : Watched{object.text("token"), line_of(ordered_json(document["data"]))};
  }
  const auto kind = value_of(name, kEventKinds);
  if (!kind) object.fail("event", "has an unknown value");
  return read_event(object, document, kind.value_or(BrokerEvent::Kind::kToken));
}

}  // namespace

Result<Line> parse_line(std::string_view text) {
  const auto document = base::parse_json(text, kMaxAnswer, kMaxDepth);
  if (!document) return std::unexpected(document.error());
  std::optional<Error> error;
  const JsonObject object(*document, "", error);
  Line line = error ? Line(Farewell{}) : read_line(object, *document);
  if (error) return std::unexpected(wrap(*error, say("understand the broker: {}", error->message)));
  return line;
}

std::string format_answer(std::uint32_t id, const Result<ordered_json>& data) {
  ordered_json line = {{"id", id}, {"ok", data.has_value()}};
  if (data) {
    line["data"] = *data;
  } else {
    line["error"] = json_of(data.error());
  }
  return line_of(line);
}

std::string format_event(const BrokerEvent& event) {
  ordered_json data;
  data["token"] = event.token ? json_of(*event.token) : ordered_json(nullptr);
  data["presence"] = event.presence ? json_of(*event.presence) : ordered_json(nullptr);
  data["outcome"] = event.outcome ? ordered_json(word_of(*event.outcome, kOutcomes)) : nullptr;
  data["keys"] = json_of(event.keys);
  data["reason"] = event.reason ? ordered_json(word_of(*event.reason, kLockReasons)) : nullptr;
  data["problem"] = event.problem ? json_of(*event.problem) : ordered_json(nullptr);
  return line_of({{"event", word_of(event.kind, kEventKinds)},
                  {"time", event.time},
                  {"token", event.id},
                  {"data", std::move(data)}});
}

std::string format_watched(const std::string& token, const std::string& line) {
  ordered_json data = ordered_json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!data.is_object()) data = ordered_json::object();
  return line_of({{"event", "console"}, {"token", token}, {"data", std::move(data)}});
}

std::string format_farewell(const Error& error) {
  return line_of({{"event", "farewell"}, {"error", json_of(error)}});
}

}  // namespace gokeyctl::broker
