// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// TOML read and changed as text: what the person wrote around a setting stays as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"

namespace gokeyctl::config {

struct TomlItem {
  enum class Kind { kText, kNumber, kBoolean, kOther };
  std::string table;  // "" at the top, else the table's name; deeper nesting is Kind::kOther of its
                      // first table
  std::string key;
  std::string value;  // of all but kOther
  Kind kind = Kind::kOther;
  int line = 0;
};

struct TomlFailure {
  int line = 0;
  std::string message;
};

[[nodiscard]] std::expected<std::vector<TomlItem>, TomlFailure> read_toml(std::string_view text);

// The text with the top-level `key` set to `literal` (TOML as it is to stand there), or removed.
// Nothing else changes; the result is parsed again to prove it. kFailed when the line cannot be
// changed by itself.
[[nodiscard]] Result<std::string> set_in_toml(std::string_view text, std::string_view key,
                                              std::string_view literal);
[[nodiscard]] Result<std::string> unset_in_toml(std::string_view text, std::string_view key);

// `value` as a basic string with quotes (TOML 1.0, "String").
[[nodiscard]] std::string quote_toml(std::string_view value);

}  // namespace gokeyctl::config
