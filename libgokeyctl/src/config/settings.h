// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The settings there are, and what each accepts.
#pragma once

#include <string>
#include <string_view>

#include "gokeyctl/config.h"

namespace gokeyctl::config {

struct SettingRule {
  SettingInfo info;
  std::string_view environment;  // variable that overrides the files; may be empty
  bool (*accepts)(std::string_view value);
  bool is_bare = false;  // a number or a boolean: written to the file without quotes
};

// Null when there is no such setting.
[[nodiscard]] const SettingRule* find_rule(std::string_view key);

}  // namespace gokeyctl::config
