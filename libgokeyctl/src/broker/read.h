// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Pieces of the broker's lines, read with base::JsonObject, which keeps the first error.
#pragma once

#include <optional>
#include <vector>

#include "base/json.h"
#include "broker/words.h"
#include "gokeyctl/broker.h"

namespace gokeyctl::broker {

[[nodiscard]] BrokerToken token_in(const nlohmann::json& json, const base::JsonObject& object);
[[nodiscard]] PresenceRequest presence_in(const base::JsonObject& object);
[[nodiscard]] Error error_in(const nlohmann::json& json, const base::JsonObject& object);
[[nodiscard]] std::vector<KeyUse> uses_in(const base::JsonObject& object, const char* member);
[[nodiscard]] nlohmann::ordered_json json_of(const PresenceRequest& presence);
[[nodiscard]] nlohmann::ordered_json json_of(const std::vector<KeyUse>& uses);

template <typename T, std::size_t N>
[[nodiscard]] std::optional<T> word_or_null(const base::JsonObject& object, const char* member,
                                            const Words<T, N>& words) {
  const auto text = object.text_or_null(member);
  if (!text) return std::nullopt;
  const auto value = value_of(*text, words);
  if (!value) object.fail(member, "has an unknown value");
  return value;
}

template <typename T, std::size_t N>
[[nodiscard]] T word_in(const base::JsonObject& object, const char* member,
                        const Words<T, N>& words) {
  const auto value = word_or_null(object, member, words);
  if (!value) object.fail(member, "is null");
  return value.value_or(words.front().second);
}

}  // namespace gokeyctl::broker
