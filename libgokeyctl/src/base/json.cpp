// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <limits>
#include <utility>

namespace gokeyctl::base {
namespace {

constexpr std::size_t kMaxText = 4096;

Error protocol_error(Sentence message) {
  return Error{.code = Code::kProtocol,
               .message = std::move(message),
               .hint = {},
               .details = {{"reason", "malformed"}},
               .cause = nullptr};
}

// Nesting of brackets outside strings; parsing is iterative, but what walks a document recurses.
std::size_t depth_of(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

const nlohmann::json& empty_object() {
  static const nlohmann::json object = nlohmann::json::object();
  return object;
}

const nlohmann::json& empty_array() {
  static const nlohmann::json array = nlohmann::json::array();
  return array;
}

}  // namespace

Result<nlohmann::json> parse_json(std::string_view text, std::size_t limit, std::size_t max_depth) {
  if (text.size() > limit) {
    return std::unexpected(protocol_error(say("read JSON: longer than {} bytes", limit)));
  }
  if (depth_of(text) > max_depth)
    return std::unexpected(protocol_error(say("read JSON: nested too deeply")));
  nlohmann::json document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded())
    return std::unexpected(protocol_error(say("read JSON: not well formed")));
  return document;
}

JsonObject::JsonObject(const nlohmann::json& value, std::string path, std::optional<Error>& error)
    : value_(&value), path_(std::move(path)), error_(&error) {
  if (value.is_object()) return;
  if (!error)
    error =
        protocol_error(path_.empty() ? say("read JSON: the document is not an object")
                                     : say("read JSON: '{}' {}", path_, say("is not an object")));
  value_ = &empty_object();
}

std::string JsonObject::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void JsonObject::fail(std::string_view name, Sentence what) const {
  if (*error_) return;
  *error_ = protocol_error(say("read JSON: '{}' {}", path_of(name), std::move(what)));
  (*error_)->details["field"] = path_of(name);
}

const nlohmann::json* JsonObject::member(const char* name) const {
  const auto found = value_->find(name);
  if (found != value_->end()) return &*found;
  fail(name, say("is missing"));
  return nullptr;
}

JsonObject JsonObject::object(const char* name) const {
  const nlohmann::json* value = member(name);
  return JsonObject(value != nullptr ? *value : empty_object(), path_of(name), *error_);
}

std::optional<JsonObject> JsonObject::object_or_null(const char* name) const {
  const nlohmann::json* value = member(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return JsonObject(*value, path_of(name), *error_);
}

const nlohmann::json& JsonObject::array(const char* name) const {
  const nlohmann::json* value = member(name);
  if (value == nullptr) return empty_array();
  if (value->is_array()) return *value;
  fail(name, say("is not an array"));
  return empty_array();
}

std::optional<bool> JsonObject::boolean_or_null(const char* name) const {
  const nlohmann::json* value = member(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (const bool* found = value->get_ptr<const nlohmann::json::boolean_t*>()) return *found;
  fail(name, say("is not a boolean"));
  return std::nullopt;
}

bool JsonObject::boolean(const char* name) const {
  const auto found = boolean_or_null(name);
  if (!found) fail(name, say("is null"));
  return found.value_or(false);
}

std::optional<std::string> JsonObject::text_or_null(const char* name) const {
  const nlohmann::json* value = member(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const auto* found = value->get_ptr<const nlohmann::json::string_t*>();
  if (found == nullptr) {
    fail(name, say("is not a string"));
    return std::nullopt;
  }
  if (found->size() > kMaxText) {
    fail(name, say("is too long"));
    return std::nullopt;
  }
  return *found;
}

std::string JsonObject::text(const char* name) const {
  auto found = text_or_null(name);
  if (!found) fail(name, say("is null"));
  return std::move(found).value_or("");
}

std::optional<std::uint32_t> JsonObject::number_or_null(const char* name) const {
  const nlohmann::json* value = member(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const auto* found = value->get_ptr<const nlohmann::json::number_unsigned_t*>();
  if (found == nullptr || *found > std::numeric_limits<std::uint32_t>::max()) {
    fail(name, say("is not a whole number of 32 bits"));
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*found);
}

std::uint32_t JsonObject::number(const char* name) const {
  const auto found = number_or_null(name);
  if (!found) fail(name, say("is null"));
  return found.value_or(0);
}

}  // namespace gokeyctl::base
