// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/status.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto status = gokeyctl::parse_status_text({reinterpret_cast<const char*>(data), size});
  // What is read can be written, and what is written can be read.
  if (status && !gokeyctl::parse_status_json(gokeyctl::to_json(*status))) __builtin_trap();
  return 0;
}
