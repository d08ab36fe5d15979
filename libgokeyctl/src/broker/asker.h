// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace gokeyctl::broker {

// The name of the one program of this user that holds the device node open, as /proc tells; absent
// if none does, or several, of which nobody knows which asked.
[[nodiscard]] std::optional<std::string> asker_of(const std::string& node);

}  // namespace gokeyctl::broker
