// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/answer.h"

using namespace gokeyctl;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto line = broker::parse_line({reinterpret_cast<const char*>(data), size});
  if (!line) return 0;
  if (const auto* event = std::get_if<BrokerEvent>(&*line)) {
    const std::string text = broker::format_event(*event);
    if (text.find('\n') != std::string::npos || !broker::parse_line(text)) __builtin_trap();
  }
  if (const auto* answer = std::get_if<broker::Answer>(&*line); answer && answer->data) {
    static_cast<void>(broker::read_token(*answer->data).has_value());
    static_cast<void>(broker::read_outcome(*answer->data).has_value());
    static_cast<void>(broker::read_info(*answer->data).has_value());
    static_cast<void>(broker::read_status(*answer->data).has_value());
  }
  return 0;
}
