// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/sentence_json.h"

#include <optional>

namespace gokeyctl::base {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 8;

// A value is its text, or its making where that is translated too.
Json json_of(const Sentence& sentence) {
  const Sentence::Making& making = sentence.making();
  if (making.pattern.empty()) return std::string(sentence);
  Json values = Json::array();
  for (const Sentence& value : making.values) values.push_back(json_of(value));
  Json out{{"pattern", making.pattern}, {"values", std::move(values)}};
  if (!making.plural.empty()) {
    out["plural"] = making.plural;
    out["count"] = making.count;
  }
  return out;
}

std::optional<std::string> text_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<Sentence> read(const Json& json, int depth) {
  if (json.is_string()) return Sentence(json.get<std::string>());
  if (!json.is_object() || depth == 0) return std::nullopt;
  const auto pattern = text_at(json, "pattern");
  const auto values = json.find("values");
  if (!pattern || pattern->empty() || values == json.end() || !values->is_array())
    return std::nullopt;
  Sentence::Making making{*pattern, text_at(json, "plural").value_or(""), 0, {}};
  if (const auto count = json.find("count"); count != json.end()) {
    if (!count->is_number_unsigned()) return std::nullopt;
    making.count = count->get<unsigned long>();
  }
  for (const Json& value : *values) {
    auto sentence = read(value, depth - 1);
    if (!sentence) return std::nullopt;
    making.values.push_back(std::move(*sentence));
  }
  return Sentence(std::move(making));
}

}  // namespace

Json making_of(const Sentence& sentence) {
  return sentence.making().pattern.empty() ? Json(nullptr) : json_of(sentence);
}

Sentence sentence_from(std::string english, const Json& making) {
  if (making.is_object()) {
    auto sentence = read(making, kMaxDepth);
    if (sentence && *sentence == english) return std::move(*sentence);
  }
  return {std::move(english)};
}

}  // namespace gokeyctl::base
