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

// Before the first key is offered. The console says which signatures it takes before it answers
// this (RFC 8308, 2.4); without knowing, libssh refuses to use an RSA key.
[[nodiscard]] Result<void> begin_log_in(const Session& session, base::Deadline deadline);

// Public-key log-in: the identity given outright, else the agent's keys, else the fallback. Never a
// password. `identity` is what reading the first of these gave, where that was done already.
[[nodiscard]] Result<void> log_in(const Session& session, const SshLogin& login,
                                  std::optional<Result<Key>> identity,
                                  std::chrono::milliseconds timeout);

}  // namespace gokeyctl::transport
