// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What gokeyctl doctor --fix can do: planned first, shown, then done.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/doctor/checks.h"
#include "gokeyctl/usb.h"

namespace gokeyctl::cli {

// packaging/udev/70-gokey.rules
extern const std::string_view kUdevRule;
inline constexpr const char* kUdevRuleFile = "/etc/udev/rules.d/70-gokey.rules";

struct Fix {
  std::string id;    // of the check it mends
  std::string what;  // one sentence
  bool needs_root = false;
  bool writes_rule = false;  // kUdevRule to kUdevRuleFile, before the commands
  std::vector<std::vector<std::string>> commands;  // program and arguments
};

// What would mend these checks, in the order in which it must be done.
[[nodiscard]] std::vector<Fix> plan_fixes(const std::vector<Check>& checks,
                                          const std::vector<UsbToken>& tokens);
// The shell lines for a person, with sudo where it is needed; `program` is this program's path.
[[nodiscard]] std::vector<std::string> shell_lines(const Fix& fix, const std::string& program);
// Does it; kFailed names the step that failed.
[[nodiscard]] Result<void> apply(const Fix& fix);

}  // namespace gokeyctl::cli
