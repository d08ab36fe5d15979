// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a passphrase gets from a client to the broker: whole in a pipe whose other end is closed, and
// the pipe beside the line of the request.
#pragma once

#include "base/descriptor.h"
#include "gokeyctl/error.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::broker {

inline constexpr std::size_t kMaxPassphrase = 127;

// While one exists the process leaves no core dump and nobody may trace it (PR_SET_DUMPABLE).
class NotDumpable {
 public:
  NotDumpable();
  ~NotDumpable();
  NotDumpable(const NotDumpable&) = delete;
  NotDumpable& operator=(const NotDumpable&) = delete;
};

// The end to read from.
[[nodiscard]] Result<base::Descriptor> put_into_pipe(const Secret& passphrase);
// Never waits: kUsage unless it is a pipe, closed at the other end, with at most kMaxPassphrase
// bytes.
[[nodiscard]] Result<Secret> take_from_pipe(const base::Descriptor& pipe);

}  // namespace gokeyctl::broker
