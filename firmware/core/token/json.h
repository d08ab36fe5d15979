// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes JSON (RFC 8259) without white space. The firmware writes JSON and never reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace gokey::token {

// Appends one value. Commas are put where they belong; the caller sees to the nesting:
//
//   JsonWriter json;
//   json.begin_object().key("serial").text("AABBCCDD").key("tries_left").number(3).end_object();
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  // Escapes as RFC 8259, 7 asks; what is not UTF-8 becomes U+FFFD, so that the output is always
  // valid.
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // Puts a complete JSON value that was written before.
  JsonWriter& raw(std::string_view json);

  [[nodiscard]] const std::string& str() const { return out_; }
  [[nodiscard]] std::string release() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view value);

  std::string out_;
  bool comma_ = false;  // a value precedes at this level
};

// RFC 3339 in UTC with whole seconds, "2026-11-20T18:44:31Z".
[[nodiscard]] std::string rfc3339(std::uint64_t unix_seconds);

}  // namespace gokey::token
