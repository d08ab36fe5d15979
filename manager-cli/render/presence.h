// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a request for presence reads: who asks, and for how long.
#pragma once

#include <optional>
#include <string>

#include "cli/front/report.h"
#include "gokeyctl/console.h"
#include "gokeyctl/status.h"

namespace gokeyctl::cli {

// "GitHub", "example.org", "an application that is not known (6ff12dde…)", "somebody" when the
// firmware does not tell.
[[nodiscard]] std::string who_asks(const std::optional<TokenStatus::Presence>& presence);
// {"application", "site", "seconds_left"}, or null.
[[nodiscard]] Json presence_json(const std::optional<TokenStatus::Presence>& presence);
// One line for people about an event of presence; empty for any other.
[[nodiscard]] std::string presence_line(const ConsoleEvent& event);

}  // namespace gokeyctl::cli
