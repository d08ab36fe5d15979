// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Requests and responses from the other side of the vault's border. The first byte chooses which.
#include "core/vault/messages.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

// What decodes encodes to the same bytes: there is one encoding of everything.
void require_same(const gokey::crypto::Secret& encoded, std::span<const std::uint8_t> bytes) {
  if (!std::ranges::equal(encoded.bytes(), bytes)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span bytes(data + 1, size - 1);
  if (data[0] % 2 == 0) {
    if (const auto request = gokey::vault::decode_request(bytes)) {
      require_same(gokey::vault::encode(*request), bytes);
    }
  } else if (const auto response = gokey::vault::decode_response(bytes)) {
    require_same(gokey::vault::encode(*response), bytes);
  }
  return 0;
}
