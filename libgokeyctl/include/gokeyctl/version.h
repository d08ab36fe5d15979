// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "gokeyctl/export.h"

namespace gokeyctl {

// Of the library that is loaded, "0.1.0".
[[nodiscard]] GOKEYCTL_API std::string_view library_version();

}  // namespace gokeyctl
