// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "trust/format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto entries = gokeyctl::trust::parse_entries({reinterpret_cast<const char*>(data), size});
  if (entries && !gokeyctl::trust::parse_entries(gokeyctl::trust::format_entries(*entries)))
    __builtin_trap();
  return 0;
}
