// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Bytes to and from the console of a token, whatever carries them: SSH, or a script in tests.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/deadline.h"
#include "gokeyctl/error.h"

namespace gokeyctl::transport {

// How long to wait: until the deadline, or until `stop_fd` (if ≥ 0) can be read.
struct Until {
  base::Deadline deadline;
  int stop_fd = -1;
};

// One session.
class Link {
 public:
  virtual ~Link() = default;
  // At least one byte, or 0 once the other side has ended its output. kTimeout; kCancelled by
  // stop_fd; kUnreachable when the connection broke.
  [[nodiscard]] virtual Result<std::size_t> read_some(std::span<char> into, const Until& until) = 0;
  [[nodiscard]] virtual Result<void> write_all(std::string_view bytes, base::Deadline deadline) = 0;
  // The exit status, waited for after the output ended; absent when the other side sends none.
  [[nodiscard]] virtual Result<std::optional<int>> exit_status(base::Deadline deadline) = 0;
  // What came on the error stream so far, at most a few KiB.
  [[nodiscard]] virtual std::string_view error_output() const = 0;
  // False when the other side never answered the request that opened this session but sent output
  // all the same.
  [[nodiscard]] virtual bool acknowledged() const = 0;
};

struct PeerKey {
  std::string type;         // "ssh-ed25519"
  std::string fingerprint;  // "SHA256:…"
};

// A connection that is logged in.
class Connection {
 public:
  virtual ~Connection() = default;
  [[nodiscard]] virtual const PeerKey& peer_key() const = 0;
  // The identification string, "SSH-2.0-…".
  [[nodiscard]] virtual const std::string& identification() const = 0;
  [[nodiscard]] virtual Result<std::unique_ptr<Link>> exec(std::string_view command,
                                                           base::Deadline deadline) = 0;
  // A shell on a terminal of 80 by 24.
  [[nodiscard]] virtual Result<std::unique_ptr<Link>> shell(base::Deadline deadline) = 0;
  // Success once the other side is gone; kTimeout.
  [[nodiscard]] virtual Result<void> wait_closed(base::Deadline deadline) = 0;
};

}  // namespace gokeyctl::transport
