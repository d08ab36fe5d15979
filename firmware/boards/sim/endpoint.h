// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sys/socket.h>

#include "boards/sim/failure.h"

namespace gokey::sim {

// ADDR:PORT of the command line. An IPv6 address stands in brackets.
struct Endpoint {
  std::string host;
  std::uint16_t port = 0;
};
[[nodiscard]] std::optional<Endpoint> parse_endpoint(std::string_view text);
[[nodiscard]] std::string to_string(const Endpoint& endpoint);

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;
  [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
  [[nodiscard]] int family() const { return storage.ss_family; }
};
// The first TCP address of the endpoint. A name is looked up, which can take a while.
[[nodiscard]] Result<SocketAddress> resolve(const Endpoint& endpoint);
[[nodiscard]] std::string to_string(const SocketAddress& address);

}  // namespace gokey::sim
