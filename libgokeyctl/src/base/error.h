// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gokeyctl/error.h"

namespace gokeyctl::base {

// `reason` is kebab-case; an empty hint is none.
[[nodiscard]] Error error(Code code, Sentence message, Sentence hint, std::string reason);

}  // namespace gokeyctl::base
