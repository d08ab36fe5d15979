// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace gokeyctl::base {

// RFC 3339 in UTC with a precision of seconds, "2026-11-20T18:44:34Z".
[[nodiscard]] std::string rfc3339(std::chrono::system_clock::time_point time);
// The same with milliseconds.
[[nodiscard]] std::string rfc3339_ms(std::chrono::system_clock::time_point time);

}  // namespace gokeyctl::base
