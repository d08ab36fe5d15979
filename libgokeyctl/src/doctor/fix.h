// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "gokeyctl/doctor.h"

namespace gokeyctl::doctor {

// packaging/udev/70-gokey.rules, without its comments.
extern const std::string_view kUdevRule;

// Puts the rule where udev looks for it, and has udev look again.
[[nodiscard]] DoctorFix udev_rule_fix();

}  // namespace gokeyctl::doctor
