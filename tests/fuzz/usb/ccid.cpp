// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages and answers to reset, as their parsers see them.
#include "wire/ccid.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace wire = gokey::wire;
  const wire::Bytes input{data, size};
  const auto message = wire::parse_ccid_message(input);
  if (message && message->data.size() + wire::kCcidHeader != size) std::abort();
  if (message) (void)wire::ccid_answer_to(message->header.type);
  (void)wire::ccid_t1_parameters(input);
  return 0;
}
