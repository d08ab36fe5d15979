// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the broker says: answers to requests and events, one line of JSON each (docs/broker.md).
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "gokeyctl/broker.h"

namespace gokeyctl::broker {

// No line of the broker is longer.
inline constexpr std::size_t kMaxAnswer = 1024 * 1024;

// To one request. What `data` holds depends on the request.
struct Answer {
  std::uint32_t id = 0;
  Result<nlohmann::json> data;
};

// A line of the token's own event stream, for who watches it.
struct Watched {
  std::string token;
  std::string line;  // as ConsoleEvent::json
};

// The connection ends with this error.
struct Farewell {
  Error error;
};

using Line = std::variant<Answer, BrokerEvent, Watched, Farewell>;

[[nodiscard]] Result<Line> parse_line(std::string_view text);

[[nodiscard]] std::string format_answer(std::uint32_t id,
                                        const Result<nlohmann::ordered_json>& data);
[[nodiscard]] std::string format_event(const BrokerEvent& event);
[[nodiscard]] std::string format_watched(const std::string& token, const std::string& line);
[[nodiscard]] std::string format_farewell(const Error& error);

// The values that answers carry, each way. Reading fails with kProtocol.
[[nodiscard]] nlohmann::ordered_json json_of(const BrokerToken& token);
[[nodiscard]] Result<BrokerToken> read_token(const nlohmann::json& json);
[[nodiscard]] nlohmann::ordered_json json_of(const KeysOutcome& outcome);
[[nodiscard]] Result<KeysOutcome> read_outcome(const nlohmann::json& json);
[[nodiscard]] nlohmann::ordered_json json_of(const BrokerInfo& info);
[[nodiscard]] Result<BrokerInfo> read_info(const nlohmann::json& json);
[[nodiscard]] nlohmann::ordered_json json_of(const Error& error);
[[nodiscard]] Result<TokenStatus> read_status(const nlohmann::json& json);

}  // namespace gokeyctl::broker
