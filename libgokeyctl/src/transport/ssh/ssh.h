// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// SSH connections by libssh. Reads neither the user's ssh_config nor known_hosts.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/log.h"
#include "transport/link/link.h"

namespace gokeyctl::transport {

struct SshTarget {
  std::string host;
  std::uint16_t port = 22;
  std::chrono::milliseconds timeout{10000};  // for each step
  std::string interface = {};  // the only network interface to go through; empty: as the routes say
  int cancel_fd = -1;          // readable: whatever waits ends with kCancelled
};

struct SshLogin {
  std::string user;
  std::optional<std::filesystem::path> identity;           // the only key to try
  std::optional<std::filesystem::path> fallback_identity;  // without one: after the agent's
  // Called once the key exchange proved the key, before anything else is sent. An error ends the
  // connection.
  std::function<Result<void>(const PeerKey&)> check_peer_key;
  Log log;
};

// kUnreachable, kTimeout, kProtocol, kSshAuth, and what check_peer_key returns.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_ssh(const SshTarget& target,
                                                           const SshLogin& login);
// The host key alone; no log-in is tried.
[[nodiscard]] Result<PeerKey> scan_ssh(const SshTarget& target);
// Whether the console would take each of these public keys; nothing is signed. Fewer answers than
// keys if the connection broke in between.
[[nodiscard]] Result<std::vector<bool>> try_ssh_keys(
    const SshTarget& target, const std::function<Result<void>(const PeerKey&)>& check_peer_key,
    std::span<const std::span<const std::uint8_t>> public_keys);

}  // namespace gokeyctl::transport
