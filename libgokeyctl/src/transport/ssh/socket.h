// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/deadline.h"
#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::transport {

// A TCP connection without Nagle's delay, non-blocking. kUnreachable, kTimeout.
[[nodiscard]] Result<base::Descriptor> connect_tcp(const std::string& host, std::uint16_t port,
                                                   base::Deadline deadline);

}  // namespace gokeyctl::transport
