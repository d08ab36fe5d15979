// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/request.h"

#include <array>
#include <chrono>
#include <utility>

#include "base/json.h"
#include "broker/words.h"

namespace gokeyctl::broker {
namespace {

using base::JsonObject;
using Kind = Request::Kind;

constexpr std::size_t kMaxDepth = 4;
constexpr std::size_t kMaxWord = 256;
constexpr std::uint32_t kMaxHoldSeconds = 7 * 24 * 3600;

constexpr Words<Kind, 22> kKinds{{{"subscribe", Kind::kSubscribe},
                                  {"watch", Kind::kWatch},
                                  {"tokens", Kind::kTokens},
                                  {"refresh", Kind::kRefresh},
                                  {"unlock", Kind::kUnlock},
                                  {"shorten", Kind::kShorten},
                                  {"lock", Kind::kLock},
                                  {"lock-all", Kind::kLockAll},
                                  {"init", Kind::kInit},
                                  {"init-fido", Kind::kInitFido},
                                  {"confirm-presence", Kind::kConfirmPresence},
                                  {"rand", Kind::kRand},
                                  {"build", Kind::kBuild},
                                  {"reboot", Kind::kReboot},
                                  {"trust-host-key", Kind::kTrustHostKey},
                                  {"forget-host-key", Kind::kForgetHostKey},
                                  {"rename", Kind::kRename},
                                  {"add-console", Kind::kAddConsole},
                                  {"cancel", Kind::kCancel},
                                  {"stop-connecting", Kind::kStopConnecting},
                                  {"info", Kind::kInfo},
                                  {"stop", Kind::kStop}}};

bool names_token(Kind kind) {
  constexpr std::array kOthers{Kind::kSubscribe, Kind::kTokens, Kind::kLockAll, Kind::kAddConsole,
                               Kind::kCancel,    Kind::kInfo,   Kind::kStop};
  for (const Kind other : kOthers) {
    if (kind == other) return false;
  }
  return true;
}

std::string short_text(const JsonObject& object, const char* member) {
  std::string text = object.text(member);
  if (text.size() > kMaxWord) object.fail(member, "is too long");
  return text;
}

template <typename T, std::size_t N>
T word(const JsonObject& object, const char* member, const Words<T, N>& words) {
  const auto value = value_of(object.text(member), words);
  if (!value) object.fail(member, "has an unknown value");
  return value.value_or(words.front().second);
}

Hold read_hold(const JsonObject& object) {
  Hold hold;
  hold.kind = word(object, "kind", kHoldKinds);
  if (hold.kind != Hold::Kind::kFor) return hold;
  const std::uint32_t seconds = object.number("seconds");
  if (seconds == 0 || seconds > kMaxHoldSeconds)
    object.fail("seconds", "is not between 1 and " + std::to_string(kMaxHoldSeconds));
  hold.duration = std::chrono::seconds(seconds);
  return hold;
}

Endpoint read_endpoint(const JsonObject& object) {
  Endpoint endpoint;
  endpoint.host = short_text(object, "host");
  const std::uint32_t port = object.number("port");
  if (endpoint.host.empty()) object.fail("host", "is empty");
  if (port == 0 || port > 0xFFFF) object.fail("port", "is not a port");
  endpoint.port = static_cast<std::uint16_t>(port);
  return endpoint;
}

void read_members(const JsonObject& object, Request& request) {
  const bool any = request.kind == Kind::kRefresh && !object.has("token");
  if (names_token(request.kind) && !any) request.token = short_text(object, "token");
  switch (request.kind) {
    case Kind::kUnlock:
      request.scope = word(object, "scope", kScopes);
      request.hold = read_hold(object.object("hold"));
      break;
    case Kind::kShorten:
      request.hold = read_hold(object.object("hold"));
      break;
    case Kind::kLock:
      request.scope = word(object, "scope", kScopes);
      break;
    case Kind::kLockAll:
      request.reason = word(object, "reason", kLockReasons);
      request.which = word(object, "which", kLockWhich);
      break;
    case Kind::kInitFido:
      request.presence_test = object.boolean("presence_test");
      break;
    case Kind::kConfirmPresence:
      request.number = object.number("number");
      break;
    case Kind::kTrustHostKey:
      request.text = short_text(object, "fingerprint");
      break;
    case Kind::kRename:
      request.text = short_text(object, "nickname");
      break;
    case Kind::kAddConsole:
      request.endpoint = read_endpoint(object.object("endpoint"));
      break;
    case Kind::kCancel:
      request.of = object.number("of");
      break;
    default:
      break;
  }
}

}  // namespace

std::string_view name(Kind kind) { return word_of(kind, kKinds); }

Result<Request> parse_request(std::string_view line) {
  const auto document = base::parse_json(line, kMaxRequest, kMaxDepth);
  if (!document) return std::unexpected(document.error());
  std::optional<Error> error;
  const JsonObject object(*document, "", error);
  Request request;
  request.id = object.number("id");
  request.kind = word(object, "request", kKinds);
  if (!error) read_members(object, request);
  if (error) return std::unexpected(std::move(*error));
  return request;
}

std::string format_request(const Request& request) {
  nlohmann::ordered_json out = {{"id", request.id}, {"request", name(request.kind)}};
  const auto add_hold = [&] {
    out["hold"] = {{"kind", word_of(request.hold.kind, kHoldKinds)}};
    if (request.hold.kind == Hold::Kind::kFor)
      out["hold"]["seconds"] = request.hold.duration.count();
  };
  const bool any = request.kind == Kind::kRefresh && request.token.empty();
  if (names_token(request.kind) && !any) out["token"] = request.token;
  switch (request.kind) {
    case Kind::kUnlock:
      out["scope"] = name(request.scope);
      add_hold();
      break;
    case Kind::kShorten:
      add_hold();
      break;
    case Kind::kLock:
      out["scope"] = name(request.scope);
      break;
    case Kind::kLockAll:
      out["reason"] = word_of(request.reason, kLockReasons);
      out["which"] = word_of(request.which, kLockWhich);
      break;
    case Kind::kInitFido:
      out["presence_test"] = request.presence_test;
      break;
    case Kind::kConfirmPresence:
      out["number"] = request.number;
      break;
    case Kind::kTrustHostKey:
      out["fingerprint"] = request.text;
      break;
    case Kind::kRename:
      out["nickname"] = request.text;
      break;
    case Kind::kAddConsole:
      out["endpoint"] = {{"host", request.endpoint.host}, {"port", request.endpoint.port}};
      break;
    case Kind::kCancel:
      out["of"] = request.of;
      break;
    default:
      break;
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace gokeyctl::broker
