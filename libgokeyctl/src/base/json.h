// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading JSON from outside without exceptions, strictly: a member is there with the right type or
// the error names it.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "gokeyctl/error.h"

namespace gokeyctl::base {

// Parses one JSON document of at most `limit` bytes and `max_depth` nested objects and arrays.
// kProtocol.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view text, std::size_t limit,
                                                std::size_t max_depth);

// Reads members of one JSON object and keeps the first error, so that callers read every field and
// check once.
class JsonObject {
 public:
  // `path` names the object in errors: "openpgp", "openpgp.keys[0]"; empty for the document itself.
  JsonObject(const nlohmann::json& value, std::string path, std::optional<Error>& error);

  [[nodiscard]] JsonObject object(const char* name) const;
  // Null gives no object.
  [[nodiscard]] std::optional<JsonObject> object_or_null(const char* name) const;
  // The member if it is an array; an empty one after an error.
  [[nodiscard]] const nlohmann::json& array(const char* name) const;

  [[nodiscard]] bool boolean(const char* name) const;
  [[nodiscard]] std::optional<bool> boolean_or_null(const char* name) const;
  // At most 4096 bytes.
  [[nodiscard]] std::string text(const char* name) const;
  [[nodiscard]] std::optional<std::string> text_or_null(const char* name) const;
  [[nodiscard]] std::uint32_t number(const char* name) const;
  [[nodiscard]] std::optional<std::uint32_t> number_or_null(const char* name) const;

  [[nodiscard]] bool has(const char* name) const {
    return value_->is_object() && value_->contains(name);
  }
  [[nodiscard]] std::string path_of(std::string_view name) const;
  // Notes that the member is not as the schema says.
  void fail(std::string_view name, Sentence what) const;
  [[nodiscard]] std::optional<Error>& error() const { return *error_; }

 private:
  [[nodiscard]] const nlohmann::json* member(const char* name) const;

  const nlohmann::json* value_;
  std::string path_;
  std::optional<Error>* error_;
};

}  // namespace gokeyctl::base
