// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "console/events.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto event = gokeyctl::console::parse_event_line(line);
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; };
  if (event && std::ranges::any_of(event->name, control)) __builtin_trap();
  static_cast<void>(gokeyctl::console::classic_event(line, nullptr));
  return 0;
}
