// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Two sessions of the original's console, which share one terminal.
#include "boards/sim/classic/classic.h"

#include "drive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  gokey::fuzz::Token token(data[0]);
  gokey::sim::ClassicDialect dialect(token.token, token.random, token.reset, {"GoKey", "build\n"});
  gokey::fuzz::Player(token, dialect, std::span(data, size).subspan(1)).play();
  return 0;
}
