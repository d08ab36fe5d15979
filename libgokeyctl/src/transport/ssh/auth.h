// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "base/deadline.h"
#include "gokeyctl/error.h"
#include "transport/ssh/identity.h"
#include "transport/ssh/session.h"
#include "transport/ssh/ssh.h"

namespace gokeyctl::transport {

// Public-key log-in: the identity given outright, else the agent's keys, else the fallback. Never a
// password. `identity` is what reading the first of these gave, where that was done already.
[[nodiscard]] Result<void> log_in(const Session& session, const SshLogin& login,
                                  std::optional<Result<Key>> identity,
                                  std::chrono::milliseconds timeout);

}  // namespace gokeyctl::transport
