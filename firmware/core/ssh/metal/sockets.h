// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The network's connections under numbers, with as much of POSIX as libssh's server uses: recv(),
// send(), poll(), close(). None of them ever waits. Everything else of its kind is refused.
#pragma once

#include <memory>

#include "core/net/connection.h"

namespace gokey::ssh {

// A descriptor that owns the connection until it is closed; -1 if there are too many.
[[nodiscard]] int open_socket(std::unique_ptr<net::Connection> connection);
// Something came: bytes, the end, or a reset.
[[nodiscard]] bool readable(int fd);
[[nodiscard]] bool writable(int fd);

}  // namespace gokey::ssh
