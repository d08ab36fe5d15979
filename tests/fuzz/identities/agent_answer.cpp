// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "identities/agent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto keys = gokeyctl::identities::parse_agent_answer({data, size});
  if (!keys) return 0;
  // Every byte is accounted for.
  std::size_t bytes = 5;
  for (const auto& key : *keys) bytes += 8 + key.blob.size() + key.comment.size();
  if (bytes != size) __builtin_trap();
  return 0;
}
