// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gokeyctl/error.h"

namespace gokeyctl::base {

struct HostPort {
  std::string host;
  std::uint16_t port = 0;
};

// "HOST", "HOST:PORT", "[IPV6]:PORT", "[IPV6]"; an IPv6 address with a port needs the brackets.
// kUsage otherwise.
[[nodiscard]] Result<HostPort> parse_host_port(std::string_view text, std::uint16_t default_port);

}  // namespace gokeyctl::base
