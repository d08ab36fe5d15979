// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines of authorized_keys, and with them base 64.
#include <cstdint>
#include <cstdlib>

#include "wire/base64.h"
#include "wire/hex.h"
#include "wire/ssh_key.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace wire = gokey::wire;
  const std::string_view text = wire::as_text({data, size});
  const auto key = wire::parse_authorized_key(text);
  if (key && *key && wire::ssh_key_type((*key)->blob) != (*key)->type) std::abort();
  // What decodes encodes to the same text again.
  const auto decoded = wire::from_base64(text);
  if (decoded && wire::to_base64(*decoded) != text) std::abort();
  const auto hex = wire::from_hex(text);
  if (hex && hex->size() * 2 != text.size()) std::abort();
  return 0;
}
