// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/front/report.h"

namespace gokeyctl::cli {

// "gokeyctl 0.1.0 (libgokeyctl 0.1.0)"; `features` adds what it was built with.
[[nodiscard]] std::string version_text(bool features);
[[nodiscard]] Json version_json();

}  // namespace gokeyctl::cli
