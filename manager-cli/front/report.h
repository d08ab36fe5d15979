// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What leaves the program: answers on standard output, everything else on standard error.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/front/invocation.h"
#include "cli/front/style.h"
#include "gokeyctl/error.h"

namespace gokeyctl::cli {

using Json = nlohmann::ordered_json;

// The document of --json (docs/schema/envelope.json), of one run that ended well or not.
[[nodiscard]] Json success_envelope(std::string_view command, Json data,
                                    const std::vector<std::string>& warnings);
[[nodiscard]] Json error_envelope(std::string_view command, const Error& error,
                                  const std::vector<std::string>& warnings);
[[nodiscard]] Json error_object(const Error& error);
// One line of ASCII, whatever the values hold.
[[nodiscard]] std::string dump(const Json& json);

// Writes all of it. A reader that went away ends the program as SIGPIPE would; any other failure is
// reported and ends it with exit code 1, since an answer that is cut short must not look whole.
void write_out(std::string_view text);
void write_err(std::string_view text);

// An error for people: what failed, the hint, and with -v what led to it.
[[nodiscard]] std::string render_error(const Error& error, const Globals& globals,
                                       const Style& style);

// Prints the error in the wanted format and returns the exit code.
[[nodiscard]] int report_error(const Error& error, std::string_view command, const Globals& globals,
                               const std::vector<std::string>& warnings = {});

}  // namespace gokeyctl::cli
