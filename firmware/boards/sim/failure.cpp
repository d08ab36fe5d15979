// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/failure.h"

#include <cstdio>

namespace gokey::sim {

int report(const Failure& failure) {
  std::fprintf(stderr, "gokey-sim: %s: %s\n", failure.what.c_str(), failure.why.c_str());
  if (!failure.hint.empty()) std::fprintf(stderr, "hint: %s\n", failure.hint.c_str());
  return static_cast<int>(failure.code);
}

void log_line(const std::string& line) { std::fprintf(stderr, "gokey-sim: %s\n", line.c_str()); }

}  // namespace gokey::sim
