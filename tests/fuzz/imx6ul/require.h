// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>

namespace gokey::testing {

// Ends the program, which is how a fuzzer tells a finding.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "wall: %s\n", what);
  std::abort();
}

}  // namespace gokey::testing
