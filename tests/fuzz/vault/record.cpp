// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The token record behind its seal, as a thief of the sealing key might write it.
#include "core/vault/record.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span bytes(data, size);
  const auto record = gokey::vault::decode_record(bytes);
  if (!record) return 0;
  if (!std::ranges::equal(gokey::vault::encode_record(*record).bytes(), bytes)) std::abort();
  for (std::size_t i = 0; i < gokey::vault::kKeyCount; ++i) {
    if (record->keys[i].has_value() != record->pub.keys[i].has_value()) std::abort();
  }
  return 0;
}
