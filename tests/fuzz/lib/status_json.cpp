// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/status.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto status = gokeyctl::parse_status_json({reinterpret_cast<const char*>(data), size});
  if (!status) return 0;
  const std::string text = gokeyctl::to_json(*status);
  const auto again = gokeyctl::parse_status_json(text);
  if (text.size() < 60'000 && (!again || gokeyctl::to_json(*again) != text)) __builtin_trap();
  return 0;
}
