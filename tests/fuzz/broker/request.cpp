// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/request.h"

using gokeyctl::broker::format_request;
using gokeyctl::broker::parse_request;

// What was understood means the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = parse_request({reinterpret_cast<const char*>(data), size});
  if (!request) return 0;
  const std::string line = format_request(*request);
  if (line.find('\n') != std::string::npos) __builtin_trap();
  const auto again = parse_request(line);
  if (!again || format_request(*again) != line) __builtin_trap();
  return 0;
}
