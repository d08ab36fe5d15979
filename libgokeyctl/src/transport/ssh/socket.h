// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/deadline.h"
#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::transport {

struct TcpTarget {
  std::string host;
  std::uint16_t port = 0;
  std::string interface;  // empty: any
  int cancel_fd = -1;     // readable: kCancelled
};

// A TCP connection without Nagle's delay, non-blocking. kUnreachable, kTimeout; kNoPermission when
// the kernel does not let this person bind to the interface.
[[nodiscard]] Result<base::Descriptor> connect_tcp(const TcpTarget& target,
                                                   base::Deadline deadline);

}  // namespace gokeyctl::transport
