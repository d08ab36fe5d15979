// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Two sessions of the native console, with anything a client and the token may do in between.
#include "core/console/native.h"

#include "drive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  gokey::fuzz::Token token(data[0]);
  gokey::console::NativeDialect dialect(token.token, token.random, token.reset, token.clock,
                                        {"0.1.0", "GCC", "sim", {}});
  gokey::fuzz::Player(token, dialect, std::span(data, size).subspan(1)).play();
  return 0;
}
