// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "gokeyctl/host_key.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gokeyctl;
  const auto scanned = parse_scanned_host_key({reinterpret_cast<const char*>(data), size});
  if (!scanned) return 0;
  if (scanned->fingerprint.has_value() == scanned->words.has_value()) __builtin_trap();
  if (!scanned->fingerprint) return 0;
  // What was understood can be written, and is understood again as the same.
  const std::string text = host_key_text(scanned->serial.value_or(""), *scanned->fingerprint);
  const auto again = parse_scanned_host_key(text);
  if (!again || again->fingerprint != scanned->fingerprint || again->serial != scanned->serial)
    __builtin_trap();
  if (!host_key_words(*scanned->fingerprint) || !is_scanned_host_key(*scanned->fingerprint, text))
    __builtin_trap();
  return 0;
}
