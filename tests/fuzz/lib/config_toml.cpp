// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "config/toml_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(gokeyctl::config::read_toml(text));
  // A change that is made can be undone.
  const auto changed = gokeyctl::config::set_in_toml(text, "color", "\"never\"");
  if (changed && !gokeyctl::config::unset_in_toml(*changed, "color")) __builtin_trap();
  return 0;
}
