// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <string>

namespace gokeyctl::cli {

// "14:05:02 CEST": for people.
[[nodiscard]] std::string local_time(std::time_t when);
// "2026-11-20T13:05:02Z" (RFC 3339): for programs.
[[nodiscard]] std::string utc_time(std::time_t when);

}  // namespace gokeyctl::cli
