// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gokeyctl/sentence.h"

namespace gokeyctl::base {

// What errno's `number` means: "No such file or directory", translated by the C library.
[[nodiscard]] Sentence system_error(int number);

}  // namespace gokeyctl::base
