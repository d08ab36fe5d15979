// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every message that is understood gets an answer for its sender, or none.
#include "core/net/dhcp.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = gokey::net::parse_dhcp({data, size});
  if (!request) return 0;
  const auto reply = gokey::net::answer_dhcp(*request);
  if (!reply) return 0;
  const auto& message = reply->message;
  const bool fits = message.size() >= 300 && message.size() <= 548 && message[0] == 2 &&
                    std::equal(data + 4, data + 8, message.begin() + 4);
  if (!fits) std::abort();
  return 0;
}
